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

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Names = SafeElements.Names.GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly FrozenSet<string> Qualifiers =
        FrozenSet.ToFrozenSet(["ABF", "ABJ", "ABK", "ABN", "ADD", "APR", "BBQ", "BBR", "PXC"], StringComparer.Ordinal);

    // The envelope names no patient, and its control numbers are long.
    private static readonly FrozenSet<string> Envelope =
        FrozenSet.ToFrozenSet(["ISA", "IEA", "GS", "GE", "ST", "SE"], StringComparer.Ordinal);

    /// <summary>Whether a value has the form of a code, an amount or a provider's number.</summary>
    public static bool IsCode(string segment, int position, string value)
    {
        var text = value.Trim(' ');
        if (text.Length > Longest || text.Contains(' ', StringComparison.Ordinal))
            return false;
        if (Qualifiers.Contains(text))
            return true;
        if (Envelope.Contains(segment))
            return !HasRun(text, LettersOfName, char.IsLetter);
        var mayBeLong = (segment, position, text.Length) is ("NM1", 9, 10) or ("LIN", 3, 11);
        return !HasRun(text, LettersOfName, char.IsLetter) && (mayBeLong || text.Length < DigitsOfNumber || !HasRun(Joined(text), DigitsOfNumber, char.IsDigit));
    }

    /// <summary>Whether the name of another segment stands at the end of an element: the terminator before it is lost.</summary>
    /// <param name="segment">The segment's name.</param>
    /// <param name="position">The element's position.</param>
    /// <param name="value">The element, or its last component.</param>
    /// <param name="isComponent">Whether it is a component: a modifier may be named as a segment is.</param>
    public static bool RunsIntoAnother(string segment, int position, ReadOnlySpan<byte> value, bool isComponent)
    {
        // A person may be named as a segment is.
        if ((segment, position) is ("NM1", >= 3 and <= 7))
            return false;

        // Qualifiers of the header and of a drug may be two letters that name a segment.
        var mayEndSo = segment == "ISA" || (segment, position) is ("LIN", 2);
        return EndsWithName(value, 3) || (!mayEndSo && (value.Length > 2 || !isComponent) && EndsWithName(value, 2));
    }

    // Names of segments have two letters or three.
    private static bool EndsWithName(ReadOnlySpan<byte> value, int length)
    {
        if (value.Length < length)
            return false;
        Span<char> end = stackalloc char[length];
        Encoding.Latin1.GetChars(value[^length..], end);
        return Names.Contains(end);
    }

    // A person's number may be written in groups; one point is that of an amount.
    private static string Joined(string text)
    {
        var joined = text.Contains('-', StringComparison.Ordinal) ? text.Replace("-", "", StringComparison.Ordinal) : text;
        return text.AsSpan().Count('.') > 1 ? joined.Replace(".", "", StringComparison.Ordinal) : joined;
    }

    private static bool HasRun(string text, int length, Func<char, bool> belongs)
    {
        var run = 0;
        foreach (var c in text)
        {
            run = belongs(c) ? run + 1 : 0;
            if (run == length)
                return true;
        }

        return false;
    }
}
