namespace MedCodes.Validator.Engine.Planned.Joining;

/// <summary>Gives a rule up where facts, which take those that are alike together, cost less.</summary>
internal sealed partial class RowJudging
{
    // On one day much is alike, on different days little: what is sought by days may be so many rows a day, on so many days.
    private const int FreeOfDay = 512;
    private const int MostFreeDays = 128;

    // Each failing binding is kept.
    private const int WorkOfFailure = 8;

    private long _work;
    private long _mostWork;
    private long? _free;

    private bool IsTooMuch => _work > _mostWork;

    private RowWork Limit => _rule.Plan.Match[0].Shortcuts.Work;

    private void BeginWork()
    {
        var (first, end) = _unit.RowsIn(_rule.Match[0].Kind, _claim);
        (_work, _mostWork) = (0, Limit.OfRule + Limit.Looks * (long)(end - first));
    }

    private void BeginWorkOfRow()
    {
        _mostWork += Limit.OfRow;
        _free = null;
    }

    /// <summary>Counts rows that were sought by days; what is free is so once for each row that bindings begin with.</summary>
    private void AddWorkOfDays(DayWindow window, int rows)
    {
        var free = _free ?? (long)FreeOfDay * Math.Min(Math.Min(window.Through.DayNumber - window.From.DayNumber + 1, MostFreeDays), _unit.Days.Count);
        var used = Math.Min(rows, free);
        _free = free - used;
        _work += rows - used;
    }
}
