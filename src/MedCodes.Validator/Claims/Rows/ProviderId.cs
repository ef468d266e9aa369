using System.Text;

namespace MedCodes.Validator.Claims.Rows;

/// <summary>Ids of providers in 64 bits: ten digits as a number plus one, any other text as its place in the pool.</summary>
internal static class ProviderId
{
    private const int Digits = 10;

    public static ulong Pack(string? text, TextPool texts) => text is null ? 0 : Pack(Encoding.UTF8.GetBytes(text), texts);

    public static ulong Pack(ReadOnlySpan<byte> text, TextPool texts)
    {
        if (text.Length != Digits || text.ContainsAnyExceptInRange((byte)'0', (byte)'9'))
            return ProviderRow.IsText | texts.Add(text);
        var number = 0UL;
        foreach (var digit in text)
            number = number * 10 + digit - '0';
        return Pack(number);
    }

    /// <summary>Packs ten digits, read as a number.</summary>
    public static ulong Pack(ulong number) => number + 1;
}
