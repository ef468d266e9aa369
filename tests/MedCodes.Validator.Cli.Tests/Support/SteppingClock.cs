namespace MedCodes.Validator.Cli.Tests.Support;

/// <summary>A clock on 2024-09-01 that goes on by a step whenever it is asked how much time has passed.</summary>
internal sealed class SteppingClock(TimeSpan step) : TimeProvider
{
    private long _now;

    public override TimeZoneInfo LocalTimeZone => TimeZoneInfo.Utc;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override DateTimeOffset GetUtcNow() => new(2024, 9, 1, 12, 0, 0, TimeSpan.Zero);

    public override long GetTimestamp() => _now += step.Ticks;
}
