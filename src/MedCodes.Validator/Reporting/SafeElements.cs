using System.Collections.Frozen;
using System.Text;

namespace MedCodes.Validator.Reporting;

/// <summary>Which elements of an 837 segment may be shown. What is not listed is masked.</summary>
/// <remarks>
/// One line a segment: the positions of its open elements, "4-2" for a component, "@" behind those of class account, and "?8=XX" where
/// that holds only if another element has a value. A segment without any is listed for its name alone. Elements that hold names,
/// addresses, ids, free text or other dates are left out.
/// </remarks>
internal static class SafeElements
{
    private const int LongestName = 3;

    private const string Table = """
        ISA 1 3 5 7 11 12 13 14 15 16
        IEA 1 2
        GS  1 6 7 8
        GE  1 2
        ST  1 2 3
        SE  1 2
        BHT 1 2 6
        HL  1 2 3 4
        NM1 1 2 8 9?8=XX 9?1=PR
        PRV 1 2 3
        PER 1
        SBR 1 2 5 9
        PAT 1
        CLM 1@ 2 5-1 5-2 5-3 6 7 8 9 10 11-1 11-2 11-3 12 16 20
        DTP 1 2 3@?1=472
        REF 1 2@?1=6R
        HI  1-1 1-2 2-1 2-2 3-1 3-2 4-1 4-2 5-1 5-2 6-1 6-2 7-1 7-2 8-1 8-2 9-1 9-2 10-1 10-2 11-1 11-2 12-1 12-2
        AMT 1 2
        QTY 1 2
        CL1 1 2 3
        CN1 1 2 3
        PWK 1 2
        CRC 1 2 3 4 5 6 7
        CR1 1 2 3 4 5 6
        CR3 1 2 3
        HCP 1 2 3 9 10 11 12 13 14 15
        LX  1
        SV1 1-1 1-2 1-3 1-4 1-5 1-6 2 3 4 5 7-1 7-2 7-3 7-4 9 11 12 15
        SV2 1 2-1 2-2 2-3 2-4 2-5 2-6 3 4 5 7
        SV5 1-1 1-2 2 3 4 5 6
        PS1 2
        LIN 2 3
        CTP 4 5-1
        SVD 2 3-1 3-2 3-3 3-4 3-5 3-6 5 6
        CAS 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19
        OI  1 2 3 4 5 6
        MOA 1 2 3 4 5 6 7 8 9
        MIA 1
        CUR 1 2
        DMG
        N1  1
        N2
        N3
        N4
        NTE 1
        K3
        MEA 1 2 3
        LQ  1
        FRM 1
        """;

    private static readonly FrozenDictionary<string, SafeSegment> Segments = Table
        .Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
        .Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        .ToFrozenDictionary(words => words[0], words => new SafeSegment(words[0], words[1..]), StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, SafeSegment>.AlternateLookup<ReadOnlySpan<char>> Named = Segments.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>The names of the segments that are listed, which may be shown.</summary>
    public static IEnumerable<string> Names => Segments.Keys;

    /// <summary>A segment by its name; null where it is not listed.</summary>
    public static SafeSegment? Of(ReadOnlySpan<byte> name)
    {
        if (name.Length > LongestName)
            return null;
        Span<char> characters = stackalloc char[LongestName];
        return Named.TryGetValue(characters[..Encoding.Latin1.GetChars(name, characters)], out var segment) ? segment : null;
    }
}
