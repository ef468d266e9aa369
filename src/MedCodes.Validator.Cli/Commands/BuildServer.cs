using System.Text;
using MedCodes.Validator.Cli.Terminal;
using MedCodes.Validator.Findings;
using MedCodes.Validator.Reporting;

namespace MedCodes.Validator.Cli.Commands;

/// <summary>Gives a build server its annotations and summary besides what is asked for; it never replaces the report for people.</summary>
internal static class BuildServer
{
    /// <summary>Whether one gets anything.</summary>
    public static bool Listens(CheckOptions options, ITerminal terminal) => options.BuildServer == "gitlab" || IsGitHub(options, terminal);

    public static void Tell(CheckOptions options, Report report, ITerminal terminal)
    {
        if (options.BuildServer == "gitlab")
            TellGitLab(options, report, terminal);
        if (!IsGitHub(options, terminal))
            return;
        var output = new ReportOutput(terminal, "never", PhiLevel.Mask, quiet: true);

        // A document on standard output stays one document.
        if (options.Outputs.All(request => request.Path is not null || request.Format == "human"))
            output.Write(level => ShownReport.Of(report, level).With(options.Redaction), [new OutputRequest("github", null)]);
        if (terminal.Variable("GITHUB_STEP_SUMMARY") is { } summary && options.Outputs.All(request => request.Format != "summary"))
            Append(summary, ShownReport.Of(report).With(options.Redaction));
    }

    private static bool IsGitHub(CheckOptions options, ITerminal terminal) =>
        options.BuildServer == "github" || (options.BuildServer == "auto" && terminal.Variable("GITHUB_ACTIONS") == "true");

    // The name that GitLab's own documentation uses; the job lists it under artifacts: reports: codequality.
    private static void TellGitLab(CheckOptions options, Report report, ITerminal terminal)
    {
        if (options.Outputs.Any(request => request.Format == "gitlab"))
            return;
        var path = Path.Combine(ProjectFolder.Root(terminal), "gl-code-quality-report.json");
        new ReportOutput(terminal, "never", PhiLevel.Mask, quiet: true).Write(level => ShownReport.Of(report, level).With(options.Redaction), [new OutputRequest("gitlab", path)]);
    }

    /// <exception cref="FailureException">The summary cannot be written.</exception>
    private static void Append(string path, ShownReport report)
    {
        using var text = new MemoryStream();
        ReportFormats.Write("summary", report, text, new ReportSettings());
        try
        {
            File.AppendAllText(path, Encoding.UTF8.GetString(text.ToArray()));
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new FailureException($"cannot write the job summary: {Reason.OfWriting(error, path)}");
        }
    }
}
