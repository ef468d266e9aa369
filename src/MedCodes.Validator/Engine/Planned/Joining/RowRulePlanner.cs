using System.Collections.Immutable;
using MedCodes.Validator.Engine.Planned.Screening;
using MedCodes.Validator.Rules.Catalogue;
using MedCodes.Validator.Rules.Model;

namespace MedCodes.Validator.Engine.Planned.Joining;

/// <summary>Plans rules over rows, and numbers what workers remember of them.</summary>
internal sealed partial class RowRulePlanner
{
    private readonly List<int> _tests = [];
    private readonly List<int> _tables = [];
    private readonly List<int> _days = [];
    private readonly Dictionary<string, RowQuestion> _sharedSearches = new(StringComparer.Ordinal);
    private int _values;

    public RowColumns Columns { get; } = new();

    /// <summary>How many values decide each test, by its number.</summary>
    public IReadOnlyList<int> Tests => _tests;

    /// <summary>How many values decide what each search in a table finds, by its number.</summary>
    public IReadOnlyList<int> Tables => _tables;

    /// <summary>How many values decide which days each entry asks for, by its number.</summary>
    public IReadOnlyList<int> Days => _days;

    /// <summary>How many tests facts alone decide that are no rows.</summary>
    public int TestsOfFacts { get; private set; }

    /// <summary>How many totals there are.</summary>
    public int Totals { get; private set; }

    /// <summary>How many columns are added up.</summary>
    public int Values => _values;

    /// <summary>Plans a rule; null where something decides that no row tells.</summary>
    public RowRule? Plan(RulePlan plan)
    {
        var rule = new OfRule(this, plan);
        return rule.IsOfRows ? rule.Plan() : null;
    }

    /// <summary>The planning of one rule.</summary>
    private sealed partial class OfRule
    {
        private readonly RowRulePlanner _planner;
        private readonly RulePlan _plan;
        private readonly int[] _kinds;
        private bool _isTold = true;

        public OfRule(RowRulePlanner planner, RulePlan plan)
        {
            (_planner, _plan) = (planner, plan);
            _kinds = new int[plan.Names.Length];
            var logic = plan.Rule.Logic;
            var bound = plan.Match.Concat(plan.Groups.SelectMany(group => group)).ToList();
            foreach (var same in bound.GroupBy(entry => entry.Slot))
            {
                var kinds = same.Select(entry => entry.Rows is not null || entry.Total is not null ? -1 : planner.Columns.NumberOf(entry.Kind)).Distinct().ToList();
                _isTold &= kinds.Count == 1 && same.All(entry => entry.Rows is not null || IsOfRowsAlone(entry));
                _kinds[same.Key] = kinds[0];
            }

            // What is bound for messages alone decides nothing, unless a finding stands there.
            IsOfRows = _isTold && plan.Report.All(slot => bound.Exists(entry => entry.Slot == slot))
                && logic.Match[0] is { Access: null, Total: null } && !logic.ReadsFindings;
        }

        public bool IsOfRows { get; }

        public RowRule? Plan()
        {
            var rule = new RowRule
            {
                Plan = _plan,
                Demand = _plan.Rule.Logic.Demand,
                Report = _plan.Report,
                IsReportedAsMatched = _plan.Report is [var first, ..] && _plan.Match.Any(entry => entry.Slot == first),
                Match = Entries(_plan.Match),
                Groups = [.. _plan.Groups.Select(Entries)],
                Check = _plan.Rule.Logic.Demand is Demand.Check check ? Test(check.Condition) : null,
                Unless = _plan.Rule.Logic.Unless is { } unless ? Test(unless) : null,
            };
            return _isTold ? rule with { Twin = TwinOf(rule), Decisive = DecisiveOf(rule), FailsOnce = FailsOnce(rule) } : null;
        }

        // Between kinds rows keep no order, and those of a provider only within their claim.
        private bool IsOfRowsAlone(EntryPlan entry) => RowsAre(entry.Kind)
            && (entry.Kind != ClaimKinds.Provider || _plan.Rule.Scope == Scope.Claim || entry.Entry.SameAs.Any(same => same.Own == ClaimKinds.Claim.Find("claim")))
            && (entry.Entry.After is not { } after || _plan.Match.Concat(_plan.Groups.SelectMany(group => group)).All(other => other.Entry.Name != after || other.Kind == entry.Kind));

        private static bool RowsAre(FactKind kind) => RowsOf.CanGoThrough(kind) || kind == ClaimKinds.Profile;

        // From the last one on, because an entry goes by those behind it.
        private ImmutableArray<RowEntry> Entries(ImmutableArray<EntryPlan> plans)
        {
            ImmutableArray<RowEntry> entries = [];
            foreach (var plan in plans.Reverse())
                entries = entries.Insert(0, Entry(plan, entries));
            return entries;
        }

