using System.Collections.Frozen;
using System.Text;
using MedCodes.Validator.Sources;

namespace MedCodes.Validator.Reporting;

/// <summary>
/// Whether what stands in an open element is what belongs there. Where a terminator is damaged or lost, a segment runs into the next
/// one and a name can stand where a code should.
/// </summary>
internal static class SafeValues
{
    // Control numbers and the names of versions are no longer.
    private const int LongestNumber = 18;

    // Names of segments have two letters or three; they are compared as numbers.
    private static readonly FrozenSet<int> Names = SafeElements.Names.Select(name => Packed(Encoding.Latin1.GetBytes(name))).ToFrozenSet();

    private static readonly FrozenSet<int> Qualifiers =
        FrozenSet.ToFrozenSet(((string[])["ABF", "ABJ", "ABK", "ABN", "ADD", "APR", "BBQ", "BBR", "PXC"]).Select(name => Packed(Encoding.Latin1.GetBytes(name))));

    /// <summary>Whether a value has the form of a code, an amount or a provider's number.</summary>
    public static bool IsCode(string segment, int position, ReadOnlySpan<byte> value)
    {
        var text = value.Trim((byte)' ');
        if (text.Contains((byte)' '))
            return false;
        if (text.Length == 3 && Qualifiers.Contains(Packed(text)))
            return true;

        // The envelope names no patient, and its control numbers are long.
        var mayBeLong = segment is "ISA" or "IEA" or "GS" or "GE" or "ST" or "SE" || (segment, position, text.Length) is ("NM1", 9, 10) or ("LIN", 3, 11);
        return mayBeLong ? text.Length <= LongestNumber && !CodeShape.HasName(text) : !CodeShape.MayIdentify(text);
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
}
