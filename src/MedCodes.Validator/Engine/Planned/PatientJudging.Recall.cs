using System.Collections.Immutable;
using MedCodes.Validator.Engine.Cases;
using MedCodes.Validator.Engine.Planned.Recall;
using MedCodes.Validator.Rules.Facts;
using MedCodes.Validator.Rules.Values;

namespace MedCodes.Validator.Engine.Planned;

/// <summary>Judges units by what those before them led to, and on facts where there was none like it.</summary>
internal sealed partial class PatientJudging
{
    // Beyond this a unit hardly ever comes again, and its key costs more than it saves.
    private const int LongestKey = 1024;

    private readonly UnitEnds _ends = new();

    private static bool IsRecallable(PatientCase patient)
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

    /// <summary>Judges the rules of a set that units before can tell of, and takes them out of it.</summary>
    private void Recall(UnitRecall recall, Unit unit, ulong[] set, ref PatientUnits? units, RunKnowledge run, IOutcomes outcomes)
    {
        state.Days.Read(unit);
        for (var number = 0; number < recall.Groups.Length; number++)
        {
            _ends.Clear();
            if (!recall.Meets(number, set) || !Recall(recall, number, set, unit, ref units, run))
                continue;
            Apply(plans.All, unit, ref units, run, outcomes);
            recall.Remove(number, set);
        }
    }

    /// <summary>Judges the rules that read what is denied where nothing is; false where one of them fails or cannot be told of so.</summary>
    private bool RecallOnDenied(PatientCase patient, ref PatientUnits? units, RunKnowledge run, IOutcomes outcomes)
    {
        if (!plans.CanRecallOnDenied || !IsRecallable(patient))
            return false;
        _ends.Clear();
        for (var place = 0; place < patient.Claims.Length; place++)
        {
            if (!RecallOnDenied(plans.RecallOnDeniedOfClaims, new Unit(patient, place), ref units, run))
                return false;
        }

        var all = new Unit(patient, -1);
        if (!RecallOnDenied(plans.RecallOnDeniedOfPatients, all, ref units, run))
            return false;
        Apply(plans.OnDenied, all, ref units, run, outcomes);
        return true;
    }

    private bool RecallOnDenied(UnitRecall recall, Unit unit, ref PatientUnits? units, RunKnowledge run)
    {
        state.Days.Read(unit);
        for (var number = 0; number < recall.Groups.Length; number++)
        {
            if (!Recall(recall, number, recall.Recalled, unit, ref units, run) || _ends.HasOpen)
                return false;
        }

        return true;
    }

    /// <summary>Adds how a group's rules end on a unit; false where it can't be told of.</summary>
    private bool Recall(
        UnitRecall recall, int number, ReadOnlySpan<ulong> set, Unit unit, ref PatientUnits? units, RunKnowledge run)
    {
        if (recall.Groups[number].Day is not { } date)
            return Recall(recall, number, set, unit, null, ref units, run);
        if (state.Days.Of(date) is not { } days)
            return false;
        foreach (var day in days)
        {
            if (!Recall(recall, number, set, unit, day, ref units, run))
                return false;
        }

        return true;
    }

    private bool Recall(
        UnitRecall recall, int number, ReadOnlySpan<ulong> set, Unit unit, DateOnly? day, ref PatientUnits? units, RunKnowledge run)
    {
        var group = recall.Groups[number];
        var (key, claims) = (state.Key, _ends.BeginUnit());
        key.Begin((ulong)number << 8 | recall.Number);
        for (var i = 0; i < unit.Count; i++)
        {
            if (day is { } only && !UnitDays.HasDay(unit[i].View, group.Day!, only))
                continue;
            claims.Add(unit.PlaceOf(i));
            if (!group.TryAdd(key, unit[i].View, day, state.NumberOf(unit[i], run), state.Texts) || key.Words.Length > LongestKey)
                return false;
        }

        var hash = UnitMemo.HashOf(key.Words);
        if (state.Units.Find(key.Words, hash) is not { } result)
            state.Units.Add(key.Words, hash, result = WorkOut(group, set, unit, day, ref units, run));
        _ends.Add(result);
        return true;
    }

    private UnitResult WorkOut(
        UnitGroup group, ReadOnlySpan<ulong> set, Unit unit, DateOnly? day, ref PatientUnits? units, RunKnowledge run)
    {
        ImmutableArray<UnitEnd>.Builder? ends = null;
        ImmutableArray<int> open = [];
        foreach (var rule in group.Rules)
        {
            if (!UnitRecall.Holds(set, rule.Number))
                continue;
            var facts = unit.FactsOf(ref units);
            IReadOnlyList<Fact> firsts = facts[rule.Plan.Match[0].Kind];
            if (day is { } only)
                firsts = [.. firsts.Where(fact => fact[group.Day!] is Value.Date date && date.Day == only)];
            var tally = new RuleJudging(rule.Plan, facts, rules, run, fallback).Judge(firsts);
            var kept = ends?.Count ?? 0;
            var isOpen = tally.HasFailures;
            foreach (var outcome in tally.Outcomes)
            {
                var claim = _ends.PlaceOf(outcome.On, unit.Patient);
                isOpen |= claim < 0;
                (ends ??= ImmutableArray.CreateBuilder<UnitEnd>()).Add(new UnitEnd(rule.Number, claim, outcome.Outcome, outcome.Reason));
            }

            if (!isOpen)
                continue;
            ends!.Count = kept;
            open = open.Add(rule.Number);
        }

        return open.IsEmpty && ends is null ? UnitResult.Silent : new UnitResult(ends?.ToImmutable() ?? [], open);
    }

    private void Apply(ImmutableArray<RulePlan> all, Unit unit, ref PatientUnits? units, RunKnowledge run, IOutcomes outcomes)
    {
        _ends.Settle();
        foreach (var end in _ends.All)
            outcomes.Add(all[end.Rule], unit.Patient.Claims[end.Claim], end.Outcome, end.Reason);
        foreach (var rule in _ends.Open)
            JudgeUnit(all[rule], unit.FactsOf(ref units), run, isIdentified: true, outcomes);
    }
}
