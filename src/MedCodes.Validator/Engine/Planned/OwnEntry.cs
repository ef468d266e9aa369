using System.Collections.Immutable;
using MedCodes.Validator.Engine.Planned.Screening;
using MedCodes.Validator.Rules.Catalogue;
using MedCodes.Validator.Rules.Facts;
using MedCodes.Validator.Rules.Model;
using MedCodes.Validator.Rules.Profiles;

namespace MedCodes.Validator.Engine.Planned;

/// <summary>An entry with those of its conditions that speak of nothing but its own fact.</summary>
internal sealed class OwnEntry
{
    /// <summary>How many values are remembered: codes with their modifiers are many.</summary>
    public const int MostValues = 1 << 14;

    private readonly ImmutableArray<ConditionPlan> _conditions;
    private readonly ImmutableArray<ColumnReader> _columns;
    private readonly ImmutableArray<Field> _fields;
    private readonly Profile _fallback;
    private readonly bool _mayBeUnknown;
    private readonly bool _isOfRows;

    /// <summary>Takes an entry.</summary>
    /// <param name="rule">Its rule.</param>
    /// <param name="plan">The entry.</param>
    /// <param name="fallback">The profile of what has none.</param>
    /// <param name="mayBeUnknown">Whether what is not known to meet the conditions counts too.</param>
    public OwnEntry(Rule rule, EntryPlan plan, Profile fallback, bool mayBeUnknown)
    {
        (_fallback, _mayBeUnknown) = (fallback, mayBeUnknown);
        Rule = rule;
        Plan = plan;
        var parts = EntryPlan.PartsOf(plan.Entry)
            .Where(part => mayBeUnknown ? part.IsFixedBy(plan.Entry.Name) : part.Reads.All(read => read.Name == plan.Entry.Name))
            .ToList();
        var tests = parts.SelectMany(part => part.Tests).ToList();
        _conditions = [.. parts.Select(part => ConditionPlanner.Plan(part, _ => 0))];
        _fields = [.. tests.SelectMany(test => test.Reads).Select(read => read.Field).Distinct()];
        var readers = _fields.Select(field => Screening.Columns.Of(field, plan.Kind)).ToList();
        _isOfRows = RowsOf.CanGoThrough(plan.Kind)
            && readers.TrueForAll(reader => reader is not null)
            && !tests.Exists(test => test.Matcher.GoesByDate || test.Matcher.ReadsPolicy);
        _columns = _isOfRows ? [.. readers.OfType<ColumnReader>()] : [];
    }

    public Rule Rule { get; }

    public EntryPlan Plan { get; }

    /// <summary>The fields whose values decide; default where facts are needed.</summary>
    public ImmutableArray<Field> Fields => _isOfRows ? _fields : default;

    /// <summary>What one worker remembers of it; null where facts are needed.</summary>
    public ValueMemo<bool>? NewMemo() => _isOfRows ? new ValueMemo<bool>(_columns.Length, MostValues) : null;

    /// <summary>Whether something in a claim meets the conditions.</summary>
    public bool IsMet(ClaimFacts claim, ValueMemo<bool>? memo, TextNumbers texts, RunKnowledge run)
    {
        if (memo is null)
            return claim.OfKind(Plan.Kind).Any(fact => IsMet(fact, run));
        Span<ulong> key = stackalloc ulong[_columns.Length];
        var rows = new RowsOf(Plan.Kind, claim.View);
        for (var place = 0; rows.MoveNext(); place++)
        {
            for (var i = 0; i < key.Length; i++)
                key[i] = _columns[i](rows.Current, texts);
            if (!memo.TryFind(key, out var isMet))
                memo.Add(key, isMet = IsMet(claim.AtRow(Plan.Kind, place), run));
            if (isMet)
                return true;
        }

        return false;
    }

    /// <summary>Whether a fact meets the conditions.</summary>
    public bool IsMet(Fact fact, RunKnowledge run)
    {
        var frame = new Frame([Plan.Entry.Name], _fallback, run.AsOf);
        frame.Bind(0, fact);
        return _conditions.All(condition => condition(frame) is var verdict && (verdict.IsTrue || (_mayBeUnknown && !verdict.IsFalse)));
    }
}

/// <summary>What one worker remembers of entries, each by itself.</summary>
/// <param name="entries">The entries.</param>
internal sealed class OwnEntryMemory(ImmutableArray<OwnEntry> entries)
{
    public ImmutableArray<ValueMemo<bool>?> Memos { get; } = [.. entries.Select(entry => entry.NewMemo())];

    public TextNumbers Texts { get; } = new();
}
