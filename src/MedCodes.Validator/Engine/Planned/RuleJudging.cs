using MedCodes.Validator.Findings;
using MedCodes.Validator.Rules;
using MedCodes.Validator.Rules.Catalogue;
using MedCodes.Validator.Rules.Facts;
using MedCodes.Validator.Rules.Profiles;
using MedCodes.Validator.Rules.Values;

namespace MedCodes.Validator.Engine.Planned;

/// <summary>One rule at work on one unit.</summary>
internal sealed partial class RuleJudging(RulePlan plan, UnitFacts unit, RuleSet rules, RunKnowledge run, Profile fallback)
{
    private readonly Frame _frame = new(plan.Names, fallback, run.AsOf);
    private readonly RuleTally _tally = new(plan);
    private Verdict _matched;
    private Verdict _met;
    private bool _any;
    private int _completed;
    private Outcome? _worst;
    private string? _whyWorst;

    /// <summary>What part of a rule the entries being bound belong to.</summary>
    private enum Stage
    {
        Match = 1,
        Require,
        Forbid,
        Begin,
    }

    /// <summary>Judges every binding that begins with one of the facts.</summary>
    public RuleTally Judge(IReadOnlyList<Fact> firsts)
    {
        try
        {
            if (plan.TriesProfiles)
                JudgeUnderEach(firsts);
            else
                JudgeAll(firsts);
        }
        catch (Exception crash) when (RuleCrash.IsOurs(crash))
        {
            run.Crashed(plan.Rule, crash);
            _frame.ReleaseTo(0);
            _tally.Crash(firsts.Select(first => first.Within(ClaimKinds.Claim) ?? first.Root).Where(on => !on.IsHistory).Distinct());
        }

        return _tally;
    }

    /// <summary>Whether a binding may begin with a fact, by the first entries of <c>match</c>.</summary>
    public bool MayBegin(Fact fact, int steps)
    {
        try
        {
            _any = false;
            if (plan.AppliesTo(fact))
                Take(plan.Match[..steps], 0, fact, Verdict.True, Stage.Begin);
            return _any;
        }
        catch (Exception crash) when (RuleCrash.IsOurs(crash))
        {
            // Judging the rule will say so.
            return true;
        }
    }

    /// <summary>The failures as findings.</summary>
    public IEnumerable<JudgedFinding> Write()
    {
        try
        {
            return [.. _tally.Write(NearMisses)];
        }
        catch (Exception crash) when (RuleCrash.IsOurs(crash))
        {
            run.Crashed(plan.Rule, crash);
            return [];
        }
    }

    // What is reported under another profile than its own is left to that one.
    private void JudgeUnderEach(IReadOnlyList<Fact> firsts)
    {
        foreach (var holder in unit.Holders)
        {
            _frame.Hold(holder);
            JudgeAll(firsts);
        }

        // Only a rule about files can report at what stands in no claim.
        if (plan.Rule.Scope is Scope.Claim or Scope.Patient or Scope.Batch)
            return;
        _frame.Hold(null);
        JudgeAll(firsts);
    }
}
