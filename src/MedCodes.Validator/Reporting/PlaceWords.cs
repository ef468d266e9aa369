using System.Collections.Immutable;
using MedCodes.Validator.Findings;

namespace MedCodes.Validator.Reporting;

/// <summary>Places and facts of a proof in words, for the formats that people read.</summary>
internal static class PlaceWords
{
    // A list in a line of text shows its first values and says how many follow; the JSON report has them all.
    private const int ListedValues = 8;

    /// <summary>A place in full, such as "page.md:3:7 · section steps", "batch.837 · claim 2 · line 1 · 2300[2]/2400[1] (byte 374)" or "batch.ndjson:2:71 · claim 2 · /1/lines/0 (byte 900)".</summary>
    public static string Where(ShownPlace place)
    {
        var file = Printable.Of(place.File);
        if (place.IsPage)
        {
            var region = place.Region.Value;
            var at = FormattableString.Invariant($"{file}:{region.StartLine}:{region.StartColumn}");
            return place.Section is null ? at : $"{at} · section {Printable.Of(place.Section)}";
        }

        var parts = new List<string> { HasLines(place) ? FormattableString.Invariant($"{file}:{place.Region.Value.StartLine}:{place.Region.Value.StartColumn}") : file };
        parts.AddRange(InClaim(place));
        return FormattableString.Invariant($"{string.Join(" · ", parts)} (byte {place.Region.Value.ByteOffset})");
    }

    /// <summary>A fact of the proof in one line.</summary>
    public static string Described(ShownWitness witness, ShownPlace reported)
    {
        var parts = new List<string>();
        if (witness.Row is { } row)
        {
            var beyond = row.Extrapolated ? ", beyond the dates of the release" : "";
            parts.Add(Printable.Of($"table {row.Table} {row.Release}, key {row.Key}{beyond}"));
        }
        else if (witness.Absence is { } absence)
        {
            parts.Add(Missing(absence, reported));
        }
        else
        {
            parts.Add(witness.Place is { } place ? $"{witness.Kind} at {Beside(place, reported)}" : witness.Kind);
        }

        if (witness.Fields.Length > 0)
            parts.Add(string.Join(", ", witness.Fields.Select(Described)));
        if (witness.Members.Length > 0)
            parts.Add("counts " + Listed(witness.Members.Select(member => Beside(member, reported)).ToImmutableArray(), "; "));
        return string.Join(": ", parts);
    }

    // Claims in JSON are told by their pointers. Editors open their files at a line; in X12 a line break is no more than a terminator's tail.
    private static bool HasLines(ShownPlace place) => place.Path.StartsWith('/');

    private static IEnumerable<string> InClaim(ShownPlace place)
    {
        if (place.Claim is { } claim)
        {
            var id = place.ClaimId is null ? "" : $" (id {Printable.Of(place.ClaimId)})";
            yield return FormattableString.Invariant($"claim {claim}{id}");
        }

        if (place.Line is { } line)
            yield return FormattableString.Invariant($"line {line}");
        if (place.Path.Length > 0)
            yield return Printable.Of(place.Path);
    }

    /// <summary>A place of the proof, in short: the file only where it is another one, of a page the line, the path only above the service line.</summary>
    private static string Beside(ShownPlace place, ShownPlace reported)
    {
        if (place.IsPage)
            return place.File == reported.File ? FormattableString.Invariant($"line {place.Region.Value.StartLine}") : Where(place);
        var file = place.File == reported.File ? [] : new[] { Printable.Of(place.File) };
        var inClaim = InClaim(place.Line is null ? place : place with { Path = "" });
        return string.Join(" · ", file.Concat(inClaim.DefaultIfEmpty(FormattableString.Invariant($"byte {place.Region.Value.ByteOffset}"))));
    }

    private static string Missing(ShownAbsence absence, ShownPlace reported)
    {
        var text = $"none; sought {Printable.Of(absence.Sought)}";
        if (absence.Nearest is { } nearest)
            text += $"; nearest is {Beside(nearest, reported)}";
        return absence.Failed is { } failed ? $"{text}, which fails {Printable.Of(failed)}" : text;
    }

    private static string Described(ShownField field)
    {
        var value = field.IsMasked ? Message.Mask
            : field.Values.IsEmpty ? field.IsList ? "none" : "not given"
            : Printable.Of(Listed(field.Values, " "));
        return $"{field.Name} {value}";
    }

    private static string Listed(ImmutableArray<string> values, string separator) => values.Length <= ListedValues
        ? string.Join(separator, values)
        : FormattableString.Invariant($"{string.Join(separator, values.Take(ListedValues))} and {values.Length - ListedValues} more");
}
