namespace MedCodes.Validator.Tests.Support;

/// <summary>What a test may need of the machine that not every machine has.</summary>
public enum Need
{
    /// <summary>SARIF's schema and JUnit's as their authors publish them, in the folder that MEDCODES_SCHEMAS names.</summary>
    PublishedSchemas = 1,

    /// <summary>A browser that runs without a screen.</summary>
    Browser,

    Bash,
    Zsh,
    Fish,
    PowerShell,
    Strace,
    Jq,

    /// <summary>A process may be given no network, which containers often forbid.</summary>
    NetworkNamespace,

    /// <summary>The files that a process has open can be listed.</summary>
    OpenFiles,
}

/// <summary>A test that is skipped, and says why, where something that it needs is missing.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class NeedsFactAttribute : FactAttribute
{
    public NeedsFactAttribute(Need need) => Skip = Needs.Missing(need);
}

/// <summary>Likewise for a theory.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class NeedsTheoryAttribute : TheoryAttribute
{
    public NeedsTheoryAttribute(Need need) => Skip = Needs.Missing(need);
}

/// <summary>Looks what a machine has.</summary>
internal static class Needs
{
    private static readonly string[] Browsers = ["chromium", "chromium-browser", "google-chrome"];

    /// <summary>The folder of the published schemas; null where there is none.</summary>
    public static string? PublishedSchemas =>
        Environment.GetEnvironmentVariable("MEDCODES_SCHEMAS") is { Length: > 0 } folder && File.Exists(Path.Combine(folder, "JUnit.xsd")) && File.Exists(Path.Combine(folder, "sarif-schema-2.1.0.json")) ? folder : null;

    /// <summary>The browser; null where there is none.</summary>
    public static string? Browser => Browsers.Select(Command).OfType<string>().FirstOrDefault();

    /// <summary>What is missing; null where nothing is.</summary>
    public static string? Missing(Need need) => need switch
    {
        Need.PublishedSchemas => PublishedSchemas is null ? "MEDCODES_SCHEMAS names no folder with JUnit.xsd and sarif-schema-2.1.0.json." : null,
        Need.Browser => Browser is null ? $"None of {string.Join(", ", Browsers)} is installed." : null,
        Need.NetworkNamespace => MayDropNetwork.Value ? null : "Nobody may start a process without a network here (unshare -rn).",
        Need.OpenFiles => Directory.Exists("/proc/self/fd") ? null : "There is no /proc/self/fd.",
        Need.PowerShell => MissingCommand("pwsh"),
        _ => MissingCommand(need.ToString().ToLowerInvariant()),
    };

    private static readonly Lazy<bool> MayDropNetwork = new(() =>
    {
        if (Command("unshare") is not { } unshare)
            return false;
        using var process = System.Diagnostics.Process.Start(new System.Diagnostics.ProcessStartInfo(unshare, ["-rn", "true"]) { RedirectStandardError = true })!;
        process.WaitForExit();
        return process.ExitCode == 0;
    });

    private static string? MissingCommand(string name) => Command(name) is null ? $"{name} is not installed." : null;

    private static string? Command(string name) => (Environment.GetEnvironmentVariable("PATH") ?? "")
        .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
        .Select(folder => Path.Combine(folder, name))
        .FirstOrDefault(File.Exists);
}
