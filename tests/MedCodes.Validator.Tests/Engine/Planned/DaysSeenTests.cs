using MedCodes.Validator.Claims.Building;
using MedCodes.Validator.Engine.Planned;

namespace MedCodes.Validator.Tests.Engine.Planned;

public class DaysSeenTests
{
    private static readonly DateOnly First = new(2024, 8, 13);

    [Theory]
    [InlineData(0, 0, true)]
    [InlineData(0, 3, true)]
    [InlineData(1, 2, true)]
    [InlineData(-1, 0, false)]
    [InlineData(0, 4, false)]
    [InlineData(3, 5, false)]
    [InlineData(5, 6, true)]
    [InlineData(2, 1, true)]
    public void Days_of_lines_that_touch_or_meet_cover_a_window_together(int from, int through, bool isCovered)
    {
        var days = Seen(null, (0, 1), (5, 6), (2, 3), (1, 2), (0, 1));

        Assert.Equal(isCovered, days.Cover(First.AddDays(from), First.AddDays(through)));
        Assert.Equal(6, days.Count);
    }

    [Theory]
    [InlineData(0, 9, true)]
    [InlineData(0, 1, true)]
    [InlineData(2, 400, true)]
    [InlineData(-1, 0, false)]
    public void From_the_first_day_of_the_history_on_all_is_seen(int from, int through, bool isCovered) =>
        Assert.Equal(isCovered, Seen(First.AddDays(2), (0, 1)).Cover(First.AddDays(from), First.AddDays(through)));

    [Fact]
    public void The_last_day_of_the_calendar_ends_a_window() =>
        Assert.True(Seen(null, (DateOnly.MaxValue.DayNumber - First.DayNumber, DateOnly.MaxValue.DayNumber - First.DayNumber)).Cover(DateOnly.MaxValue, DateOnly.MaxValue));

    [Fact]
    public void Nothing_is_left_of_the_patient_before()
    {
        var days = Seen(First, (0, 1));
        days.Begin(null);

        Assert.False(days.Cover(First, First));
        Assert.Equal(0, days.Count);
    }

    private static DaysSeen Seen(DateOnly? historyFrom, params (int First, int Last)[] lines)
    {
        var builder = new ClaimBatchBuilder();
        builder.Add(new ClaimInput { Lines = [.. lines.Select(line => new LineInput { Date = First.AddDays(line.First), Through = First.AddDays(line.Last) })] });
        var days = new DaysSeen();
        days.Begin(historyFrom);
        days.Add(builder.Build().Claims[0]);
        return days;
    }
}
