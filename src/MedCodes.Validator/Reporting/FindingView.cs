using System.Collections.Immutable;
using MedCodes.Validator.Findings;
using MedCodes.Validator.Sources;

namespace MedCodes.Validator.Reporting;

/// <summary>Looks at findings at one level of privacy: masks values, finds lines and columns, quotes the input.</summary>
internal sealed class FindingView(PhiLevel phi, ImmutableArray<CheckedFile> files)
{
    private readonly SourceViews _sources = new();
    private readonly Dictionary<string, ContentKind> _kinds = files
        .GroupBy(file => file.Path, StringComparer.Ordinal)
        .ToDictionary(group => group.Key, group => group.First().Kind, StringComparer.Ordinal);

    public ShownFinding Of(Finding finding) => new()
    {
        Rule = finding.Rule,
        Severity = finding.Severity,
        Message = finding.Message.Render(phi.Least()),
        Cause = RootCause.Of(finding),
        Place = Of(finding.Place),
        Frame = new Lazy<Frame?>(() => FrameOf(finding.Place)),
        Witnesses = [.. finding.Witnesses.Select(Of)],
        ChargeAtRisk = finding.ChargeAtRisk,
        Deadline = phi.Shows(Privacy.Account) ? finding.Deadline : null,
        Fingerprint = finding.Fingerprint,
        Edits = [.. finding.Edits.Select(edit => new ShownEdit(RegionOf(finding.Place.File, edit.Span), edit.Replacement))],
    };

    // What was not checked and has findings all the same is a configuration file.
    private ContentKind KindOf(Place place) => _kinds.GetValueOrDefault(place.File.Path, ContentKind.Text);

    public ShownPlace Of(Place place) => new()
    {
        File = place.File.Path,
        IsPage = ShownPlace.HasLines(KindOf(place)),
        Claim = place.Claim,
        ClaimId = phi.Shows(Privacy.Account) ? place.ClaimId : null,
        Line = place.Line,
        Section = place.Section,
        Path = place.Path,
        Region = new Lazy<Region>(() => RegionOf(place.File, place.Span)),
    };

    private Region RegionOf(SourceFile file, SourceSpan span)
    {
        var lines = _sources.Of(file).Lines;
        var start = lines.At(span.Offset);
        var end = span.Length == 0 ? start : lines.At(span.End);
        return new Region(span.Offset, span.Length, start.Line, start.Column, end.Line, end.Column);
    }

    private Frame? FrameOf(Place place) => KindOf(place) switch
    {
        ContentKind.X12 => SegmentFrame.Of(_sources.Of(place.File), place.Span, phi),
        // JSON is quoted nowhere: what stands beside a value in its line may be anything of the patient's.
        ContentKind.Unrecognized or ContentKind.Json => null,
        _ => PageFrame.Of(_sources.Of(place.File), place.Span),
    };

    public ShownWitness Of(Witness witness) => new()
    {
        Name = witness.Name,
        Kind = witness.Kind,
        Place = witness.Place is { } place ? Of(place) : null,
        Row = witness.Row is { } row ? new ShownRow(row.Table, row.Release, Words.Key(row, phi), row.Extrapolated) : null,
        Absence = witness.Absence is { } absence
            ? new ShownAbsence(absence.Sought, absence.Nearest is { } nearest ? Of(nearest) : null, absence.Failed)
            : null,
        Fields = [.. witness.Fields.Select(Of).OrderBy(field => field.IsMasked)],
        Members = [.. witness.Members.Select(Of)],
    };

    private ShownField Of(WitnessField field) => phi.Shows(field.Privacy)
        ? new ShownField(field.Name, field.Values, field.IsList, field.IsNumber, IsMasked: false)
        : new ShownField(field.Name, [], IsList: false, IsNumber: false, IsMasked: true);
}
