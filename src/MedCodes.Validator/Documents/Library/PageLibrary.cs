using System.Collections.Immutable;
using System.Runtime.InteropServices;

namespace MedCodes.Validator.Documents.Library;

/// <summary>What only all pages of a run together tell.</summary>
/// <param name="RepeatedLines">Lines that several pages have, each with the index of the first page that has it.</param>
/// <param name="Twins">Pages with much of the same text, each with the index of the page that it is seen from.</param>
internal sealed record PageLibrary(
    ImmutableArray<(int Page, RepeatedLineFact Line)> RepeatedLines, ImmutableArray<(int Page, TwinFact Twin)> Twins)
{
    /// <summary>Compares pages.</summary>
    /// <param name="pages">The pages.</param>
    /// <param name="jobs">How many are compared at a time; what comes of it is always the same.</param>
    public static PageLibrary Of(IReadOnlyList<LibraryPage> pages, int jobs) => new([.. LinesOf(pages)], [.. TwinsOf(pages, jobs)]);

    private static IEnumerable<(int Page, RepeatedLineFact Line)> LinesOf(IReadOnlyList<LibraryPage> pages)
    {
        var bySchema = pages.CountBy(page => page.Document.Schema).ToDictionary(StringComparer.Ordinal);
        var lines = new Dictionary<(string Schema, bool InPreamble, string Text), (int Page, LibraryLine First, int Count, int Last)>();
        foreach (var (number, page) in pages.Index())
        {
            foreach (var line in page.Lines)
            {
                ref var seen = ref CollectionsMarshal.GetValueRefOrAddDefault(lines, (page.Document.Schema, line.InPreamble, line.Text), out var isThere);
                if (!isThere)
                    seen = (number, line, 1, number);
                else if (seen.Last != number)
                    seen = seen with { Count = seen.Count + 1, Last = number };
            }
        }

        return lines.Where(line => line.Value.Count > 1).OrderBy(line => line.Value.Page).ThenBy(line => line.Value.First.Span.Offset).Select(line =>
            (line.Value.Page, new RepeatedLineFact
            {
                Span = line.Value.First.Span,
                Section = line.Value.First.Section,
                Sentence = line.Value.First.Sentence,
                Text = line.Key.Text,
                InPreamble = line.Key.InPreamble,
                Documents = line.Value.Count,
                Share = line.Value.Count * 100m / bySchema[line.Key.Schema],
            }));
    }

    private static IEnumerable<(int Page, TwinFact Twin)> TwinsOf(IReadOnlyList<LibraryPage> pages, int jobs) =>
        new ShingleIndex([.. pages.Select(page => page.Shingles)]).Twins(jobs)
            .SelectMany(twin => new[] { (From: twin.One, To: twin.Other, twin.Share), (From: twin.Other, To: twin.One, twin.Share) })
            .OrderBy(twin => twin.From).ThenBy(twin => twin.To)
            .Select(twin => (twin.From, new TwinFact
            {
                Span = pages[twin.From].Document.Span,
                Other = twin.To,
                OtherDocument = pages[twin.To].Document,
                Share = twin.Share,
                Apart = [.. pages[twin.From].Document.Qualifiers.Except(pages[twin.To].Document.Qualifiers)],
            }));
}
