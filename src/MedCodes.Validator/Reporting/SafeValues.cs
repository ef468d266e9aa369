using System.Collections.Frozen;
using System.Text;

namespace MedCodes.Validator.Reporting;

/// <summary>
/// Whether what stands in an open element is what belongs there. Where a terminator is damaged or lost, a segment runs into the next
/// one and a name can stand where a code should.
/// </summary>
internal static class SafeValues
{
    // Codes, amounts and NPIs are no longer; a longer text in their place is something else.
    private const int Longest = 18;

    // A name has letters in a row, a number of a person digits; codes and amounts of 837 claims have fewer.
    private const int LettersOfName = 3;
    private const int DigitsOfNumber = 7;

    // Names of segments have two letters or three; they are compared as numbers.
    private static readonly FrozenSet<int> Names = SafeElements.Names.Select(name => Packed(Encoding.Latin1.GetBytes(name))).ToFrozenSet();

    private static readonly FrozenSet<int> Qualifiers =
        FrozenSet.ToFrozenSet(((string[])["ABF", "ABJ", "ABK", "ABN", "ADD", "APR", "BBQ", "BBR", "PXC"]).Select(name => Packed(Encoding.Latin1.GetBytes(name))));

    /// <summary>Whether a value has the form of a code, an amount or a provider's number.</summary>
    public static bool IsCode(string segment, int position, ReadOnlySpan<byte> value)
    {
        var text = value.Trim((byte)' ');
        if (text.Length > Longest || text.Contains((byte)' '))
            return false;
        if (text.Length == 3 && Qualifiers.Contains(Packed(text)))
            return true;
        if (HasName(text))
            return false;

        // The envelope names no patient, and its control numbers are long.
        var mayBeLong = segment is "ISA" or "IEA" or "GS" or "GE" or "ST" or "SE" || (segment, position, text.Length) is ("NM1", 9, 10) or ("LIN", 3, 11);
        return mayBeLong || text.Length < DigitsOfNumber || !HasNumber(text);
    }

    /// <summary>Whether the name of another segment stands at the end of an element: the terminator before it is lost.</summary>
    /// <param name="segment">The segment's name; null where it is none that is known.</param>
    /// <param name="position">The element's position.</param>
    /// <param name="value">The element, or its last component.</param>
    /// <param name="isComponent">Whether it is a component: a modifier may be named as a segment is.</param>
    public static bool RunsIntoAnother(string? segment, int position, ReadOnlySpan<byte> value, bool isComponent)
    {
        // A person may be named as a segment is.
        if ((segment, position) is ("NM1", >= 3 and <= 7))
            return false;

        // Qualifiers of the header and of a drug may be two letters that name a segment.
        var mayEndSo = segment == "ISA" || (segment, position) is ("LIN", 2);
        return EndsWithName(value, 3) || (!mayEndSo && (value.Length > 2 || !isComponent) && EndsWithName(value, 2));
    }

    private static bool EndsWithName(ReadOnlySpan<byte> value, int length) => value.Length >= length && Names.Contains(Packed(value[^length..]));

    private static int Packed(ReadOnlySpan<byte> name)
    {
        var packed = name.Length;
        foreach (var b in name)
            packed = (packed << 8) | b;
        return packed;
    }

    private static bool HasName(ReadOnlySpan<byte> text)
    {
        var run = 0;
        foreach (var b in text)
        {
            run = char.IsLetter((char)b) ? run + 1 : 0;
            if (run == LettersOfName)
                return true;
        }

        return false;
    }

    // A person's number may be written in groups; one point is that of an amount.
    private static bool HasNumber(ReadOnlySpan<byte> text)
    {
        var run = 0;
        var joinsPoints = text.Count((byte)'.') > 1;
        foreach (var b in text)
        {
            if (b == '-' || (b == '.' && joinsPoints))
                continue;
            run = char.IsAsciiDigit((char)b) ? run + 1 : 0;
            if (run == DigitsOfNumber)
                return true;
        }

        return false;
    }
}
