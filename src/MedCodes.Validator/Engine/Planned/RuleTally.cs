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

    /// <summary>One outcome per claim, document or file, in the order in which bindings first spoke of it.</summary>
    public IReadOnlyList<RuleOutcome> Outcomes => _outcomes;

    public bool HasFailures => _failures.Count > 0;

    /// <summary>The lines that the failures deny.</summary>
    public IEnumerable<Fact> Denied => _failures.SelectMany(failure => failure.Denied);

    /// <summary>Notes the outcome of what is bound. Facts of history are not reported, so a binding of nothing else says nothing.</summary>
    public void Add(Frame frame, Outcome outcome, string? reason)
    {
        if (ReportedAt(frame) is not { } at || !plan.MayReport(at) || !frame.IsUnderThatOf(at))
            return;
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

        if (outcome == Outcome.Fail)
            _failures.Add(new Failure(at, frame.Snapshot(), [.. DeniedBy(frame)]));
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
                plan.Rule, first.Bound, [.. missed(first.At, first.Bound)], first.At, same.SelectMany(failure => failure.Denied).Distinct());
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
                return fact.Kind == LineKinds.LineDay ? fact.Whole : fact;
        }

        return null;
    }

    private IEnumerable<Fact> DeniedBy(Frame frame)
    {
        if (plan.Denies < 0 || frame[plan.Denies] is not { } denied)
            yield break;
        if (denied.Content is not TotalFact total)
        {
            if (LineOf(denied) is { } line)
                yield return line;
            yield break;
        }

        foreach (var member in total.Certain)
        {
            if (LineOf(member) is { } line)
                yield return line;
        }
    }

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

    private sealed record Failure(Fact At, ImmutableArray<(string Name, Fact Fact)> Bound, ImmutableArray<Fact> Denied);
}
