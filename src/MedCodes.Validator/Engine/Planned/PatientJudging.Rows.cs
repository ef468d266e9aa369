using System.Numerics;
using MedCodes.Validator.Engine.Cases;
using MedCodes.Validator.Engine.Planned.Joining;
using MedCodes.Validator.Findings;
using MedCodes.Validator.Rules.Catalogue;

namespace MedCodes.Validator.Engine.Planned;

/// <summary>Judges rules that join rows without making facts.</summary>
internal sealed partial class PatientJudging
{
    private readonly RowJudging _rows = new(state, rules, fallback);
    private readonly List<(RulePlan Plan, int Claim, Outcome Outcome, string? Reason)> _onDenied = [];

    private static bool IsWhole(PatientCase patient)
    {
        if (!patient.IsIdentified || !patient.History.IsEmpty)
            return false;
        foreach (var claim in patient.Claims)
        {
            if (claim.IsSuperseded)
                return false;
        }

        return true;
    }

    /// <summary>Judges the rules of a set that rows decide, and takes them out of it. Of what fails there facts are made, for its findings.</summary>
    /// <param name="set">The rules.</param>
    /// <param name="claim">The claim that is judged by itself; -1 for all of the patient's.</param>
    /// <param name="patient">The patient.</param>
    /// <param name="units">The patient's units, made where something fails.</param>
    /// <param name="run">The run.</param>
    /// <param name="outcomes">Takes how they end.</param>
    private void JudgeOnRows(ulong[] set, int claim, PatientCase patient, ref PatientUnits? units, RunKnowledge run, IOutcomes outcomes)
    {
        for (var i = 0; i < set.Length; i++)
        {
            for (var word = set[i]; word != 0; word &= word - 1)
            {
                var rule = i * 64 + BitOperations.TrailingZeroCount(word);
                if (plans.OfRows[rule] is not { } onRows || !_rows.Judge(onRows, claim, run))
                    continue;
                if (_rows.Failing.Count > 0 && !JudgeFailing(onRows, claim, units ??= new PatientUnits(patient), run))
                    continue;
                set[i] &= ~(1UL << rule);
                foreach (var end in _rows.Ends.All)
                    outcomes.Add(onRows.Plan, patient.Claims[end.Claim], end.Outcome, end.Reason);
            }
        }
    }

    /// <summary>Makes facts of what fails on rows; false where the rule crashes there.</summary>
    private bool JudgeFailing(RowRule rule, int claim, PatientUnits units, RunKnowledge run)
    {
        var judging = new RuleJudging(rule.Plan, claim < 0 ? units.Patients[0] : units.Claim(claim), rules, run, fallback);
        var tally = judging.Fail(_rows.Failing, state.Rows);
        if (tally.CountOfFailures != _rows.Failing.Count)
            return false;
        _judged.Add(new JudgedRule(rule.Plan, judging, tally, IsIdentified: true));
        return true;
    }

    /// <summary>Judges the rules that read what is denied where nothing is; false where one of them fails or rows do not decide it.</summary>
    private bool JudgeOnNothingDenied(PatientCase patient, RunKnowledge run, IOutcomes outcomes)
    {
        if (!IsWhole(patient))
            return false;
        _onDenied.Clear();
        foreach (var rule in plans.OnDeniedOfRows)
        {
            if (rule is null)
                return false;
            var (first, end) = rule.Plan.Rule.Scope == Scope.Claim ? (0, patient.Claims.Length) : (-1, 0);
            for (var claim = first; claim < end; claim++)
            {
                if (!_rows.Judge(rule, claim, run) || _rows.Failing.Count > 0)
                    return false;
                foreach (var one in _rows.Ends.All)
                    _onDenied.Add((rule.Plan, one.Claim, one.Outcome, one.Reason));
            }
        }

        foreach (var (plan, claim, outcome, reason) in _onDenied)
            outcomes.Add(plan, patient.Claims[claim], outcome, reason);
        return true;
    }
}
