using MedCodes.Validator.Claims;
using MedCodes.Validator.Engine.Planned.Screening;
using MedCodes.Validator.Rules.Catalogue;
using MedCodes.Validator.Rules.Facts;

namespace MedCodes.Validator.Engine.Planned.Recall;

/// <summary>The days of a unit's lines: the first day of each line, or all its days. Belongs to one worker.</summary>
internal sealed class UnitDays
{
    // Lines that last for months are few; with more days than this a unit is judged as a whole.
    private const int MostDays = 500;

    private readonly List<DateOnly> _firsts = [];
    private readonly List<DateOnly> _all = [];
    private bool _isKnown;

    /// <summary>Reads the days of a unit.</summary>
    public void Read(Unit unit)
    {
        _firsts.Clear();
        _all.Clear();
        _isKnown = true;
        for (var i = 0; i < unit.Count && _isKnown; i++)
        {
            foreach (var line in unit[i].View.Lines)
                Add(line);
        }
    }

    /// <summary>The different values of a date field; null where some are not known, because a line of any day may be meant.</summary>
    public List<DateOnly>? Of(Field date) => !_isKnown ? null : date.Kind == LineKinds.LineDay ? _all : _firsts;

    /// <summary>Whether a row stands in a line of a day, or is of that day.</summary>
    public static bool IsOn(in RowPlace row, FactKind kind, Field date, DateOnly day)
    {
        var line = row.ServiceLine;
        if (date.Kind != LineKinds.LineDay)
            return line.Date == day;
        return kind == LineKinds.LineDay ? row.Part == day.DayNumber : line.Date <= day && day <= line.Through;
    }

    /// <summary>Whether a claim has a line of a day.</summary>
    public static bool HasDay(Claim claim, Field date, DateOnly day)
    {
        foreach (var line in claim.Lines)
        {
            if (date.Kind == LineKinds.LineDay ? line.Date <= day && day <= line.Through : line.Date == day)
                return true;
        }

        return false;
    }

    private void Add(ServiceLine line)
    {
        if (LineDays.Of(line) is not var (first, last) || last.DayNumber - first.DayNumber > MostDays)
        {
            _isKnown = false;
            return;
        }

        if (!_firsts.Contains(first))
            _firsts.Add(first);
        for (var day = first; day <= last; day = day.AddDays(1))
        {
            if (!_all.Contains(day))
                _all.Add(day);
        }

        _isKnown &= _all.Count <= MostDays;
    }
}
