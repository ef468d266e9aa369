using System.Numerics;
using MedCodes.Validator.Engine.Cases;
using MedCodes.Validator.Engine.Planned.Screening;
using MedCodes.Validator.Findings;
using MedCodes.Validator.Rules;
using MedCodes.Validator.Rules.Catalogue;
using MedCodes.Validator.Rules.Facts;
using MedCodes.Validator.Rules.Profiles;

namespace MedCodes.Validator.Engine.Planned;

/// <summary>
/// Judges one patient: first the rows of each claim, then on facts only the rules that fail on a row or may begin there.
/// </summary>
internal sealed partial class PatientJudging(PatientPlans plans, ScreenState state, RuleSet rules, Profile fallback)
{
    private const string NotIdentified = "the patient cannot be identified: payer, member id or first name is missing";

    private readonly ulong[] _ofPatient = new ulong[plans.Screen.Words];
    private readonly ulong[] _ofClaim = new ulong[plans.Screen.Words];
    private readonly List<JudgedRule> _judged = [];
    private CountedOutcomes? _counted;

    /// <summary>Judges a patient and counts the outcomes.</summary>
    public List<JudgedFinding>? Judge(PatientCase patient, RunKnowledge run, OutcomeTally tally)
    {
        if (_counted?.Tally != tally)
            _counted = new CountedOutcomes(tally);
        return Judge(patient, run, _counted);
    }

    /// <summary>Judges a patient; the findings come back in no order yet.</summary>
    public List<JudgedFinding>? Judge(PatientCase patient, RunKnowledge run, IOutcomes outcomes)
    {
        var findings = JudgeAll(patient, run, outcomes);
        _rows.Forget();
        return findings;
    }

    private List<JudgedFinding>? JudgeAll(PatientCase patient, RunKnowledge run, IOutcomes outcomes)
    {
        _judged.Clear();
        Array.Clear(_ofPatient);
        state.Begin(patient, run);
        foreach (var claim in patient.Claims)
            claim.Allow();
        PatientUnits? units = null;
        for (var i = 0; i < patient.Claims.Length; i++)
            JudgeClaim(patient, i, ref units, run, outcomes);
        if (!patient.History.IsEmpty)
            plans.OfPatients.CopyTo(_ofPatient, 0);
        JudgePatient(patient, ref units, run, outcomes);
        var isDenied = Deny(0);
        if (plans.OnDenied.IsEmpty || (!isDenied && JudgeOnNothingDenied(patient, run, outcomes)))
            return Write(outcomes: null, 0);

        // More denials can only add findings, so repeating the rules that read them ends at the least fixpoint.
        units ??= new PatientUnits(patient);
        var first = _judged.Count;
        do
        {
            _judged.RemoveRange(first, _judged.Count - first);
            units.ForgetDenied();
            JudgeOnDenied(patient, units, run);
        }
        while (Deny(first));
        return Write(outcomes, first);
    }

    private void JudgeClaim(PatientCase patient, int place, ref PatientUnits? units, RunKnowledge run, IOutcomes outcomes)
    {
        var claim = patient.Claims[place];
        plans.Screen.Judge(claim, place, state, run);
        var ofRows = state.OfClaim;
        Count(claim, ofRows.Pass, Outcome.Pass, outcomes);
        Count(claim, ofRows.Bypassed, Outcome.Bypassed, outcomes);
        Count(claim, ofRows.NotEvaluated, Outcome.NotEvaluated, outcomes);
        for (var i = 0; i < _ofPatient.Length; i++)
        {
            _ofClaim[i] = ofRows.Begin[i] & plans.OfClaims[i];
            if (!claim.IsSuperseded)
                _ofPatient[i] |= ofRows.Begin[i] & plans.OfPatients[i];
        }

        JudgeOnRows(_ofClaim, place, patient, ref units, run, outcomes);
        for (var i = 0; i < _ofClaim.Length; i++)
        {
            for (var word = ofRows.Fail[i] | _ofClaim[i]; word != 0; word &= word - 1)
            {
                units ??= new PatientUnits(patient);
                JudgeUnit(plans.All[i * 64 + BitOperations.TrailingZeroCount(word)], units.Claim(place), run, isIdentified: true, outcomes);
            }
        }
    }

