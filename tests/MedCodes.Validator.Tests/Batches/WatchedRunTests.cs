using MedCodes.Validator.Batches;
using MedCodes.Validator.Findings;
using MedCodes.Validator.Reporting;
using MedCodes.Validator.Sources;
using MedCodes.Validator.Tests.Rules;
using MedCodes.Validator.Tests.Support;

namespace MedCodes.Validator.Tests.Batches;

/// <summary>Watching a run and measuring it change nothing that it says.</summary>
public sealed class WatchedRunTests
{
    private static readonly ValidatorOptions Plain = new() { AsOf = new DateOnly(2024, 9, 16) };

    [Fact]
    public void A_watched_run_tells_files_then_claims_and_findings_and_reports_the_same()
    {
        var seen = new Watcher();

        var report = Check(Plain with { Progress = seen });

        Assert.Equal(new CheckProgress(1, 0, 0), seen.Values[0]);
        Assert.Equal(new CheckProgress(1, 2, report.Findings.Count), seen.Values[^1]);
        Assert.Equal(seen.Values.Select(value => value.Claims), seen.Values.Select(value => value.Claims).Order());
        Assert.Equal(Json(Check(Plain)), Json(report));
    }

    [Fact]
    public void A_measured_run_knows_its_stages_and_rules_and_reports_the_same()
    {
        var timings = new RunTimings(new SteppingClock());

        var report = Check(Plain with { Timings = timings });

        Assert.Equal(["reading", "judging", "findings"], timings.Stages.Select(stage => stage.Name));
        Assert.All(timings.Stages, stage => Assert.True(stage.Time > TimeSpan.Zero, stage.Name));
        Assert.True(timings.Patients > 0);
        Assert.Contains("MC4101", timings.Rules.Select(rule => rule.Rule));
        Assert.All(timings.Rules, rule => Assert.Equal(timings.Patients * SteppingClock.Step, rule.Time));
        Assert.Equal(Json(Check(Plain)), Json(report));
    }

    [Fact]
    public void Where_claims_have_no_room_the_time_of_reading_them_again_is_told_apart_from_judging()
    {
        var timings = new RunTimings(new SteppingClock());

        var report = Check(Plain with { Timings = timings, Memory = 1 });

        Assert.Equal(["reading", "reading again", "judging", "findings"], timings.Stages.Select(stage => stage.Name));
        Assert.All(timings.Stages, stage => Assert.True(stage.Time > TimeSpan.Zero, stage.Name));
        Assert.Equal(Json(Check(Plain)), Json(report));
    }

    private static Report Check(ValidatorOptions options) => new ClaimValidator(ShippedRules.Set, options)
        .Check([SourceFile.FromBytes("batch.837", File.ReadAllBytes(Repository.PathOf("fixtures/claims/add-on-without-primary/primary-of-another-patient.837")))]);

    private static string Json(Report report)
    {
        using var output = new MemoryStream();
        JsonReport.Write(report, output);
        return System.Text.Encoding.UTF8.GetString(output.ToArray());
    }

    private sealed class Watcher : IProgress<CheckProgress>
    {
        public List<CheckProgress> Values { get; } = [];

        public void Report(CheckProgress value) => Values.Add(value);
    }

    /// <summary>A clock that goes on by a step whenever it is asked.</summary>
    private sealed class SteppingClock : TimeProvider
    {
        public static readonly TimeSpan Step = TimeSpan.FromMilliseconds(1);

        private long _now;

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public override long GetTimestamp() => _now += Step.Ticks;
    }
}
