using MedCodes.Validator.Engine.Cases;
using MedCodes.Validator.Rules.Catalogue;
using MedCodes.Validator.Rules.Facts;

namespace MedCodes.Validator.Engine.Planned;

/// <summary>The units of a patient: each claim by itself, and what is seen of the patient together. Made when first asked for.</summary>
internal sealed class PatientUnits(PatientCase patient)
{
    private readonly UnitFacts?[] _claims = new UnitFacts?[patient.Claims.Length];
    private List<UnitFacts>? _patients;

    public bool IsIdentified => patient.IsIdentified;

    /// <summary>What rules about the patient see: one unit, or where the patient is not identified one a claim.</summary>
    public IReadOnlyList<UnitFacts> Patients => _patients ??= IsIdentified ? [Together()] : [.. Visible.Select(Alone)];

    private IEnumerable<ClaimFacts> Visible => patient.Claims.Where(claim => !claim.IsSuperseded);

    /// <summary>A claim by its place, superseded ones too.</summary>
    public UnitFacts Claim(int place) => _claims[place] ??= new UnitFacts(kind => patient.Claims[place].OfKind(kind), null);

    /// <summary>Forgets what was found out of what is denied.</summary>
    public void ForgetDenied()
    {
        foreach (var unit in _claims)
            unit?.ForgetDenied();
        foreach (var unit in _patients ?? [])
            unit.ForgetDenied();
    }

    private UnitFacts Alone(ClaimFacts claim) => new(kind => FactsOf([claim], kind), null);

    private UnitFacts Together()
    {
        var claims = Visible.Concat(patient.History).OrderBy(claim => claim.Order).ToList();
        var days = new DaysSeen();
        days.Begin(patient.HistoryFrom);
        foreach (var claim in claims)
            days.Add(claim.View);
        return new UnitFacts(kind => FactsOf(claims, kind), days);
    }

    private IEnumerable<Fact> FactsOf(List<ClaimFacts> claims, FactKind kind) =>
        kind == ClaimKinds.Patient ? [patient.Patient] : claims.SelectMany(claim => claim.OfKind(kind));
}
