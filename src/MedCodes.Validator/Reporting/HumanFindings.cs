using System.Collections.Immutable;
using System.Globalization;
using MedCodes.Validator.Findings;
using MedCodes.Validator.Sources;

namespace MedCodes.Validator.Reporting;

/// <summary>Writes single findings for people.</summary>
internal sealed class HumanFindings(ReportLines lines, PhiLevel phi, ImmutableArray<CheckedFile> files)
{
    // A list in a line of text shows its first values and says how many follow; the JSON report has them all.
    private const int ListedValues = 8;

    private readonly SourceViews _sources = new();
    private readonly HashSet<string> _explained = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ContentKind> _kinds = files
        .GroupBy(file => file.Path, StringComparer.Ordinal)
        .ToDictionary(group => group.Key, group => group.First().Kind, StringComparer.Ordinal);

    public void Write(Finding finding)
    {
        var rule = finding.Rule;
        lines.Write($"{Coloured(finding.Severity, $"{Words.Of(finding.Severity)}[{rule.Id}]")}{lines.Bold(": " + Printable.Of(finding.Message.Render(phi.Least())))}");
        lines.Write($"  {lines.Blue("-->")} {Where(finding.Place)}");
        WriteFrame(finding);
        foreach (var witness in finding.Witnesses)
            Note(witness.Name, Described(witness, finding.Place));
        Note("fix", Printable.Prose(rule.Fix));
        if (rule.Consequence is { } consequence)
            Note("payer", Words.Expected(consequence, finding.ChargeAtRisk));

        // The same words under each of a thousand findings would bury what differs.
        if (!_explained.Add(rule.Id))
            return;
        Note("why", Printable.Prose(rule.Why));
        foreach (var source in rule.Sources)
            Note("source", Words.Cited(source));
        Note("rule", $"medcodes rule {rule.Id} ({rule.Name})");
    }

    private string Coloured(Severity severity, string text) => severity switch
    {
        Severity.Error => lines.Red(text),
        Severity.Warning => lines.Yellow(text),
        _ => lines.Blue(text),
    };

    private void Note(string label, string text) => lines.Write($"   {lines.Blue("=")} {label}: {text}");

    private ContentKind KindOf(Place place) => _kinds.GetValueOrDefault(place.File.Path);

    private bool IsPage(Place place) => KindOf(place) == ContentKind.Text;

    private string Where(Place place)
    {
        var file = Printable.Of(place.File.Path);
        if (IsPage(place))
        {
            var position = _sources.Of(place.File).Lines.At(place.Span.Offset);
            var at = FormattableString.Invariant($"{file}:{position.Line}:{position.Column}");
            return place.Section is null ? at : $"{at} · section {Printable.Of(place.Section)}";
        }

        var parts = new List<string> { file };
        parts.AddRange(InClaim(place));
        return FormattableString.Invariant($"{string.Join(" · ", parts)} (byte {place.Span.Offset})");
    }

    private IEnumerable<string> InClaim(Place place)
    {
        if (place.Claim is { } claim)
        {
            var id = place.ClaimId is not null && phi.Shows(Privacy.Account) ? $" (id {Printable.Of(place.ClaimId)})" : "";
            yield return FormattableString.Invariant($"claim {claim}{id}");
        }

        if (place.Line is { } line)
            yield return FormattableString.Invariant($"line {line}");
        if (place.Path.Length > 0)
            yield return Printable.Of(place.Path);
    }

    /// <summary>A place of the proof, in short: the file only where it is another one, the path only above the service line.</summary>
    private string Beside(Place place, Place reported)
    {
        if (IsPage(place))
            return Where(place);
        var file = ReferenceEquals(place.File, reported.File) ? [] : new[] { Printable.Of(place.File.Path) };
        var inClaim = InClaim(place.Line is null ? place : place with { Path = "" });
        return string.Join(" · ", file.Concat(inClaim.DefaultIfEmpty(FormattableString.Invariant($"byte {place.Span.Offset}"))));
    }

    private void WriteFrame(Finding finding)
    {
        var place = finding.Place;
        if (IsPage(place) && PageFrame.Of(_sources.Of(place.File), place.Span) is { } page)
        {
            var line = _sources.Of(place.File).Lines.At(place.Span.Offset).Line;
            Draw(line.ToString(CultureInfo.InvariantCulture), page, finding.Severity);
        }
        else if (KindOf(place) == ContentKind.X12 && SegmentFrame.Of(_sources.Of(place.File), place.Span, phi) is { } segment)
        {
            Draw("", segment, finding.Severity);
        }
    }

    private void Draw(string number, Frame frame, Severity severity)
    {
        var gutter = new string(' ', Math.Max(2, number.Length));
        lines.Write($"{gutter} {lines.Blue("|")}");
        lines.Write($"{lines.Blue(number.PadLeft(gutter.Length))} {lines.Blue("|")} {frame.Text}");
        lines.Write($"{gutter} {lines.Blue("|")} {new string(' ', frame.Start)}{Coloured(severity, new string('^', frame.Length))}");
    }

    private string Described(Witness witness, Place reported)
    {
        var parts = new List<string>();
        if (witness.Row is { } row)
        {
            var beyond = row.Extrapolated ? ", beyond the dates of the release" : "";
            parts.Add(Printable.Of($"table {row.Table} {row.Release}, key {Words.Key(row, phi)}{beyond}"));
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

    private string Missing(Absence absence, Place reported)
    {
        var text = $"none; sought {Printable.Of(absence.Sought)}";
        if (absence.Nearest is { } nearest)
            text += $"; nearest is {Beside(nearest, reported)}";
        return absence.Failed is { } failed ? $"{text}, which fails {Printable.Of(failed)}" : text;
    }

    private string Described(WitnessField field)
    {
        var value = !phi.Shows(field.Privacy) ? Message.Mask
            : field.Values.IsEmpty ? field.IsList ? "none" : "not given"
            : Printable.Of(Listed(field.Values, " "));
        return $"{field.Name} {value}";
    }

    private static string Listed(ImmutableArray<string> values, string separator) => values.Length <= ListedValues
        ? string.Join(separator, values)
        : FormattableString.Invariant($"{string.Join(separator, values.Take(ListedValues))} and {values.Length - ListedValues} more");
}
