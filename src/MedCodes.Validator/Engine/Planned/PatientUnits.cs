using MedCodes.Validator.Engine.Cases;
using MedCodes.Validator.Rules.Catalogue;
using MedCodes.Validator.Rules.Facts;

namespace MedCodes.Validator.Engine.Planned;

/// <summary>The units of a patient: each claim by itself, and what is seen of the patient together.</summary>
internal sealed class PatientUnits
{
    private readonly PatientCase _patient;
    private List<UnitFacts>? _claims;
    private List<UnitFacts>? _patients;

    public PatientUnits(PatientCase patient) => _patient = patient;

    public bool IsIdentified => _patient.IsIdentified;

    /// <summary>Each claim, superseded ones too.</summary>
    public IReadOnlyList<UnitFacts> Claims => _claims ??= [.. _patient.Claims.Select(claim => new UnitFacts(claim.All, null))];

    /// <summary>What rules about the patient see: one unit, or where the patient is not identified one a claim.</summary>
    public IReadOnlyList<UnitFacts> Patients => _patients ??= IsIdentified ? [Together()] : [.. Visible.Select(Alone)];

    private IEnumerable<ClaimFacts> Visible => _patient.Claims.Where(claim => !claim.IsSuperseded);

    private UnitFacts Alone(ClaimFacts claim) => new(claim.All.Prepend(_patient.Patient), null);

    private UnitFacts Together()
    {
        var facts = Visible.Concat(_patient.History).OrderBy(claim => claim.Order).SelectMany(claim => claim.All).Prepend(_patient.Patient).ToList();
        var days = new HashSet<DateOnly>();
        foreach (var fact in facts)
        {
            if (fact.Kind == LineKinds.LineDay && ((LineDay)fact.Content).Day is { } day)
                days.Add(day);
        }

        return new UnitFacts(facts, new DaysSeen(days, _patient.HistoryFrom));
    }
}
