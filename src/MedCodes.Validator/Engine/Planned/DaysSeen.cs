using System.Runtime.InteropServices;
using MedCodes.Validator.Claims;
using MedCodes.Validator.Rules.Facts;

namespace MedCodes.Validator.Engine.Planned;

/// <summary>The days that a run has seen of a patient: those of its lines, and all from the first day of the history. Belongs to one worker.</summary>
internal sealed class DaysSeen
{
    private readonly List<(DateOnly First, DateOnly Last)> _spans = [];
    private DateOnly? _historyFrom;
    private bool _isInOrder = true;
    private int _count;

    /// <summary>How many days lines were seen on.</summary>
    public int Count
    {
        get
        {
            PutInOrder();
            return _count;
        }
    }

    /// <summary>Begins a patient.</summary>
    public void Begin(DateOnly? historyFrom)
    {
        _spans.Clear();
        (_historyFrom, _isInOrder, _count) = (historyFrom, true, 0);
    }

    /// <summary>Adds the days of a claim's lines.</summary>
    public void Add(Claim claim)
    {
        foreach (var line in claim.Lines)
        {
            if (LineDays.Of(line) is var (first, last))
                Add(first, last);
        }
    }

    /// <summary>Whether all days of a window were seen.</summary>
    public bool Cover(DateOnly from, DateOnly through)
    {
        if (from >= _historyFrom || from > through)
            return true;
        PutInOrder();
        var place = LastFrom(from);
        if (place < 0 || _spans[place].Last < from)
            return false;

        // Spans that touch are one, so that the next day was not seen.
        return _spans[place].Last is var last && (last >= through || last.AddDays(1) >= _historyFrom);
    }

    private void Add(DateOnly first, DateOnly last)
    {
        // Lines beside each other mostly have the same.
        if (_spans.Count > 0 && _spans[^1] == (first, last))
            return;
        _isInOrder = false;
        _spans.Add((first, last));
    }

    // The last span that begins on a day or before it; -1 for none.
    private int LastFrom(DateOnly day)
    {
        var place = _spans.BinarySearch((day, DateOnly.MaxValue));
        return place < 0 ? ~place - 1 : place;
    }

    // Joins spans that meet or touch.
    private void PutInOrder()
    {
        if (_isInOrder)
            return;
        _isInOrder = true;
        _spans.Sort();
        var kept = 0;
        foreach (var span in CollectionsMarshal.AsSpan(_spans))
        {
            if (kept > 0 && span.First.DayNumber <= _spans[kept - 1].Last.DayNumber + 1)
                _spans[kept - 1] = (_spans[kept - 1].First, span.Last > _spans[kept - 1].Last ? span.Last : _spans[kept - 1].Last);
            else
                _spans[kept++] = span;
        }

        _spans.RemoveRange(kept, _spans.Count - kept);
        _count = 0;
        foreach (var (first, last) in _spans)
            _count += last.DayNumber - first.DayNumber + 1;
    }
}
