using System.Collections.Frozen;
using System.Globalization;
using MedCodes.Validator.Sources;

namespace MedCodes.Validator.Reporting;

/// <summary>Which elements of an 837 segment may be shown. What is not listed is masked.</summary>
/// <remarks>
/// One line a segment: the positions of its open elements, "4-2" for a component, "@" behind those of class account, and "?8=XX" where
/// that holds only if another element has a value. A segment without any is listed for its name alone. Elements that hold names,
/// addresses, ids, free text or other dates are left out.
/// </remarks>
internal static class SafeElements
{
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

    private static readonly FrozenDictionary<string, Entry[]> Segments = Table
        .Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
        .Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        .ToFrozenDictionary(words => words[0], words => words[1..].Select(Entry.Parse).ToArray(), StringComparer.Ordinal);

    /// <summary>The segments that are listed, whose names may be shown.</summary>
    public static FrozenSet<string> Names { get; } = Segments.Keys.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>The class of an element.</summary>
    /// <param name="segment">The segment's name.</param>
    /// <param name="position">The element's position, from 1.</param>
    /// <param name="component">The component's position, from 1; 1 for an element without components.</param>
    /// <param name="elementAt">The text of another element of the segment, by position; empty where it has none.</param>
    public static Privacy PrivacyOf(string segment, int position, int component, Func<int, string> elementAt)
    {
        var most = Privacy.Identifying;
        foreach (var entry in Segments.GetValueOrDefault(segment, []))
        {
            if (entry.Position == position && entry.Component == component && entry.Privacy > most
                && (entry.WherePosition == 0 || elementAt(entry.WherePosition) == entry.WhereValue))
            {
                most = entry.Privacy;
            }
        }

        return most;
    }

    private sealed record Entry(int Position, int Component, Privacy Privacy, int WherePosition, string WhereValue)
    {
        public static Entry Parse(string text)
        {
            var (head, condition) = Halves(text, '?');
            var account = head.EndsWith('@');
            var (position, component) = Halves(head.TrimEnd('@'), '-');
            var (wherePosition, whereValue) = Halves(condition, '=');
            return new Entry(
                Number(position),
                component.Length == 0 ? 1 : Number(component),
                account ? Privacy.Account : Privacy.Open,
                wherePosition.Length == 0 ? 0 : Number(wherePosition),
                whereValue);
        }

        private static (string Left, string Right) Halves(string text, char at) =>
            text.IndexOf(at, StringComparison.Ordinal) is >= 0 and var index ? (text[..index], text[(index + 1)..]) : (text, "");

        private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);
    }
}
