using MedCodes.Validator.Findings;
using MedCodes.Validator.Rules.Facts;
using MedCodes.Validator.Rules.Values;

namespace MedCodes.Validator.Engine.Planned;

/// <summary>Goes through the facts that bindings begin with; of those that can stand for each other few are judged.</summary>
internal sealed partial class RuleJudging
{
    private FactOrder? _lastFound;
    private bool _isFollower;

    private void JudgeAll(IReadOnlyList<Fact> firsts)
    {
        var first = plan.Match[0];
        if (first.Rows is not null || first.Total is not null)
            Bind(plan.Match, 0, Verdict.True, Stage.Match);
        else if (AlikeOf(firsts) is { } alike)
            JudgeByClasses(firsts, alike);
        else
            JudgeEach(firsts);
    }

    private void JudgeEach(IReadOnlyList<Fact> firsts)
    {
        foreach (var first in firsts)
        {
            _worst = null;
            if (plan.AppliesTo(first))
                Take(plan.Match, 0, first, Verdict.True, Stage.Match);
        }
    }

    private void JudgeByClasses(IReadOnlyList<Fact> firsts, AlikeFacts alike)
    {
        var how = plan.Alike;
        var ends = how.EndsAlike ? new EndOfClass?[alike.Count] : null;
        var found = how.FollowersFindNothingNew && !unit.HasHistory ? new FactOrder?[alike.Count] : null;
        for (var i = 0; i < firsts.Count; i++)
        {
            var (first, of) = (firsts[i], alike.ClassOf(i));
            if (!plan.AppliesTo(first) || (how.FewAreEnough && alike.IsBehind(i, how.First!.Most)) || (ends is not null && first.IsHistory))
                continue;
            if (ends?[of] is { } end)
                _tally.Repeat(end, first, unit.ProfileOf);
            else if (found is not null && alike.IsBehind(i, 1))
                Follow(first, found[of]);
            else if (JudgeAlone(first) is var alone && ends is not null && (!alone.HasFailed || (how.EndsAlikeInAll && alike.IsBehind(i, how.First!.Most))))
                ends[of] = alone;
            if (found is not null && !alike.IsBehind(i, 1))
                found[of] = _lastFound;
        }
    }

    // Facts that can stand for each other, where all of a kind are judged.
    private AlikeFacts? AlikeOf(IReadOnlyList<Fact> firsts) =>
        firsts.Count >= plan.Match[0].Shortcuts.FewestIndexed && ReferenceEquals(firsts, unit[plan.Match[0].Kind]) && plan.Alike.IsOfUse
            ? unit.AlikeOf(plan.Match[0].Kind, plan.Alike.First!, plan.Match[0].Shortcuts)
            : null;

    private EndOfClass JudgeAlone(Fact first)
    {
        (_worst, _whyWorst, _lastFound) = (null, null, null);
        var before = _tally.CountOfFailures;
        Take(plan.Match, 0, first, Verdict.True, Stage.Match);
        return new EndOfClass(first, _worst, _whyWorst, _tally.FailuresFrom(before));
    }

    // What a pair with it could report was reported with the first of its class. There are such pairs as long as the last fact that was
    // found comes behind it.
    private void Follow(Fact first, FactOrder? last)
    {
        _isFollower = true;
        _lastFound = last;
        Take(plan.Match, 0, first, Verdict.True, Stage.Match);
        _isFollower = false;
    }

    private bool FollowerFinds(Fact first) => _lastFound is { } last && last.CompareTo(first.Order) > 0;
}

/// <summary>How the bindings end that begin with one fact of a class.</summary>
/// <param name="First">The fact.</param>
/// <param name="Outcome">The worst outcome; null where no binding begins with it.</param>
/// <param name="Reason">The reason that came with it first.</param>
/// <param name="Failures">The failures, one a finding.</param>
internal sealed record EndOfClass(Fact First, Outcome? Outcome, string? Reason, System.Collections.Immutable.ImmutableArray<Failure> Failures)
{
    public bool HasFailed => Outcome is Findings.Outcome.Fail or Findings.Outcome.NotEvaluated;
}
