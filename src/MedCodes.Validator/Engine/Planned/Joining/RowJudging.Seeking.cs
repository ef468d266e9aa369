using System.Collections.Immutable;
using System.Runtime.InteropServices;
using MedCodes.Validator.Engine.Cases;

namespace MedCodes.Validator.Engine.Planned.Joining;

/// <summary>Seeks rows by value and by day where a patient has many, and gives up where facts, which take those that are alike together, cost less.</summary>
internal sealed partial class RowJudging
{
    // How many rows may be held against others before a rule is given up: in all, and for each row that it begins with. On one day much is
    // alike, on different days little, so that what is found by days counts only as far as it is more than so many a day.
    private const int WorkOfRule = 1 << 14;
    private const int WorkOfRow = 256;
    private const int FreeOfDay = 512;

    // Each failing binding is kept.
    private const int WorkOfFailure = 8;

    // Where the value that rows are sought by is not known, all are looked through.
    private const int LooksThrough = 4;

    // What nested entries have found, one behind the other.
    private readonly List<int> _sought = [];
    private readonly RowFrame _alone = new(state.Rows, state.Memory, rules, fallback);
    private readonly Dictionary<RowEntry, SoughtRows> _soughtBy = [];
    private readonly Dictionary<int, SoughtRows> _soughtOf = [];
    private PatientCase? _patient;
    private long _work;
    private long _mostWork;

    private bool IsTooMuch => _work > _mostWork;

    private void BeginWork()
    {
        var (first, end) = _unit.RowsIn(_rule.Match[0].Kind, _claim);
        _sought.Clear();
        (_work, _mostWork) = (0, WorkOfRule + LooksThrough * (end - first));
    }

    private void AllowWork() => _mostWork += WorkOfRow;

    private bool BindSought(ImmutableArray<RowEntry> entries, int next, ReadOnlySpan<RowKey> keys, RowMatch match, RowVerdict verdict, Stage stage)
    {
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
        var (by, fewest) = (-1, rows.All.Length);
        for (var i = 0; i < keys.Length; i++)
        {
            var index = rows.ByValue(keys[i].Column);
            if (index.With(keys[i].Word).Length + index.Unclear.Length is var count && count < fewest)
                (by, fewest) = (i, count);
        }

        var (before, free, isWithin) = (_sought.Count, 0, false);
        if (entry is { Days: not null, Date: >= 0 } && fewest >= entry.FewestSought && _frame.WindowOf(entry) is { Unknown: null } window
            && rows.ByDay(entry.Date) is var byDay && byDay.CountWithin(window.From, window.Through) < fewest)
        {
            byDay.AddWithin(window.From, window.Through, _sought);
            isWithin = window.IsExact;
            free = FreeOfDay * Math.Min(window.Through.DayNumber - window.From.DayNumber + 1, _unit.Days.Count);
        }
        else if (by >= 0)
        {
            var index = rows.ByValue(keys[by].Column);
            _sought.AddRange(index.Unclear);
            _sought.AddRange(index.With(keys[by].Word));
            if (!index.Unclear.IsEmpty)
                CollectionsMarshal.AsSpan(_sought)[before..].Sort();
        }
        else
        {
            _sought.AddRange(rows.All);
        }

        if (end - first < _unit.RowsIn(entry.Kind, -1).End)
            KeepWithin(first, end, before);
        _work += Math.Max(0, _sought.Count - before - free);
        return isWithin;
    }

    private SoughtRows RowsSoughtBy(RowEntry entry)
    {
        if (_patient != _unit.Patient)
        {
            _soughtBy.Clear();
            _soughtOf.Clear();
            _patient = _unit.Patient;
        }

        if (_soughtBy.TryGetValue(entry, out var rows))
            return rows;
        var count = _unit.RowsIn(entry.Kind, -1).End;
        if (entry.Reach?.Value is { } reach)
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

    // A claim's rows stand together.
    private void KeepWithin(int first, int end, int from)
    {
        var kept = from;
        for (var place = from; place < _sought.Count; place++)
        {
            if (_sought[place] >= first && _sought[place] < end)
                _sought[kept++] = _sought[place];
        }

        CollectionsMarshal.SetCount(_sought, kept);
    }
}
