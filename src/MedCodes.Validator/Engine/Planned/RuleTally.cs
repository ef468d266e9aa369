using System.Collections.Immutable;
using MedCodes.Validator.Findings;
using MedCodes.Validator.Reference;
using MedCodes.Validator.Rules.Catalogue;
using MedCodes.Validator.Rules.Facts;
using MedCodes.Validator.Rules.Values;

namespace MedCodes.Validator.Engine.Planned;

/// <summary>What one rule said of one unit: the worst outcome of each claim, and the failures.</summary>
internal sealed class RuleTally(RulePlan plan)
{
    private const int FewestIndexed = 8;

    private readonly List<RuleOutcome> _outcomes = [];
    private readonly List<Failure> _failures = [];
    private Dictionary<Fact, int>? _places;

    // Each line of a total that is too high fails by the same total.
    private Dictionary<Fact, ImmutableArray<Fact>>? _linesOfTotals;

    /// <summary>One outcome per claim, document or file, in the order in which bindings first spoke of it.</summary>
    public IReadOnlyList<RuleOutcome> Outcomes => _outcomes;

    public bool HasFailures => _failures.Count > 0;

    public int CountOfFailures => _failures.Count;

    /// <summary>The lines that the failures deny.</summary>
    public IEnumerable<Fact> Denied => AllDenied(_failures);

    /// <summary>Notes the outcome of what is bound. Facts of history are not reported, so a binding of nothing else says nothing.</summary>
    public void Add(Frame frame, Outcome outcome, string? reason)
    {
        if (ReportedAt(frame) is not { } at || !plan.MayReport(at) || !frame.IsUnderThatOf(at))
            return;
        Note(at, outcome, reason);
        if (outcome == Outcome.Fail)
            _failures.Add(new Failure(at, frame.Snapshot(), DeniedBy(frame)));
    }

    /// <summary>The failures from a place on, one a finding; each denies what the others of the finding deny too.</summary>
    public ImmutableArray<Failure> FailuresFrom(int place) => place == _failures.Count
        ? []
        : [.. _failures.Skip(place).GroupBy(KeyOf, StringComparer.Ordinal).Select(same => same.First() with { Denied = [.. AllDenied(same)] })];

    /// <summary>Notes that bindings which begin with a fact end as those that begin with another one did.</summary>
    /// <param name="end">How those ended.</param>
    /// <param name="first">The fact.</param>
    /// <param name="profileOf">The profile of the claim that a fact stands in.</param>
    public void Repeat(EndOfClass end, Fact first, Func<Fact, Fact> profileOf)
    {
        if (end.Outcome is not { } outcome)
            return;
        var at = PartReported(first);
        Note(at, outcome, end.Reason);
        foreach (var failure in end.Failures)
        {
            _failures.Add(new Failure(
                at,
                [.. failure.Bound.Select(pair => (pair.Name, pair.Fact == end.First ? first : plan.Alike.ProfilesOfFirst.Contains(pair.Name) ? profileOf(first) : pair.Fact))],
                plan.Denies == plan.Match[0].Slot ? Line(first) : failure.Denied));
        }
    }

    private void Note(Fact at, Outcome outcome, string? reason)
    {
        var on = at.Within(ClaimKinds.Claim) ?? at.Root;
        var place = PlaceOf(on);
        if (place < 0)
        {
            _places?.Add(on, _outcomes.Count);
            _outcomes.Add(new RuleOutcome(plan.Rule, on, outcome, reason));
        }
        else if (OutcomeOrder.Rank(outcome) < OutcomeOrder.Rank(_outcomes[place].Outcome))
        {
            _outcomes[place] = new RuleOutcome(plan.Rule, on, outcome, reason);
        }
    }

    /// <summary>Says that nothing is known of the rule: it crashed.</summary>
    /// <param name="on">The claims, pages or files that it was judged on.</param>
    public void Crash(IEnumerable<Fact> on)
    {
        _failures.Clear();
        _outcomes.Clear();
        _outcomes.AddRange(on.Where(one => RuleAudience.Takes(plan.Rule.Description, one)).Select(one => new RuleOutcome(plan.Rule, one, Outcome.NotEvaluated, RuleCrash.Reason)));
    }

