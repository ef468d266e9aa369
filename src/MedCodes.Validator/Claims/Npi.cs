namespace MedCodes.Validator.Claims;

/// <summary>National provider identifiers.</summary>
public static class Npi
{
    private const int Length = 10;

    // The Luhn sum of the prefix 80840 that stands for "health, United States" (45 CFR 162.406).
    private const int PrefixSum = 24;

    /// <summary>Whether a text is an NPI of the right shape: ten digits, the first 1 or 2.</summary>
    public static bool IsWellFormed(ReadOnlySpan<char> text) =>
        text.Length == Length && text[0] is '1' or '2' && !text.ContainsAnyExceptInRange('0', '9');

    /// <summary>Whether the last of ten digits is the check digit of the others; false for anything but ten digits.</summary>
    public static bool HasValidCheckDigit(ReadOnlySpan<char> text)
    {
        if (text.Length != Length || text.ContainsAnyExceptInRange('0', '9'))
            return false;
        var sum = PrefixSum;
        for (var i = 0; i < Length; i++)
        {
            var digit = text[i] - '0';
            // Every second digit from the right, the check digit not counted, is doubled and its digits added.
            var doubled = i % 2 == 0 ? digit * 2 : digit;
            sum += doubled > 9 ? doubled - 9 : doubled;
        }

        return sum % 10 == 0;
    }
}
