using System.Collections.Immutable;
using System.Runtime.InteropServices;

namespace MedCodes.Validator.Engine.Planned.Joining;

/// <summary>Seeks rows by value and by day where a patient has many.</summary>
internal sealed partial class RowJudging
{
    // What nested entries have found, one behind the other.
    private readonly List<int> _sought = [];
    private readonly RowFrame _alone = new(state.Rows, state.Memory, rules, fallback);
    private readonly Dictionary<RowEntry, SoughtRows> _soughtBy = [];
    private readonly Dictionary<int, SoughtRows> _soughtOf = [];

    /// <summary>Forgets the rows of the patient that were sought.</summary>
    public void Forget()
    {
        if (_soughtBy.Count + _soughtOf.Count == 0)
            return;
        _soughtBy.Clear();
        _soughtOf.Clear();
    }

    private bool BindSought(ImmutableArray<RowEntry> entries, int next, ReadOnlySpan<RowKey> keys, RowMatch match, RowVerdict verdict, Stage stage)
    {
        if (IsTooMuch)
            return false;
        var entry = entries[next];
        var before = _sought.Count;
        var isWithin = Seek(entry, keys);
        var (place, end) = (before, _sought.Count);
        for (; place < end && !IsTooMuch; place++)
        {
            var row = _sought[place];
            var own = _unit.Compare(entry.Kind, row, keys, match);
            if (own != RowMatch.Differs && !_frame.Holds(entry.Kind, row) && !Take(entries, next, row, null, own, verdict, stage, isWithin && IsOnKnownDay(entry, row)))
                break;
        }

        CollectionsMarshal.SetCount(_sought, before);
        return place == end && !IsTooMuch;
    }

    private void AddSought(RowEntry entry, scoped ReadOnlySpan<RowKey> keys, RowMatch match, scoped ref RowTotal total)
    {
        if (IsTooMuch)
            return;
        var before = _sought.Count;
        var isWithin = Seek(entry, keys);
        for (var place = before; place < _sought.Count && !IsTooMuch; place++)
        {
            if (_unit.Compare(entry.Kind, _sought[place], keys, match) is not RowMatch.Differs and var own)
                Include(entry, _sought[place], own, ref total, isWithin && IsOnKnownDay(entry, _sought[place]));
        }

        CollectionsMarshal.SetCount(_sought, before);
    }

    private bool IsOnKnownDay(RowEntry entry, int row) => Words.IsPlain(_unit.Value(entry.Kind, row, entry.Date));

    /// <summary>Adds the rows that may have values, or lie on the days that an entry asks for, in canonical order.</summary>
    /// <returns>Whether those on known days are known to lie on the days that are asked for.</returns>
    private bool Seek(RowEntry entry, ReadOnlySpan<RowKey> keys)
    {
        var (first, end) = RowsFor(entry);
        var rows = RowsSoughtBy(entry);
        var before = _sought.Count;
        var found = Within(rows.All, first, end);
        ReadOnlySpan<int> unclear = [];
        foreach (var (column, word) in keys)
        {
            var index = rows.ByValue(column);
            var with = Within(index.With(word), first, end);
            var without = Within(index.Unclear, first, end);
            if (with.Length + without.Length < found.Length + unclear.Length)
            {
                found = with;
                unclear = without;
            }
        }

        // What asks for days asks for all of the patient.
        var isWithin = false;
        if (entry is { Days: not null, Date: >= 0 } && found.Length + unclear.Length >= entry.FewestSought && _frame.WindowOf(entry) is { Unknown: null } window
            && rows.ByDay(entry.Date) is var byDay && byDay.CountWithin(window.From, window.Through) < found.Length + unclear.Length)
        {
            byDay.AddWithin(window.From, window.Through, _sought);
            isWithin = window.IsExact;
            AddWorkOfDays(window, _sought.Count - before);
        }
        else
        {
            _sought.AddRange(unclear);
            _sought.AddRange(found);
            if (!unclear.IsEmpty)
                CollectionsMarshal.AsSpan(_sought)[before..].Sort();
            _work += _sought.Count - before;
        }

        return isWithin;
    }

    private SoughtRows RowsSoughtBy(RowEntry entry)
    {
        if (_soughtBy.TryGetValue(entry, out var rows))
            return rows;
        var count = _unit.RowsIn(entry.Kind, -1).End;
        if (entry.Reach is { } reach)
        {
            _alone.Begin(_rule, _run);
            rows = new SoughtRows(_unit, entry.Kind, reach.Rows(count, _alone));
        }
        else if (!_soughtOf.TryGetValue(entry.Kind, out rows))
        {
            _soughtOf[entry.Kind] = rows = new SoughtRows(_unit, entry.Kind, [.. Enumerable.Range(0, count)]);
        }

        return _soughtBy[entry] = rows;
    }

    // Of rows in order, those from one on and before another; a claim's stand together.
    private static ReadOnlySpan<int> Within(ReadOnlySpan<int> rows, int first, int end)
    {
        if (rows.IsEmpty || (rows[0] >= first && rows[^1] < end))
            return rows;
        var (from, through) = (rows.BinarySearch(first), rows.BinarySearch(end));
        return rows[(from < 0 ? ~from : from)..(through < 0 ? ~through : through)];
    }
}
