using System.Collections.Immutable;
using MedCodes.Validator.Rules.Catalogue;
using MedCodes.Validator.Rules.Facts;
using MedCodes.Validator.Rules.Model;
using MedCodes.Validator.Rules.Profiles;

namespace MedCodes.Validator.Engine.Planned.Screening;

/// <summary>
/// Passes over the rules of which no binding can begin with a row, by single values of it: a condition that one value decides is false
/// whatever the others are. Few values come in a column, and many together, so that most rules need no more than this.
/// </summary>
internal sealed class Exclusions
{
    private readonly ImmutableArray<ColumnTests> _columns;
    private readonly Profile _fallback;
    private readonly bool _remembers;

    /// <summary>Collects the conditions.</summary>
    /// <param name="kind">The kind of row; what it remembers rows by tells which columns count.</param>
    /// <param name="rules">The rules that begin with such rows.</param>
    /// <param name="words">How many words a set of rules has.</param>
    /// <param name="fallback">The profile where nothing tells which one counts.</param>
    /// <param name="remembers">Whether it is remembered what a value ruled out.</param>
    public Exclusions(ScreenKind kind, IReadOnlyCollection<ScreenedRule> rules, int words, Profile fallback, bool remembers)
    {
        (_fallback, Words, _remembers) = (fallback, words, remembers);
        var tests = rules.SelectMany(rule => TestsOf(kind, rule)).ToLookup(test => test.Column, test => test.Test);
        var ofPolicy = new ColumnTests(ScreenKey.Policy, [.. rules], [.. tests[ScreenKey.Policy]]);
        _columns = [ofPolicy, .. kind.Key.Columns.Where(tests.Contains).Select(column => new ColumnTests(column, [], [.. tests[column]]))];
    }

    /// <summary>How many words a set of rules has.</summary>
    public int Words { get; }

    /// <summary>How many columns rule something out.</summary>
    public int Count => _columns.Length;

    /// <summary>The rules that may begin with a row, as a set.</summary>
    /// <param name="row">The row.</param>
    /// <param name="memos">What the values of each column ruled out before.</param>
    /// <param name="claim">The row's claim.</param>
    /// <param name="run">The run.</param>
    /// <param name="possible">Takes the set.</param>
    public void Leave(ScreenedRow row, ImmutableArray<ValueMemo<ulong[]>> memos, ClaimFacts claim, RunKnowledge run, Span<ulong> possible)
    {
        possible.Fill(ulong.MaxValue);
        for (var i = 0; i < _columns.Length; i++)
        {
            var value = _columns[i].Column == ScreenKey.Policy ? row.Policy : row[_columns[i].Column];
            var allowed = Allowed(_columns[i], value, row, memos[i], claim, run);
            for (var word = 0; word < possible.Length; word++)
                possible[word] &= allowed[word];
        }
    }

    private ulong[] Allowed(ColumnTests column, ulong value, ScreenedRow row, ValueMemo<ulong[]> memo, ClaimFacts claim, RunKnowledge run)
    {
        ReadOnlySpan<ulong> key = [value];
        if (memo.TryFind(key, out var allowed))
            return allowed;
        allowed = new ulong[Words];
        Array.Fill(allowed, ulong.MaxValue);
        foreach (var rule in column.Audience)
        {
            if (!rule.Plan.AppliesTo(claim))
                allowed[rule.Number >> 6] &= ~(1UL << rule.Number);
        }

        foreach (var test in column.Tests)
        {
            if (test.IsFalse(row.FactsOf(claim), new Frame(test.Plan.Names, _fallback, run.AsOf)))
                allowed[test.Rule >> 6] &= ~(1UL << test.Rule);
        }

        if (_remembers)
            memo.Add(key, allowed);
        return allowed;
    }

    private static IEnumerable<(int Column, Exclusion Test)> TestsOf(ScreenKind kind, ScreenedRule rule)
    {
        foreach (var condition in rule.Conditions)
        {
            var reads = condition.Tests.SelectMany(test => test.Reads).ToList();
            var columns = reads.Select(read => read.Field.Kind == ClaimKinds.Profile ? ScreenKey.Policy : kind.NumberOf(read.Field)).Distinct().ToList();

            // By which date a set goes is another value, and so is what a profile sets. What a row of a table tells is no value of this row.
            if (columns is [var column] && (column == ScreenKey.Policy || kind.Key.Columns.Contains(column)) && !condition.ReadsPolicy && !condition.Tests.Any(test => test.Matcher.GoesByDate))
                yield return (column, Exclusion.Of(rule, condition, reads));
        }
    }

    /// <summary>The conditions that the value of a column decides.</summary>
    /// <param name="Column">The column.</param>
    /// <param name="Audience">The rules for which it tells whether they apply at all.</param>
    /// <param name="Tests">The conditions.</param>
    private sealed record ColumnTests(int Column, ImmutableArray<ScreenedRule> Audience, ImmutableArray<Exclusion> Tests);

    /// <summary>A condition without which a rule does not begin.</summary>
    /// <param name="Rule">The rule's number.</param>
    /// <param name="Plan">The rule.</param>
    /// <param name="Test">The condition.</param>
    /// <param name="Binds">What it reads: the row, the claim it stands in, or its profile.</param>
    private sealed record Exclusion(int Rule, RulePlan Plan, ConditionPlan Test, ImmutableArray<(int Slot, FactKind Kind)> Binds)
    {
        public static Exclusion Of(ScreenedRule rule, Condition condition, IEnumerable<FieldReference> reads) => new(
            rule.Number,
            rule.Plan,
            ConditionPlanner.Plan(condition, rule.Plan.Names.IndexOf),
            [.. reads.Select(read => read.Name).Distinct().Select(name => (rule.Plan.Names.IndexOf(name), rule.Plan.Match.First(entry => entry.Entry.Name == name).Kind))]);

        public bool IsFalse(UnitFacts unit, Frame frame)
        {
            foreach (var (slot, kind) in Binds)
                frame.Bind(slot, unit[kind][0]);
            try
            {
                return Test(frame).IsFalse;
            }
            catch (Exception crash) when (RuleCrash.IsOurs(crash))
            {
                // Judging the rule will say so.
                return false;
            }
        }
    }
}