    private void Count(ClaimFacts claim, ReadOnlySpan<ulong> set, Outcome outcome, IOutcomes outcomes)
    {
        for (var i = 0; i < set.Length; i++)
        {
            for (var word = set[i]; word != 0; word &= word - 1)
            {
                var rule = i * 64 + BitOperations.TrailingZeroCount(word);
                outcomes.Add(plans.All[rule], claim, outcome, outcome == Outcome.NotEvaluated ? state.ReasonOf(rule) : null);
            }
        }
    }

    private void JudgePatient(PatientCase patient, ref PatientUnits? units, RunKnowledge run, IOutcomes outcomes)
    {
        if (IsWhole(patient))
            JudgeOnRows(_ofPatient, -1, patient, ref units, run, outcomes);
        for (var i = 0; i < _ofPatient.Length; i++)
        {
            for (var word = _ofPatient[i]; word != 0; word &= word - 1)
            {
                units ??= new PatientUnits(patient);
                foreach (var unit in units.Patients)
                    JudgeUnit(plans.All[i * 64 + BitOperations.TrailingZeroCount(word)], unit, run, units.IsIdentified, outcomes);
            }
        }
    }

    private void JudgeOnDenied(PatientCase patient, PatientUnits units, RunKnowledge run)
    {
        foreach (var plan in plans.OnDenied)
        {
            if (plan.Rule.Scope == Scope.Claim)
            {
                for (var i = 0; i < patient.Claims.Length; i++)
                    JudgeUnit(plan, units.Claim(i), run, isIdentified: true, outcomes: null);
            }
            else
            {
                foreach (var unit in units.Patients)
                    JudgeUnit(plan, unit, run, units.IsIdentified, outcomes: null);
            }
        }
    }

    private void JudgeUnit(RulePlan plan, UnitFacts unit, RunKnowledge run, bool isIdentified, IOutcomes? outcomes)
    {
        var judging = new RuleJudging(plan, unit, rules, run, fallback);
        var tally = judging.Judge(unit[plan.Match[0].Kind]);
        if (tally.Outcomes.Count == 0)
            return;
        var judged = new JudgedRule(plan, judging, tally, isIdentified);
        if (outcomes is not null)
            Report(judged, outcomes);
        if (outcomes is null || isIdentified)
            _judged.Add(judged);
    }

    private static void Report(JudgedRule judged, IOutcomes outcomes)
    {
        foreach (var outcome in judged.Tally.Outcomes)
            outcomes.Add(judged.Plan, judged.IsIdentified ? outcome : outcome with { Outcome = Outcome.NotEvaluated, Reason = NotIdentified });
    }

    /// <summary>Marks what rules deny, from one of them on; whether that is more than was marked before.</summary>
    private bool Deny(int first)
    {
        var more = false;
        for (var i = first; i < _judged.Count; i++)
        {
            if (!_judged[i].IsIdentified || !_judged[i].Tally.HasFailures)
                continue;
            foreach (var line in _judged[i].Tally.Denied)
            {
                more |= !line.IsDenied;
                line.IsDenied = true;
            }
        }

        return more;
    }

    private List<JudgedFinding>? Write(IOutcomes? outcomes, int first)
    {
        List<JudgedFinding>? findings = null;
        for (var i = 0; i < _judged.Count; i++)
        {
            if (outcomes is not null && i >= first)
                Report(_judged[i], outcomes);
            if (_judged[i].IsIdentified && _judged[i].Tally.HasFailures)
                (findings ??= []).AddRange(_judged[i].Judging.Write());
        }

        return findings;
    }

    private readonly record struct JudgedRule(RulePlan Plan, RuleJudging Judging, RuleTally Tally, bool IsIdentified);
}
