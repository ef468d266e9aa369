using System.Collections.Immutable;
using MedCodes.Validator.Rules.Facts;

namespace MedCodes.Validator.Engine.Cases;

/// <summary>One patient's claims in the run, with the history that was loaded for the patient.</summary>
/// <param name="Patient">The patient.</param>
/// <param name="Claims">The claims in canonical order, superseded ones included.</param>
/// <param name="History">Earlier claims, in canonical order; they are seen and neither reported nor denied.</param>
/// <param name="HistoryFrom">The first day that the history covers; null without a history.</param>
internal sealed record PatientCase(
    Fact Patient, ImmutableArray<ClaimFacts> Claims, ImmutableArray<ClaimFacts> History, DateOnly? HistoryFrom)
{
    /// <summary>Whether the claims tell who the patient is; otherwise rules wider than a claim are not evaluated.</summary>
    public bool IsIdentified => ((PatientContent)Patient.Content).Key is not null;
}
