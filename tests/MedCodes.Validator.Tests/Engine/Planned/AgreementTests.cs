using System.Collections.Immutable;
using FsCheck;
using FsCheck.Fluent;
using MedCodes.Validator.Engine;
using MedCodes.Validator.Engine.Cases;
using MedCodes.Validator.Engine.Naive;
using MedCodes.Validator.Engine.Planned;
using MedCodes.Validator.Tests.Support;

namespace MedCodes.Validator.Tests.Engine.Planned;

/// <summary>The built-in engine against the definition, on random rules over random patients.</summary>
public class AgreementTests
{
    // A case is a patient under a library. Loading one takes longer than judging many patients, so each library has its share of runs.
    private const int PatientsOfRun = 3;

    [Fact]
    public void Built_in_engine_gives_what_the_definition_gives() => Agree(libraries: 300, runsOfEach: 1);

    [LongFact]
    [Trait("Length", "Long")]
    public void Built_in_engine_gives_what_the_definition_gives_in_a_hundred_thousand_cases() => Agree(libraries: 600, runsOfEach: 56);

    // Another payer on one claim, its answer on another claim of the patient.
    [Theory]
    [InlineData(851292947, 48)]
    public void Engines_agree_where_they_once_did_not(int library, int runs) => AgreeOn(library, runs);

    [Fact]
    public void Outcomes_counted_are_the_outcomes_listed()
    {
        for (var seed = 0; seed < 40; seed++)
        {
            var random = new Random(seed);
            var rules = RandomLibrary.Of(random, 4);
            var patients = new RandomClaims(random, rules.Profiles).Patients(3);
            var engine = new PlannedEngine(rules);
            var run = new RunKnowledge(new DateOnly(2024, 9, 30));
            var (counted, listed) = (new OutcomeTally(rules), new OutcomeTally(rules));
            foreach (var patient in patients)
            {
                foreach (var outcome in engine.Judge(patient, run).Outcomes)
                    listed.Add(outcome);
                engine.Judge(patient, run, counted);
            }

            Assert.All(rules.Rules, rule => Assert.Equal(listed.Of(rule), counted.Of(rule)));
            Assert.Equal(listed.Causes.Select(cause => cause.ToString()).Order(StringComparer.Ordinal), counted.Causes.Select(cause => cause.ToString()).Order(StringComparer.Ordinal));
        }
    }

    private static void Agree(int libraries, int runsOfEach) => Prop
        .ForAll(Gen.Choose(0, int.MaxValue).ToArbitrary(), seed => AgreeOn(seed, runsOfEach))
        .Check(Config.QuickThrowOnFailure.WithMaxTest(libraries).WithReplay(new Replay(new Rnd(20240815, 1), null)));

    private static void AgreeOn(int seed, int runs)
    {
        var rules = RandomLibrary.Of(new Random(seed), 4);
        var (naive, planned) = (new NaiveEngine(rules), new PlannedEngine(rules));
        for (var i = 0; i < runs; i++)
        {
            var patients = new RandomClaims(new Random(seed ^ i), rules.Profiles).Patients(PatientsOfRun);
            var expected = Judged(naive, patients);

            // What rules deny is marked on the facts, which both engines are given.
            foreach (var fact in patients.SelectMany(patient => patient.Claims).SelectMany(claim => claim.All))
                fact.IsDenied = false;
            var actual = Judged(planned, patients);
            if (expected != actual)
                Assert.Fail($"run {i} of library {seed}\n{expected}\n>>>> built-in\n{actual}\n{string.Join('\n', rules.Rules.Select(rule => rule.Source.Text))}");
        }
    }

    private static string Judged(IRuleEngine engine, ImmutableArray<PatientCase> patients)
    {
        var run = new RunKnowledge(new DateOnly(2024, 9, 30));
        foreach (var patient in patients)
            engine.Learn(patient, run);
        var judged = patients.Select(patient => JudgementText.Of(engine.Judge(patient, run))).ToList();
        var file = patients[0].Claims[0].Claim.Root;
        var facts = patients.SelectMany(patient => patient.Claims).SelectMany(claim => claim.All).OrderBy(fact => fact.Order).Prepend(file);
        return string.Join("\n====\n", judged.Append(JudgementText.Of(engine.Judge([.. facts], run))));
    }
}
