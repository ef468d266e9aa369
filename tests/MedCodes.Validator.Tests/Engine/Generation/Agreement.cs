using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using MedCodes.Validator.Engine;
using MedCodes.Validator.Engine.Naive;
using MedCodes.Validator.Rules;

namespace MedCodes.Validator.Tests.Engine.Generation;

/// <summary>Holds an engine to the definition. Where they differ, the case is made as small as it can be.</summary>
internal static class Agreement
{
    /// <summary>Tries random cases, always the same ones.</summary>
    /// <param name="cases">How many.</param>
    /// <param name="make">Makes the engine.</param>
    /// <param name="inParallel">Whether it judges several patients at a time.</param>
    public static void OnRandomCases(int cases, Func<RuleSet, IRuleEngine> make, bool inParallel = false) =>
        OnRandomCases(cases, one => Holds(one, make, inParallel));

    /// <summary>Tries random cases of one patient whose claims are many and much alike, always the same ones.</summary>
    /// <param name="cases">How many.</param>
    /// <param name="make">Makes the engine.</param>
    public static void OnCrowds(int cases, Func<RuleSet, IRuleEngine> make) => OnRandomCases(cases, EngineCase.OfCrowd, one => Holds(one, make, inParallel: false));

    /// <summary>Tries random cases over tables of two releases, always the same ones.</summary>
    /// <param name="cases">How many.</param>
    /// <param name="areApart">Whether there are days between the releases that neither speaks of.</param>
    /// <param name="make">Makes the engine.</param>
    public static void OnTwoReleases(int cases, bool areApart, Func<RuleSet, IRuleEngine> make) =>
        OnRandomCases(cases, one => Holds(one, make, inParallel: false, rules => TwoReleases.Of(rules, areApart)));

    /// <summary>Tries random cases, always the same ones.</summary>
    /// <param name="cases">How many.</param>
    /// <param name="holds">What must hold of a case; it throws where it does not.</param>
    public static void OnRandomCases(int cases, Action<EngineCase> holds) => OnRandomCases(cases, EngineCase.Of, holds);

    private static void OnRandomCases(int cases, Func<int, EngineCase> make, Action<EngineCase> holds) => Prop
        .ForAll(Arb.From(Gen.Choose(0, int.MaxValue).Select(make), one => one.Smaller()), holds)
        .Check(Config.QuickThrowOnFailure.WithMaxTest(cases).WithReplay(new Replay(new Rnd(20240815, 1), null)));

    /// <summary>Tries many patients under each library, because loading one takes longer than judging many patients.</summary>
    /// <param name="first">The seed of the first library.</param>
    /// <param name="libraries">How many libraries.</param>
    /// <param name="runsOfEach">How many runs under each.</param>
    /// <param name="makers">Makes the engines.</param>
    public static void OnManyRuns(int first, int libraries, int runsOfEach, params IReadOnlyList<Func<RuleSet, IRuleEngine>> makers)
    {
        for (var library = first; library < first + libraries; library++)
            OnRuns(library, runsOfEach, makers);
    }

    /// <summary>Tries runs of many patients under one library.</summary>
    public static void OnRuns(int library, int runs, params IReadOnlyList<Func<RuleSet, IRuleEngine>> makers)
    {
        var written = EngineCase.Of(library).Rules;
        var rules = RandomLibrary.TryLoad(written)!;
        var naive = new NaiveEngine(rules);
        var engines = makers.Select(make => make(rules)).ToList();
        for (var i = 0; i < runs; i++)
        {
            var patients = EngineCase.PatientsOf(library ^ i);
            var expected = JudgedRun.Of(naive, rules, patients);
            foreach (var (place, engine) in engines.Index())
            {
                if (JudgedRun.Of(engine, rules, patients) != expected)
                    Shrink(new EngineCase(written, patients), makers[place], $"run {i.ToString(CultureInfo.InvariantCulture)} of library {library.ToString(CultureInfo.InvariantCulture)}");
            }
        }
    }

    // What an engine remembers of other patients may be needed for the difference: then the case itself must do.
    private static void Shrink(EngineCase one, Func<RuleSet, IRuleEngine> make, string where)
    {
        Prop.ForAll(Arb.From(Gen.Constant(one), smaller => smaller.Smaller()), smaller => Holds(smaller, make, inParallel: false))
            .Check(Config.QuickThrowOnFailure.WithMaxTest(1));
        Assert.Fail($"{where}, after the runs before it:\n{one}");
    }

    private static void Holds(EngineCase one, Func<RuleSet, IRuleEngine> make, bool inParallel, Func<RuleSet, RuleSet>? changed = null)
    {
        if (RandomLibrary.TryLoad(one.Rules) is not { } loaded)
            return;
        var rules = changed?.Invoke(loaded) ?? loaded;
        Assert.Equal(JudgedRun.Of(new NaiveEngine(rules), rules, one.Patients), JudgedRun.Of(make(rules), rules, one.Patients, inParallel));
    }
}
