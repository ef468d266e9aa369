using MedCodes.Validator.Engine;
using MedCodes.Validator.Engine.Naive;
using MedCodes.Validator.Engine.Planned;
using MedCodes.Validator.Findings;
using MedCodes.Validator.Rules;
using MedCodes.Validator.Rules.Facts;
using MedCodes.Validator.Tests.Engine.Generation;
using MedCodes.Validator.Tests.Support;

namespace MedCodes.Validator.Tests.Engine.Planned;

/// <summary>The built-in engine against the definition, on random rules over random patients.</summary>
public class AgreementTests
{
    internal static readonly Dictionary<string, Shortcuts> Ways = new(StringComparer.Ordinal)
    {
        ["all"] = Shortcuts.All,
        ["none"] = Shortcuts.None,
        ["no screening"] = Shortcuts.All with { Screening = false },
        ["no memory of rows"] = Shortcuts.All with { Memory = false },
        ["nothing joined on rows"] = Shortcuts.All with { Joining = false },
        ["no selection"] = Shortcuts.All with { Selection = false },
        ["no memory of totals"] = Shortcuts.All with { Totals = false },
        ["no index"] = Shortcuts.All with { FewestIndexed = int.MaxValue },
        ["index always"] = Shortcuts.All with { FewestIndexed = 0 },
        ["rows sought always"] = Shortcuts.All with { FewestSought = 0 },
        ["rows given up at once"] = Shortcuts.All with { FewestSought = 0, Work = new RowWork(0, 0, 0) },
        ["rows given up after a few"] = Shortcuts.All with { FewestSought = 0, Work = new RowWork(6, 0, 0) },
        ["only screening"] = Shortcuts.None with { Screening = true },
        ["only selection"] = Shortcuts.None with { Selection = true },
        ["only totals and an index"] = Shortcuts.None with { Totals = true, FewestIndexed = 0 },
    };

    public static TheoryData<string> WayNames => [.. Ways.Keys];

    [Fact]
    public void Built_in_engine_gives_what_the_definition_gives() => Agreement.OnRandomCases(300, rules => new PlannedEngine(rules));

    [Theory]
    [MemberData(nameof(WayNames))]
    public void Every_shortcut_can_be_switched_off_and_nothing_changes(string way) => Agreement.OnRandomCases(40, rules => new PlannedEngine(rules, Ways[way]));

    [Fact]
    public void One_patient_with_many_claims_much_alike_is_judged_alike() => Agreement.OnCrowds(80, rules => new PlannedEngine(rules));

    [LongFact]
    [Trait("Length", "Long")]
    public void Many_patients_with_many_claims_much_alike_are_judged_alike() => Agreement.OnCrowds(1_000, rules => new PlannedEngine(rules));

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Where_dates_lie_on_both_sides_of_the_border_of_two_releases_the_engines_agree(bool areApart) =>
        Agreement.OnTwoReleases(150, areApart, rules => new PlannedEngine(rules));

    [Theory]
    [MemberData(nameof(WayNames))]
    public void Where_tables_have_two_releases_every_shortcut_can_be_switched_off(string way) =>
        Agreement.OnTwoReleases(20, areApart: false, rules => new PlannedEngine(rules, Ways[way]));

    [Fact]
    public void Random_cases_are_judged_by_either_of_two_releases_and_by_none_between_them()
    {
        var (meeting, apart) = (Said(areApart: false), Said(areApart: true));

        Assert.All([TwoReleases.Earlier, TwoReleases.Later], release => Assert.Contains(meeting, one => one.Contains($" {release} ", StringComparison.Ordinal)));
        Assert.Contains(meeting, one => one.Contains($" {TwoReleases.Earlier} ", StringComparison.Ordinal) && one.Contains($" {TwoReleases.Later} ", StringComparison.Ordinal));
        Assert.True(NotCovered(meeting) < NotCovered(apart));

        static List<string> Said(bool areApart) => [.. Enumerable.Range(0, 400).Select(EngineCase.Of).Select(one =>
        {
            var rules = TwoReleases.Of(RandomLibrary.TryLoad(one.Rules)!, areApart);
            return JudgedRun.Of(new NaiveEngine(rules), rules, one.Patients);
        })];

        static int NotCovered(IEnumerable<string> said) => said.Sum(one => one.Split('\n').Count(line => line.Contains("covers the date", StringComparison.Ordinal)));
    }

    [Fact]
    public void Several_threads_say_what_one_says() => Agreement.OnRandomCases(60, rules => new PlannedEngine(rules), inParallel: true);

    [LongFact]
    [Trait("Length", "Long")]
    public void Built_in_engine_gives_what_the_definition_gives_in_a_hundred_thousand_cases() =>
        Agreement.OnManyRuns(
            LongRun.First, LongRun.Of(600), 56,
            rules => new PlannedEngine(rules), rules => new PlannedEngine(rules, Shortcuts.None), rules => new PlannedEngine(rules, Ways["rows sought always"]));

    // Another payer on one claim, its answer on another claim of the patient; a second line for which a demand that the first lifted is not
    // evaluated.
    [Theory]
    [InlineData(851292947, 48)]
    [InlineData(76, 30)]
    public void Engines_agree_where_they_once_did_not(int library, int runs) => Agreement.OnRuns(library, runs, rules => new PlannedEngine(rules));

    [Fact]
    public void Entries_in_another_order_end_alike() => Agreement.OnRandomCases(150, one =>
    {
        var written = one.Rules.Select(PermutedRule.WithReport).ToList();
        if (RandomLibrary.TryLoad(written) is not { } rules || RandomLibrary.TryLoad(written.Select(PermutedRule.Of)) is not { } permuted)
            return;

        Assert.Equal(Ends(new NaiveEngine(rules), rules, one), Ends(new NaiveEngine(permuted), permuted, one));
        Assert.Equal(JudgedRun.Of(new NaiveEngine(permuted), permuted, one.Patients), JudgedRun.Of(new PlannedEngine(permuted), permuted, one.Patients));
    });

    [Fact]
    public void Outcomes_counted_are_the_outcomes_listed()
    {
        for (var seed = 0; seed < 40; seed++)
        {
            var one = EngineCase.Of(seed);
            var rules = RandomLibrary.TryLoad(one.Rules)!;
            var patients = PatientInput.CasesOf(one.Patients, rules.Profiles);
            var engine = new PlannedEngine(rules);
            var run = new RunKnowledge(JudgedRun.AsOf);
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

    // The first of several reasons depends on the order, and so do witnesses; how a rule ends does not.
    internal static IEnumerable<(string, FactOrder, Outcome)> Ends(IEnumerable<Judgement> judgements) =>
        judgements.SelectMany(judgement => judgement.Outcomes).Select(outcome => (outcome.Rule.Id, outcome.On.Order, outcome.Outcome)).Order();

    private static IEnumerable<(string, FactOrder, Outcome)> Ends(IRuleEngine engine, RuleSet rules, EngineCase one) =>
        Ends(JudgedRun.Judge(engine, PatientInput.CasesOf(one.Patients, rules.Profiles)));
}
