using MedCodes.Validator.Engine.Cases;
using MedCodes.Validator.Rules.Facts;

namespace MedCodes.Validator.Engine.Planned.Recall;

/// <summary>What rules are judged on together: one claim of a patient, or all of them.</summary>
/// <param name="Patient">The patient.</param>
/// <param name="Place">The claim's place among the patient's; -1 for all.</param>
internal readonly record struct Unit(PatientCase Patient, int Place)
{
    public int Count => Place < 0 ? Patient.Claims.Length : 1;

    public ClaimFacts this[int index] => Patient.Claims[PlaceOf(index)];

    /// <summary>The place among the patient's claims of a claim of the unit.</summary>
    public int PlaceOf(int index) => Place < 0 ? index : Place;

    /// <summary>Its facts, made when first asked for.</summary>
    public UnitFacts FactsOf(ref PatientUnits? units)
    {
        units ??= new PatientUnits(Patient);
        return Place < 0 ? units.Patients[0] : units.Claim(Place);
    }
}
