using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using MedCodes.Validator.Engine;
using MedCodes.Validator.Engine.Cases;
using MedCodes.Validator.Engine.Naive;
using MedCodes.Validator.Rules;

namespace MedCodes.Validator.Tests.Engine.Generation;

/// <summary>Holds an engine to the definition on whole runs: files, their envelopes and faults, batches over all patients, findings that rules read.</summary>
internal static class RunAgreement
{
    /// <summary>Tries random cases, always the same ones. Where engines differ, the case is made as small as it can be.</summary>
    /// <param name="cases">How many.</param>
    /// <param name="make">Makes the engine.</param>
    /// <param name="readsFindings">Whether rules may read what others found; for such the built-in engine leaves its place to the definition.</param>
    public static void OnRandomCases(int cases, Func<RuleSet, IRuleEngine> make, bool readsFindings = false) =>
        OnRandomCases(cases, one => Holds(one, make), readsFindings);

    /// <summary>Tries random cases, always the same ones.</summary>
    /// <param name="cases">How many.</param>
    /// <param name="holds">What must hold of a case; it throws where it does not.</param>
    /// <param name="readsFindings">Whether rules may read what others found.</param>
    public static void OnRandomCases(int cases, Action<RunCase> holds, bool readsFindings = false) => Prop
        .ForAll(Arb.From(Gen.Choose(0, int.MaxValue).Select(seed => RunCase.Of(seed, readsFindings)), one => one.Smaller()), holds)
        .Check(Config.QuickThrowOnFailure.WithMaxTest(cases).WithReplay(new Replay(new Rnd(20240816, 1), null)));

    /// <summary>Tries several runs under each of many libraries, because loading one takes longer than judging a run.</summary>
    /// <param name="first">The seed of the first library.</param>
    /// <param name="libraries">How many libraries.</param>
    /// <param name="runsOfEach">How many runs under each.</param>
    /// <param name="readsFindings">Whether rules may read what others found.</param>
    /// <param name="makers">Makes the engines.</param>
    public static void OnManyRuns(int first, int libraries, int runsOfEach, bool readsFindings, params IReadOnlyList<Func<RuleSet, IRuleEngine>> makers)
    {
        for (var library = first; library < first + libraries; library++)
        {
            var written = RunCase.RulesOf(library, readsFindings);
            var rules = RandomLibrary.TryLoad(written)!;
            var naive = new NaiveEngine(rules);
            var engines = makers.Select(make => make(rules)).ToList();
            for (var i = 0; i < runsOfEach; i++)
            {
                var run = RunCase.RunOf(library ^ i);
                var expected = Said(naive, rules, run);
                foreach (var (place, engine) in engines.Index())
                {
                    if (Said(engine, rules, run) != expected)
                        Shrink(new RunCase(written, run), makers[place], $"run {i.ToString(CultureInfo.InvariantCulture)} of library {library.ToString(CultureInfo.InvariantCulture)}");
                }
            }
        }
    }

    /// <summary>All that an engine says of a run, as text: findings and outcomes one by one, and the outcomes as a report counts them, judged several at a time.</summary>
    public static string Said(IRuleEngine engine, RuleSet rules, RunInput run) =>
        $"{Of(Judge(engine, rules, run).Judgements)}\n++++\n{Counted(rules, engine, run)}";

    /// <summary>The judgement of a run.</summary>
    public static RunJudgement Judge(IRuleEngine engine, RuleSet rules, RunInput run) =>
        RunJudgement.Of(engine, rules, run.Loaded(), JudgedRun.AsOf, run.LoadedHistory());

    private static string Counted(RuleSet rules, IRuleEngine engine, RunInput run)
    {
        // One way of coming by the claims of a part must be as good as the other.
        var spills = engine is not NaiveEngine;
        var judged = RunJudgement.Of(engine, rules, run.Loaded(), JudgedRun.AsOf, run.LoadedHistory(), countsOutcomes: true, jobs: 3, parts: 2, spills: spills);
        var counts = rules.Rules.Select(rule => $"{rule.Id} {judged.Tally!.Of(rule)}");
        var causes = judged.Tally!.Causes.Select(cause => cause.ToString()).Order(StringComparer.Ordinal);
        return string.Join('\n', [Of(judged.Judgements), .. counts, .. causes]);
    }

    // An engine need not judge claims together of which nothing can be said.
    private static string Of(IEnumerable<Judgement> judgements) => string.Join(
        "\n====\n", judgements.Where(judgement => !judgement.Findings.IsEmpty || !judgement.Outcomes.IsEmpty).Select(JudgementText.Of));

    // What an engine remembers of other runs may be needed for the difference: then the case itself must do.
    private static void Shrink(RunCase one, Func<RuleSet, IRuleEngine> make, string where)
    {
        Prop.ForAll(Arb.From(Gen.Constant(one), smaller => smaller.Smaller()), smaller => Holds(smaller, make))
            .Check(Config.QuickThrowOnFailure.WithMaxTest(1));
        Assert.Fail($"{where}, after the runs before it:\n{one}");
    }

    private static void Holds(RunCase one, Func<RuleSet, IRuleEngine> make)
    {
        if (RandomLibrary.TryLoad(one.Rules) is { } rules)
            Assert.Equal(Said(new NaiveEngine(rules), rules, one.Run), Said(make(rules), rules, one.Run));
    }
}
