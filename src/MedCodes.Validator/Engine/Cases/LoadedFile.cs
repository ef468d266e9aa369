using System.Collections.Immutable;
using MedCodes.Validator.Claims;
using MedCodes.Validator.Documents;
using MedCodes.Validator.Rules.Facts;
using MedCodes.Validator.Sources;

namespace MedCodes.Validator.Engine.Cases;

/// <summary>What a file holds: claims or pages.</summary>
/// <param name="File">The file.</param>
/// <param name="Batches">Its claims; none for pages, and where there are too many to keep.</param>
/// <param name="Pages">Its pages; none for claims.</param>
/// <param name="Faults">What is wrong with it.</param>
internal sealed record LoadedFile(
    SourceFile File, ImmutableArray<ClaimBatch> Batches, ImmutableArray<ProcedureDocument> Pages, FaultList Faults)
{
    private ClaimSurvey? _survey;

    /// <summary>Reads the claims with some ordinals again; null where there are none, or none that are not kept.</summary>
    public Func<Func<int, bool>, IEnumerable<ClaimBatch>>? ReadAgain { get; init; }

    /// <summary>What was noted of its claims.</summary>
    public ClaimSurvey Survey
    {
        get => _survey ??= ClaimSurvey.Of(Batches);
        init => _survey = value;
    }

    /// <summary>Which rules about files are for it; where nothing could be made of the content, all are.</summary>
    public FileContentKind Content =>
        !Pages.IsEmpty ? FileContentKind.Page : Batches.IsEmpty && ReadAgain is null ? FileContentKind.Unrecognized : FileContentKind.Claims;

    /// <summary>Batches that hold the claims with some ordinals, and perhaps others.</summary>
    public IEnumerable<ClaimBatch> Read(Func<int, bool> wanted) => Batches.IsEmpty && ReadAgain is not null ? ReadAgain(wanted) : Batches;

    /// <summary>The same without its claims, which are read again when they are asked for.</summary>
    public LoadedFile WithoutClaims() => this with { Batches = [] };

    /// <summary>What is wrong with it, and whether that changed while it was read again.</summary>
    public FaultList FaultsByNow =>
        Batches.IsEmpty && ReadAgain is not null && File.ChangeFault is { } changed && !Faults.HasAny(changed.Kind) ? Faults.With(changed) : Faults;
}

/// <summary>Earlier claims: they are seen, and neither reported nor denied.</summary>
/// <param name="File">The claims.</param>
/// <param name="From">The first day that they cover; the days after their end are those of the run.</param>
internal sealed record LoadedHistory(LoadedFile File, DateOnly From)
{
    /// <summary>The same without its claims, which are read again when they are asked for.</summary>
    public LoadedHistory WithoutClaims() => this with { File = File.WithoutClaims() };
}
