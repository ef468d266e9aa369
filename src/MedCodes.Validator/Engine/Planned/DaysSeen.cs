namespace MedCodes.Validator.Engine.Planned;

/// <summary>The days that a run has seen of a patient: those of its lines, and all from the first day of the history.</summary>
internal sealed class DaysSeen(HashSet<DateOnly> days, DateOnly? historyFrom)
{
    public bool Cover(DateOnly from, DateOnly through)
    {
        for (var day = from; day <= through; day = day.AddDays(1))
        {
            if (day >= historyFrom)
                return true;
            if (!days.Contains(day))
                return false;
            if (day == DateOnly.MaxValue)
                return true;
        }

        return true;
    }
}
