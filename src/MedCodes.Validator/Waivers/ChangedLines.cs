using System.Collections.Immutable;
using MedCodes.Validator.Findings;
using MedCodes.Validator.Sources;

namespace MedCodes.Validator.Waivers;

/// <summary>Which lines of which files were changed, and which findings come from that.</summary>
/// <param name="Files">The changed lines by path; null where the whole file is new or has no lines to speak of.</param>
public sealed record ChangedLines(ImmutableDictionary<string, ImmutableArray<LineRange>?> Files)
{
    /// <summary>Sets aside the findings that stand outside the changes.</summary>
    /// <remarks>
    /// A finding on a page comes from a change where its own line or the line of a fact that it rests on was changed. One that misses
    /// something, or is about the whole page, may come from any change of the page; one that rests on several files from any change of
    /// any of them. Claim files have no lines to speak of.
    /// </remarks>
    /// <exception cref="IOException">A page can no longer be read.</exception>
    public Report Apply(Report report)
    {
        ArgumentNullException.ThrowIfNull(report);
        var lines = new Dictionary<SourceFile, LineIndex>();
        var (inside, outside) = report.Findings.Split((_, finding) => IsFromChange(finding, lines));
        return report with { Findings = inside, SetAside = report.SetAside.With(outside, SetAsideReason.Unchanged) };
    }

    private bool IsFromChange(Finding finding, Dictionary<SourceFile, LineIndex> lines)
    {
        var places = PlacesOf(finding).ToList();
        if (places.Exists(place => place.File != finding.Place.File))
            return places.Exists(place => IsChanged(place.File));
        if (!IsChanged(finding.Place.File))
            return false;
        return Files[finding.Place.File.Path] is not { } ranges
            || finding.Place.Claim is not null
            || finding.Place.Span.Length == 0
            || finding.Witnesses.Any(IsAboutAll)
            || places.Exists(place => Touches(ranges, place, lines));
    }

    // Where only the name of a file was changed, there is nothing in it that anything could come from.
    private bool IsChanged(SourceFile file) => Files.TryGetValue(file.Path, out var changed) && changed is not { IsEmpty: true };

    private static IEnumerable<Place> PlacesOf(Finding finding) =>
        finding.Witnesses.SelectMany(witness => witness.Members.Add(witness.Place!)).OfType<Place>().Prepend(finding.Place);

    // A page or section as a whole is what the rule looked into, not what it found.
    private static bool IsAboutAll(Witness witness) => witness.Absence is not null;

    private static bool Touches(ImmutableArray<LineRange> ranges, Place place, Dictionary<SourceFile, LineIndex> lines)
    {
        if (!lines.TryGetValue(place.File, out var index))
            lines[place.File] = index = LineIndex.Of(place.File);
        if (place.Span.Length == 0)
            return false;
        var (first, last) = (index.At(place.Span.Offset).Line, index.At(place.Span.End - 1).Line);
        return ranges.Any(range => first <= range.Last && range.First <= last);
    }
}

/// <summary>Lines of a file, both ends included, from 1.</summary>
public readonly record struct LineRange(int First, int Last);
