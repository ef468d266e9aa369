using System.Collections.Immutable;
using MedCodes.Validator.Engine.Cases;
using MedCodes.Validator.Rules.Facts;

namespace MedCodes.Validator.Engine.Naive;

/// <summary>What the rules of one stratum are judged on: the facts of a patient with what earlier strata found.</summary>
internal sealed class PatientDomains
{
    public PatientDomains(PatientCase patient, FoundFacts found)
    {
        Claims = [.. patient.Claims.Select(claim => new Domain(WithFindings(claim), null))];

        // Rules wider than a claim do not see what was replaced; without a patient they see one claim after the other.
        var standing = patient.Claims.Where(claim => !claim.IsSuperseded).ToList();
        if (!patient.IsIdentified)
        {
            Patients = [.. standing.Select(claim => new Domain(WithFindings(claim).Prepend(patient.Patient), null))];
            return;
        }

        var facts = standing.Concat(patient.History).SelectMany(WithFindings).OrderBy(fact => fact.Order).ToList();
        Patients = [new Domain(facts.Prepend(patient.Patient), SeenBy(facts, patient))];

        IEnumerable<Fact> WithFindings(ClaimFacts claim) => claim.All.Concat(found.On(claim.Claim));
    }

    /// <summary>Each claim by itself, superseded ones too.</summary>
    public ImmutableArray<Domain> Claims { get; }

    /// <summary>All that is seen of the patient together.</summary>
    public ImmutableArray<Domain> Patients { get; }

    private static SeenDays SeenBy(IEnumerable<Fact> facts, PatientCase patient) => new(
        [.. facts.Select(fact => fact.Content).OfType<LineDay>().Select(day => day.Day).OfType<DateOnly>()],
        patient.HistoryFrom);
}
