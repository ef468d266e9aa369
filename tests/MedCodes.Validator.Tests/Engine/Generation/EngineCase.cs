using System.Collections.Immutable;
using System.Text;

namespace MedCodes.Validator.Tests.Engine.Generation;

/// <summary>Some rules and some patients, on whom all engines must say the same.</summary>
/// <param name="Rules">The rules as written.</param>
/// <param name="Patients">The patients.</param>
internal sealed record EngineCase(ImmutableArray<string> Rules, ImmutableArray<PatientInput> Patients)
{
    // A case is some patients under a library.
    private const int RulesOfCase = 4;
    private const int PatientsOfCase = 3;

    /// <summary>The random case of a seed.</summary>
    public static EngineCase Of(int seed) => new(RandomLibrary.Rules(new Random(seed), RulesOfCase), PatientsOf(seed));

    /// <summary>The random case of a seed with one patient whose claims are many and much alike.</summary>
    public static EngineCase OfCrowd(int seed) => new(RandomLibrary.Rules(new Random(seed), RulesOfCase), new RandomClaims(new Random(seed), RandomLibrary.Profiles).Crowd());

    /// <summary>The random patients of a seed.</summary>
    public static ImmutableArray<PatientInput> PatientsOf(int seed) => new RandomClaims(new Random(seed), RandomLibrary.Profiles).Patients(PatientsOfCase);

    /// <summary>Smaller cases: without a rule or a part of one, without a patient, a claim or a value.</summary>
    public IEnumerable<EngineCase> Smaller()
    {
        foreach (var fewer in Without(Patients).Where(patients => !patients.IsEmpty))
            yield return this with { Patients = fewer };
        foreach (var fewer in Without(Rules).Where(rules => !rules.IsEmpty))
            yield return this with { Rules = fewer };
        for (var i = 0; i < Patients.Length; i++)
        {
            foreach (var smaller in SmallerRecord.Of(Patients[i]).Where(patient => !patient.Claims.IsEmpty))
                yield return this with { Patients = Patients.SetItem(i, smaller) };
        }

        for (var i = 0; i < Rules.Length; i++)
        {
            foreach (var smaller in SmallerRule.Of(Rules[i]))
            {
                if (RandomLibrary.TryLoad(Rules.SetItem(i, smaller)) is not null)
                    yield return this with { Rules = Rules.SetItem(i, smaller) };
            }
        }
    }

    /// <summary>The case as a test can hold it.</summary>
    public override string ToString()
    {
        var text = new StringBuilder();
        foreach (var rule in Rules)
            text.Append(rule).Append('\n');
        foreach (var patient in Patients)
            text.Append(InputText.Of(patient));
        return text.ToString();
    }

    private static IEnumerable<ImmutableArray<T>> Without<T>(ImmutableArray<T> all) => Enumerable.Range(0, all.Length).Select(all.RemoveAt);
}
