using MedCodes.Validator.Cli.Terminal;
using MedCodes.Validator.Configuration;
using MedCodes.Validator.Findings;
using MedCodes.Validator.Reporting;

namespace MedCodes.Validator.Cli.Commands;

/// <summary>Turns what was found into an exit code. What is shown and what fails are two questions.</summary>
internal static class Verdict
{
    /// <summary>0 or 1.</summary>
    /// <param name="limits">What the command line says.</param>
    /// <param name="configuration">What the configuration says where the command line does not.</param>
    /// <param name="report">What was found.</param>
    public static int Of(FailureLimits limits, ProjectConfiguration configuration, ShownReport report)
    {
        if (limits.ExitZero)
            return ExitCode.Clean;
        var from = limits.FailOn is null ? configuration.FailOn.Value : limits.FailOn switch
        {
            "error" => Severity.Error,
            "warning" => Severity.Warning,
            "info" => Severity.Info,
            _ => (Severity?)null,
        };
        var fails = from is { } lowest && Enum.GetValues<Severity>().Any(severity => severity >= lowest && report.Count(severity) > 0);
        var tooMany = (limits.MaxWarnings ?? configuration.MaxWarnings?.Value) is { } most && report.Count(Severity.Warning) > most;
        return fails || tooMany ? ExitCode.Findings : ExitCode.Clean;
    }
}
