using System.Collections.Immutable;
using System.Runtime.InteropServices;
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
    private KnownFile? _latest;

    public ShownFinding Of(Finding finding)
    {
        var place = Of(finding.Place);
        return new ShownFinding
        {
            Rule = finding.Rule,
            Severity = finding.Severity,
            Phase = finding.Rule.Phase,
            FileNumber = KnownOf(finding.Place.File).Number,
            Message = finding.Message.Render(phi.Least()),
            Cause = RootCause.Of(finding),
            Place = place,
            Frame = new Lazy<Frame?>(() => FrameOf(finding.Place), isThreadSafe: false),
            Witnesses = ImmutableArray.CreateRange(finding.Witnesses, Of, new ReportedPlace(finding.Place, place)),
            ChargeAtRisk = finding.ChargeAtRisk,
            Deadline = phi.Shows(Privacy.Account) ? finding.Deadline : null,
            Fingerprint = finding.Fingerprint,
            Edits = ImmutableArray.CreateRange(finding.Edits, (edit, source) => new ShownEdit(source.RegionOf(edit.Span), edit.Replacement), KnownOf(finding.Place.File).Source),
        };
    }

    public ShownPlace Of(Place place) => Of(place, KnownOf(place.File));

    private ShownPlace Of(Place place, KnownFile file) => new()
    {
        File = place.File.Path,
        IsPage = ShownPlace.HasLines(file.Kind),
        Claim = place.Claim,
        ClaimId = phi.Shows(Privacy.Account) ? place.ClaimId : null,
        Line = place.Line,
        Section = place.Section,
        Path = place.Path,
        Region = new ShownRegion(file.Source, place.Span),
    };

    private KnownFile KnownOf(SourceFile file)
    {
        var latest = _latest;
        if (latest?.Source.File == file)
            return latest;

        // What was not checked and has findings all the same is a configuration file.
        return _latest = _files.TryGetValue(file.Path, out var known)
            ? new KnownFile(sources.Of(file), known.Number, known.Kind)
            : new KnownFile(sources.Of(file), null, ContentKind.Text);
    }

    private Frame? FrameOf(Place place)
    {
        var file = KnownOf(place.File);
        return file.Kind switch
        {
            ContentKind.X12 => SegmentFrame.Of(file.Source, place.Span, phi),
            // JSON is quoted nowhere: what stands beside a value in its line may be anything of the patient's.
            ContentKind.Unrecognized or ContentKind.Json => null,
            _ => PageFrame.Of(file.Source, place.Span),
        };
    }

    public ShownWitness Of(Witness witness) => Of(witness, default);

    private ShownWitness Of(Witness witness, ReportedPlace reported) => new()
    {
        Name = witness.Name,
        Kind = witness.Kind,
        Place = witness.Place is { } place ? Of(place, reported) : null,
        Row = witness.Row is { } row ? new ShownRow(row.Table, row.Release, Words.Key(row, phi), row.Extrapolated) : null,
        Absence = witness.Absence is { } absence
            ? new ShownAbsence(absence.Sought, absence.Nearest is { } nearest ? Of(nearest, reported) : null, absence.Failed)
            : null,
        Fields = Of(witness.Fields),
        Members = witness.Members.IsEmpty ? [] : ImmutableArray.CreateRange(witness.Members, Of, reported),
    };

    private ShownPlace Of(Place place, ReportedPlace reported) => place == reported.Place ? reported.Shown! : Of(place);

    private ImmutableArray<ShownField> Of(ImmutableArray<WitnessField> fields)
    {
        var (all, count) = (new ShownField[fields.Length], 0);
        foreach (var isMasked in (ReadOnlySpan<bool>)[false, true])
        {
            foreach (var field in fields)
            {
                if (phi.Shows(field.Privacy) != isMasked)
                    all[count++] = Of(field);
            }
        }

        return ImmutableCollectionsMarshal.AsImmutableArray(all);
    }

    private ShownField Of(WitnessField field) => phi.Shows(field.Privacy)
        ? new ShownField(field.Name, field.Values, field.IsList, field.IsNumber, IsMasked: false)
        : new ShownField(field.Name, [], IsList: false, IsNumber: false, IsMasked: true);

    /// <summary>A file with its number among those that were checked.</summary>
    private sealed record KnownFile(SourceView Source, int? Number, ContentKind Kind);

    /// <summary>What a finding is about: it mostly stands first in its proof as well, and needs to be looked up once.</summary>
    private readonly record struct ReportedPlace(Place? Place, ShownPlace? Shown);
}
