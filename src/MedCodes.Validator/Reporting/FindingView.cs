using System.Collections.Immutable;
using MedCodes.Validator.Findings;
using MedCodes.Validator.Sources;

namespace MedCodes.Validator.Reporting;

/// <summary>
/// Looks at findings at one level of privacy: masks values, finds lines and columns, quotes the input. Several threads may ask at once, but
/// what one was shown is its own.
/// </summary>
/// <param name="phi">How much of a patient's data is shown.</param>
/// <param name="files">The files that were checked.</param>
/// <param name="sources">What is known of files already.</param>
internal sealed class FindingView(PhiLevel phi, ImmutableArray<CheckedFile> files, SourceViews sources)
{
    private readonly Dictionary<string, (int Number, ContentKind Kind)> _files = files
        .Select((file, place) => (File: file, Number: place + 1))
        .DistinctBy(file => file.File.Path, StringComparer.Ordinal)
        .ToDictionary(file => file.File.Path, file => (file.Number, file.File.Kind), StringComparer.Ordinal);

    // Mostly one is asked for many times.
    private SourceView? _latest;

    public ShownFinding Of(Finding finding)
    {
        var place = Of(finding.Place);

        // What a finding is about mostly stands first in its proof, and needs to be looked up once.
        ShownPlace Shown(Place other) => other == finding.Place ? place : Of(other);
        return new ShownFinding
        {
            Rule = finding.Rule,
            Severity = finding.Severity,
            Phase = finding.Rule.Phase,
            FileNumber = _files.TryGetValue(finding.Place.File.Path, out var file) ? file.Number : null,
            Message = finding.Message.Render(phi.Least()),
            Cause = RootCause.Of(finding),
            Place = place,
            Frame = new Lazy<Frame?>(() => FrameOf(finding.Place), isThreadSafe: false),
            Witnesses = ImmutableArray.CreateRange(finding.Witnesses, Of, Shown),
            ChargeAtRisk = finding.ChargeAtRisk,
            Deadline = phi.Shows(Privacy.Account) ? finding.Deadline : null,
            Fingerprint = finding.Fingerprint,
            Edits = ImmutableArray.CreateRange(finding.Edits, (edit, source) => new ShownEdit(source.RegionOf(edit.Span), edit.Replacement), SourceOf(finding.Place.File)),
        };
    }

    // What was not checked and has findings all the same is a configuration file.
    private ContentKind KindOf(Place place) => _files.TryGetValue(place.File.Path, out var file) ? file.Kind : ContentKind.Text;

    public ShownPlace Of(Place place) => new()
    {
        File = place.File.Path,
        IsPage = ShownPlace.HasLines(KindOf(place)),
        Claim = place.Claim,
        ClaimId = phi.Shows(Privacy.Account) ? place.ClaimId : null,
        Line = place.Line,
        Section = place.Section,
        Path = place.Path,
        Region = new ShownRegion(SourceOf(place.File), place.Span),
    };

    private SourceView SourceOf(SourceFile file)
    {
        var latest = _latest;
        return latest?.File == file ? latest : _latest = sources.Of(file);
    }

    private Frame? FrameOf(Place place) => KindOf(place) switch
    {
        ContentKind.X12 => SegmentFrame.Of(SourceOf(place.File), place.Span, phi),
        // JSON is quoted nowhere: what stands beside a value in its line may be anything of the patient's.
        ContentKind.Unrecognized or ContentKind.Json => null,
        _ => PageFrame.Of(SourceOf(place.File), place.Span),
    };

    public ShownWitness Of(Witness witness) => Of(witness, Of);

    private ShownWitness Of(Witness witness, Func<Place, ShownPlace> shown) => new()
    {
        Name = witness.Name,
        Kind = witness.Kind,
        Place = witness.Place is { } place ? shown(place) : null,
        Row = witness.Row is { } row ? new ShownRow(row.Table, row.Release, Words.Key(row, phi), row.Extrapolated) : null,
        Absence = witness.Absence is { } absence
            ? new ShownAbsence(absence.Sought, absence.Nearest is { } nearest ? shown(nearest) : null, absence.Failed)
            : null,
        Fields = Of(witness.Fields),
        Members = ImmutableArray.CreateRange(witness.Members, shown),
    };

    private ImmutableArray<ShownField> Of(ImmutableArray<WitnessField> fields)
    {
        var all = ImmutableArray.CreateBuilder<ShownField>(fields.Length);
        foreach (var isMasked in (ReadOnlySpan<bool>)[false, true])
        {
            foreach (var field in fields)
            {
                if (phi.Shows(field.Privacy) != isMasked)
                    all.Add(Of(field));
            }
        }

        return all.MoveToImmutable();
    }

    private ShownField Of(WitnessField field) => phi.Shows(field.Privacy)
        ? new ShownField(field.Name, field.Values, field.IsList, field.IsNumber, IsMasked: false)
        : new ShownField(field.Name, [], IsList: false, IsNumber: false, IsMasked: true);
}