    /// <summary>The failures as findings: one per reported fact and row, or per key of <c>once-per</c>.</summary>
    /// <param name="missed">What the groups of <c>require</c> did not find for what is reported and bound.</param>
    public IEnumerable<JudgedFinding> Write(Func<Fact, ImmutableArray<(string Name, Fact Fact)>, IEnumerable<NearMiss>> missed)
    {
        foreach (var same in _failures.OrderBy(failure => failure.At.Order).GroupBy(KeyOf, StringComparer.Ordinal))
        {
            var first = same.First();
            yield return FindingWriter.Write(
                plan.Rule, first.Bound, [.. missed(first.At, first.Bound)], first.At, AllDenied(same));
        }
    }

    private int PlaceOf(Fact on)
    {
        if (_outcomes.Count > 0 && _outcomes[^1].On == on)
            return _outcomes.Count - 1;
        if (_outcomes.Count < FewestIndexed)
            return _outcomes.FindIndex(outcome => outcome.On == on);
        _places ??= _outcomes.Select((outcome, place) => (outcome.On, place)).ToDictionary(item => item.On, item => item.place);
        return _places.TryGetValue(on, out var found) ? found : -1;
    }

    private Fact? ReportedAt(Frame frame)
    {
        foreach (var slot in plan.Report)
        {
            if (frame[slot] is { WhyUnknown: null, IsHistory: false, Kind.IsTable: false, Content: not TotalFact } fact)
                return PartReported(fact);
        }

        return null;
    }

    // A day of a line is reported as its line.
    private static Fact PartReported(Fact fact) => fact.Kind == LineKinds.LineDay ? fact.Whole! : fact;

    private static IEnumerable<Fact> AllDenied(IEnumerable<Failure> failures) => failures.Select(failure => failure.Denied).Distinct().SelectMany(lines => lines).Distinct();

    private ImmutableArray<Fact> DeniedBy(Frame frame)
    {
        if (plan.Denies < 0 || frame[plan.Denies] is not { } denied)
            return [];
        if (denied.Content is not TotalFact total)
            return Line(denied);
        _linesOfTotals ??= [];
        if (!_linesOfTotals.TryGetValue(denied, out var lines))
            _linesOfTotals[denied] = lines = [.. total.Certain.SelectMany(member => Line(member))];
        return lines;
    }

    private static ImmutableArray<Fact> Line(Fact fact) => LineOf(fact) is { } line ? [line] : [];

    private static Fact? LineOf(Fact fact) =>
        fact.Within(LineKinds.Line) is { IsHistory: false, WhyUnknown: null } line ? line : null;

    private string KeyOf(Failure failure)
    {
        var oncePer = plan.Rule.Logic.OncePer;
        if (oncePer.IsEmpty)
        {
            var rows = failure.Bound.Select(pair => pair.Fact.Content).OfType<Lookup.Row>();
            return $"{failure.At.Order}|{string.Join('|', rows.Select(row => $"{row.Table.Name} {row.Release.Name} {string.Join(' ', row.Key)}"))}";
        }

        var subject = failure.Bound.First(pair => pair.Name == plan.Rule.Logic.Subject).Fact;
        return string.Join('|', oncePer.Select(field => KeyOf(subject[field])));
    }

    private static string KeyOf(Value value) => value switch
    {
        Value.Reference reference => $"#{reference.Fact.Order}",
        Value.List list => string.Join(',', list.Items.Select(Formatting.Plain).Order(StringComparer.Ordinal)),
        _ => Formatting.Plain(value),
    };
}

/// <summary>A binding that fails.</summary>
/// <param name="At">What is reported.</param>
/// <param name="Bound">The names with their facts.</param>
/// <param name="Denied">The lines that it denies.</param>
internal sealed record Failure(Fact At, ImmutableArray<(string Name, Fact Fact)> Bound, ImmutableArray<Fact> Denied);
