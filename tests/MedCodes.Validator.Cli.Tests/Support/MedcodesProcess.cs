using System.Diagnostics;
using MedCodes.Validator.Tests.Support;

namespace MedCodes.Validator.Cli.Tests.Support;

/// <summary>The command as a process of its own, started in the repository's folder.</summary>
internal static class MedcodesProcess
{
    /// <summary>How a shell starts the command.</summary>
    public static readonly string Command = $"dotnet '{Path.Combine(AppContext.BaseDirectory, "medcodes.dll")}'";

    /// <summary>Starts the command without a shell around it, so that it can be killed.</summary>
    public static Process Start(params string[] arguments) => Process.Start(
        new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "medcodes.dll"), .. arguments]) { RedirectStandardOutput = true, RedirectStandardError = true })!;

    /// <summary>Runs a line of the shell in which "medcodes" is the command.</summary>
    /// <param name="line">The line, as a user would type it.</param>
    /// <param name="environment">Variables besides those of this process; null removes one.</param>
    public static ProcessResult Shell(string line, params (string Name, string? Value)[] environment)
    {
        var start = new ProcessStartInfo("/bin/sh", ["-c", $"medcodes() {{ {Command} \"$@\"; }}\n{line}"])
        {
            WorkingDirectory = Repository.Folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var name in new[] { "CI", "NO_COLOR", "FORCE_COLOR", "UPDATE_SNAPSHOTS" })
            start.Environment.Remove(name);

        // What the user has imported or set is no part of a test.
        foreach (var name in start.Environment.Keys.Where(name => name.StartsWith("MEDCODES_", StringComparison.Ordinal)).ToList())
            start.Environment.Remove(name);
        start.Environment["XDG_DATA_HOME"] = AppContext.BaseDirectory;
        foreach (var (name, value) in environment)
            start.Environment[name] = value;

        using var process = Process.Start(start)!;
        process.StandardInput.Close();
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return new ProcessResult(process.ExitCode, output, error.GetAwaiter().GetResult());
    }
}

/// <summary>What a process left behind.</summary>
internal sealed record ProcessResult(int Code, string Out, string Err);
