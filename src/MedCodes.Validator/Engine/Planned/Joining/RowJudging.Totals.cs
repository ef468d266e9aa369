namespace MedCodes.Validator.Engine.Planned.Joining;

/// <summary>Adds up totals over rows.</summary>
internal sealed partial class RowJudging
{
    private KnownFact Total(RowEntry entry)
    {
        var unseen = Unseen(entry);
        var total = new RowTotal(entry, unseen is not null, unseen?.Fact.WhyUnknown, _members);
        Span<RowKey> keys = stackalloc RowKey[entry.Joins.Length];
        var match = _frame.KeysOf(entry, _claim >= 0, ref keys);
        AddUp(entry, keys, match, ref total);
        return total.Outcome(_frame, _memory);
    }

    private void AddUp(RowEntry entry, scoped ReadOnlySpan<RowKey> keys, RowMatch match, ref RowTotal total)
    {
        // The values that a row must have are those of a row without twins.
        if (entry.Twins >= 0 && !_unit.MayHoldTwins(entry.Kind, entry.Twins) && _frame.RowAt(entry.Joins[0].Other) is >= 0 and var only)
        {
            Include(entry, only, match, ref total);
            return;
        }

        var (first, end) = RowsFor(entry);
        if (end - first >= entry.FewestSought)
        {
            AddSought(entry, keys, match, ref total);
            return;
        }

        for (var row = first; row < end; row++)
        {
            if (_unit.Compare(entry.Kind, row, keys, match) is not RowMatch.Differs and var own)
                Include(entry, row, own, ref total);
        }
    }

    private void Include(RowEntry entry, int row, RowMatch match, scoped ref RowTotal total, bool isWithin = false)
    {
        var bound = _frame.Count;
        var verdict = TryBind(entry, row, null, match, isWithin);
        _frame.ReleaseTo(bound);
        if (!verdict.IsFalse)
            total.Add(row, _memory.ReasonOf(verdict));
    }
}
