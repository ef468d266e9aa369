using System.Collections.Immutable;

namespace MedCodes.Validator.Engine.Planned.Joining;

/// <summary>Asks what the values of bound rows decide: which rows tables hold for them, which days, whose parameters.</summary>
internal sealed partial class RowFrame
{
    /// <summary>The rows of a table that an entry finds.</summary>
    public ImmutableArray<KnownFact> Find(RowEntry entry)
    {
        if (entry.Table!.OfRow < 0 || _slots[entry.Table.Reads[0].Slot] is not { Row: not NoRow } held)
            return Search(entry);
        ref var found = ref unit.FoundBy(held.Kind, held.Row, entry.Table.OfRow);
        return found.IsDefault ? found = Search(entry) : found;
    }

    /// <summary>The days that an entry asks for.</summary>
    public DayWindow WindowOf(RowEntry entry)
    {
        if (entry.DayOf is { } date && _slots[date.Slot].Row != NoRow && Read(date.Slot, date.Column) is var day && Words.IsPlainDay(day))
            return new DayWindow(null, Words.DayOf(day), Words.DayOf(day));
        var question = entry.Days!;
        Span<ulong> key = stackalloc ulong[question.Width];
        ReadKey(question.Reads, question.ReadsPolicy, key);
        var memo = memory.Days[question.Number];
        if (!memo.TryFind(key, out var window))
            memo.Add(key, window = entry.Plan.Unseen!.WindowOf(Facts()));
        return window;
    }

    /// <summary>Whether others bill for the patient on the day that an entry asks for.</summary>
    public bool OthersBill(RowEntry entry)
    {
        var policy = Policy();
        if (!memory.OthersBill.TryGetValue((entry, policy), out var bill))
            memory.OthersBill[(entry, policy)] = bill = entry.Plan.Unseen!.OthersBill(Facts(), _run!);
        return bill;
    }

    private ImmutableArray<KnownFact> Search(RowEntry entry)
    {
        var question = entry.Table!;
        Span<ulong> key = stackalloc ulong[question.Width];
        ReadKey(question.Reads, question.ReadsPolicy, key);
        var day = question.Day is { } date ? Read(date.Slot, date.Column) : Words.AnyRow;
        var memo = memory.Tables[question.Number];
        memo.TryFind(key, out var known);
        for (var found = known; found is not null; found = found.Others)
        {
            if (found.Days.Holds(day))
                return found.Rows;
        }

        var rows = entry.Plan.Rows!.Find(Facts(), rules.Tables[entry.Plan.Entry.Access!.Table], _run!.AsOf, out var alike).Select(memory.Know).ToImmutableArray();
        memo.Add(key, new FoundRows(rows, question.Day is null ? WordSpan.Always : WordSpan.Of(day, alike), known));
        return rows;
    }

    private void ReadKey(ImmutableArray<RowRead> reads, bool readsPolicy, Span<ulong> key)
    {
        for (var i = 0; i < reads.Length; i++)
            key[i] = Read(reads[i].Slot, reads[i].Column);
        if (readsPolicy)
            key[^1] = Policy();
    }

    // What applies is what applies to the claim of what was bound first.
    private ulong Policy()
    {
        if (_holder != NoRow)
            return unit.PolicyOf(_holder);
        for (var i = 0; i < Count; i++)
        {
            if (ClaimAt(_order[i]) is not NoRow and var claim)
                return unit.PolicyOf(claim);
        }

        return Words.NotBound;
    }
}