        private RowEntry Entry(EntryPlan entry, ImmutableArray<RowEntry> entriesBehind)
        {
            // While a total is added up, its name stands for a member.
            var kind = entry.Rows is not null ? -1 : _planner.Columns.NumberOf(entry.Kind);
            var after = _kinds[entry.Slot];
            _kinds[entry.Slot] = kind;
            ImmutableArray<RowEquality> joins = [.. entry.Entry.SameAs.Select(same => Join(entry, same))];
            var conditions = EntryPlan.PartsOf(entry.Entry);
            ImmutableArray<RowTest> parts = [.. conditions.Select(Test)];
            var planned = new RowEntry(own => ReachOf(own, entriesBehind))
            {
                Plan = entry,
                Kind = kind,
                Joins = joins,
                FewestSought = entry.Shortcuts.FewestSought,
                Twins = TwinsOf(kind, joins),
                OfPatient = joins.FirstOrDefault(join => join.Kind == EqualityKind.Patient)?.Other ?? -1,
                OfClaim = joins.FirstOrDefault(join => join.Kind is EqualityKind.Claim or EqualityKind.Line)?.Other ?? -1,
                Total = entry.Total is null ? -1 : _planner.Totals++,
                After = entry.Entry.After is { } earlier ? SlotOf(earlier) : -1,
                Parts = parts,
                PartsWithin = [.. parts.Where((_, i) => entry.Unseen?.IsWindow(conditions[i]) != true)],
                Table = entry.Entry.Access is { } access ? Search(access) : null,
                Days = entry.Unseen is { } unseen ? Question(_planner._days, unseen.Expressions) : null,
                Date = entry.Unseen is not null && kind >= 0 && entry.Kind.Find("date") is { } date ? Read(entry.Slot, date).Column : -1,
                DayOf = entry.Unseen?.DayOf is { } day && _kinds[SlotOf(day.Name)] >= 0 ? Read(SlotOf(day.Name), day.Field) : null,
                Sum = entry.Entry.Total?.Sum is { } sum ? Member(entry, sum) : null,
                Distinct = entry.Entry.Total?.Distinct is { } distinct ? Member(entry, distinct) : null,
            };
            _kinds[entry.Slot] = after;
            return planned;
        }

        private RowMember Member(EntryPlan entry, Field field)
        {
            // Different values have different numbers, but for amounts, which can be written in several ways.
            _isTold &= entry.Entry.Total is not { Sum: not null, Distinct: not null }
                && (field == entry.Entry.Total!.Sum || field.Type is { IsList: false, Scalar: ScalarType.Code or ScalarType.Date });
            return new RowMember(_planner._values++, Read(entry.Slot, field).Column, field);
        }

        // Of several rows so many values come together that they hardly ever come again; each condition by itself reads fewer.
        private RowTest Test(Condition condition)
        {
            var tests = condition.Tests.ToList();
            var byDistance = Distances.Decide(tests);
            var reads = tests.SelectMany(test => test.Reads.SelectMany(read => ReadsOf(read, test, byDistance))).ToList();
            foreach (var test in tests.Where(test => test.Matcher.GoesByDate))
                reads.AddRange(DateOf(test));
            reads = [.. reads.Distinct()];
            if (condition is not Condition.Is && (reads.Exists(IsWide) || reads.Select(read => read.Slot).Distinct().Count() > 1))
                return Junction(condition);

            // Amounts and the like hardly ever come again; facts of claims are cheap enough to make each time, those of lines are not.
            var byWords = condition is Condition.Is only && only.Reads.All(IsOfColumn) ? WordTests.Of(only, read => Read(SlotOf(read.Name), read.Field)) : null;
            _isTold &= byWords is not null || reads.TrueForAll(read => !IsWide(read) || _planner.Columns.Kinds[_kinds[read.Slot]].Kind == ClaimKinds.Claim);
            return NewTest(ConditionPlanner.Plan(condition, SlotOf), [.. reads], condition.ReadsPolicy) with { ByWords = byWords };
        }

        private bool IsOfColumn(FieldReference read) =>
            _kinds[SlotOf(read.Name)] >= 0 && read.Field.Kind != ClaimKinds.Profile && read.Field != LineKinds.Denied && read.Field != LineKinds.History;

        private RowTest Junction(Condition condition)
        {
            var (junction, parts) = condition switch
            {
                Condition.All all => (Joining.Junction.All, all.Parts),
                Condition.Any any => (Joining.Junction.Any, any.Parts),
                Condition.Not not => (Joining.Junction.Not, [not.Part]),
                _ => throw new InvalidOperationException($"{condition.GetType().Name} is not joined of others."),
            };
            return new RowTest(-1, ConditionPlanner.Plan(condition, SlotOf), [], condition.ReadsPolicy) { Junction = junction, Parts = [.. parts.Select(Test)] };
        }

        private bool IsWide(RowRead read) =>
            _kinds[read.Slot] >= 0 && read.As == ReadAs.Value && _planner.Columns.Kinds[_kinds[read.Slot]].IsWide(read.Column);

        private RowTest NewTest(ConditionPlan judge, ImmutableArray<RowRead> reads, bool readsPolicy)
        {
            var test = new RowTest(_planner._tests.Count, judge, reads, readsPolicy);
            _planner._tests.Add(test.Width);
            if (!readsPolicy && !reads.IsEmpty && _kinds[reads[0].Slot] < 0 && reads.All(read => read.Slot == reads[0].Slot))
                return test with { OfFact = _planner.TestsOfFacts++ };
            if (!IsOfOneRow(reads, readsPolicy) || reads.Any(IsWide))
                return test;
            var kind = _planner.Columns.Kinds[_kinds[reads[0].Slot]];
            return reads is [{ As: ReadAs.Value, Column: >= 0 and var column }] && !readsPolicy
                ? test with { OfValue = kind.AddTest(column) }
                : test with { OfRow = kind.AddTest() };
        }

        // The first fact's claim is the one whose profile counts.
        private bool IsOfOneRow(ImmutableArray<RowRead> reads, bool readsPolicy) =>
            !reads.IsEmpty && _kinds[reads[0].Slot] >= 0 && reads.All(read => read.Slot == reads[0].Slot)
            && (!readsPolicy || (reads[0].Slot == _plan.Match[0].Slot && !_plan.TriesProfiles));
    }
}
