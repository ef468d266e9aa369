using MedCodes.Validator.Batches;
using MedCodes.Validator.Cli.Terminal;

namespace MedCodes.Validator.Cli.Commands;

/// <summary>Writes how long a run took.</summary>
internal static class TimingLines
{
    private const int ShownRules = 10;

    public static void Write(TextWriter output, RunTimings timings)
    {
        var total = timings.Stages.Aggregate(TimeSpan.Zero, (sum, stage) => sum + stage.Time);
        foreach (var stage in timings.Stages.Append(new StageTime("total", total)))
            output.Write(FormattableString.Invariant($"{stage.Time.TotalMilliseconds,10:N1} ms  {stage.Name}\n"));
        if (timings.Patients == 0)
            return;
        output.Write(FormattableString.Invariant($"the slowest rules, each once more by itself on {Counted.Of(timings.Patients, "patient")}:\n"));
        foreach (var rule in timings.Rules.Take(ShownRules))
            output.Write(FormattableString.Invariant($"{rule.Time.TotalMilliseconds,10:N1} ms  {rule.Rule}\n"));
    }
}
