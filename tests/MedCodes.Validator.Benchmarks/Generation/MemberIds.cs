namespace MedCodes.Validator.Benchmarks.Generation;

/// <summary>Member ids in the form that Medicare gives its own, made of a number; they belong to nobody.</summary>
internal static class MemberIds
{
    private const string Letters = "ACDEFGHJKMNPQRTUVWXY";

    // C is a digit from 1 on, N a digit, A a letter.
    private const string Form = "CANNANNAANN";

    public static string Of(int number)
    {
        Span<char> id = stackalloc char[Form.Length];
        var rest = (uint)number * 2_654_435_761UL;
        for (var i = 0; i < id.Length; i++)
        {
            id[i] = Form[i] switch
            {
                'C' => (char)('1' + rest % 9),
                'N' => (char)('0' + rest % 10),
                _ => Letters[(int)(rest % (uint)Letters.Length)],
            };
            rest = (rest >> 4) + (uint)(number + i) * 40_503UL;
        }

        return new string(id);
    }
}
