using System.Globalization;

namespace MedCodes.Validator.Benchmarks.Generation;

/// <summary>NPIs with right check digits that stand for nobody: made of a number.</summary>
internal static class Npis
{
    private const int PrefixSum = 24;

    public static string Of(int number)
    {
        var digits = (100_000_000 + number).ToString(CultureInfo.InvariantCulture);
        var sum = PrefixSum;
        for (var i = 0; i < digits.Length; i++)
        {
            var doubled = (digits[i] - '0') * (i % 2 == 0 ? 2 : 1);
            sum += doubled > 9 ? doubled - 9 : doubled;
        }

        return digits + (char)('0' + (10 - sum % 10) % 10);
    }
}
