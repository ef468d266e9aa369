using FsCheck;
using FsCheck.Fluent;
using MedCodes.Validator.Engine;
using MedCodes.Validator.Engine.Naive;
using MedCodes.Validator.Engine.Planned;
using MedCodes.Validator.Tests.Support;

namespace MedCodes.Validator.Tests.Engine.Planned;

/// <summary>The built-in engine against the definition, on random rules over random patients.</summary>
public class AgreementTests
{
    private const int Few = 300;
    private const int Many = 100_000;

    [Fact]
    public void Built_in_engine_gives_what_the_definition_gives() => Agree(Few);

    [LongFact]
    [Trait("Length", "Long")]
    public void Built_in_engine_gives_what_the_definition_gives_in_a_hundred_thousand_cases() => Agree(Many);

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

    private static void Agree(int cases) => Prop
        .ForAll(Gen.Choose(0, int.MaxValue).ToArbitrary(), seed => Assert.Equal(Judged(seed, rules => new NaiveEngine(rules)), Judged(seed, rules => new PlannedEngine(rules))))
        .Check(Config.QuickThrowOnFailure.WithMaxTest(cases).WithReplay(new Replay(new Rnd(20240815, 1), null)));

    private static string Judged(int seed, Func<MedCodes.Validator.Rules.RuleSet, IRuleEngine> engineOf)
    {
        var random = new Random(seed);
        var rules = RandomLibrary.Of(random, 4);
        var patients = new RandomClaims(random, rules.Profiles).Patients(3);
        var engine = engineOf(rules);
        var run = new RunKnowledge(new DateOnly(2024, 9, 30));
        foreach (var patient in patients)
            engine.Learn(patient, run);
        var judged = patients.Select(patient => JudgementText.Of(engine.Judge(patient, run)));
        var file = patients[0].Claims[0].Claim.Root;
        var facts = patients.SelectMany(patient => patient.Claims).OrderBy(claim => claim.Order).SelectMany(claim => claim.All).Prepend(file);
        return string.Join("\n====\n", judged.Append(JudgementText.Of(engine.Judge([.. facts], run))))
            + "\n" + string.Join('\n', rules.Rules.Select(rule => rule.Source.Text));
    }
}
