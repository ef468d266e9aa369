using System.CommandLine;
using MedCodes.Validator.Cli.Terminal;
using MedCodes.Validator.Reference;
using MedCodes.Validator.Reference.Releases;

namespace MedCodes.Validator.Cli.Commands;

/// <summary>Where imported tables are: --data, else MEDCODES_DATA, else the user's own data directory.</summary>
internal static class DataFolderOption
{
    private const string Variable = "MEDCODES_DATA";

    public static Option<string> Create() => new("--data")
    {
        Description = $"The folder of imported tables. Default: {Variable}, else medcodes in the user's data directory.",
        HelpName = "DIR",
    };

    /// <summary>The option that lets releases answer for days beyond what they cover.</summary>
    public static Option<bool> CreateExtrapolate() => new("--extrapolate")
    {
        Description = "Let imported releases answer for days beyond what they cover; each witness says so. Default: what the configuration says, else no.",
    };

    /// <summary>The folder; null where none is given and the user has no data directory.</summary>
    public static string? Of(string? given, ITerminal terminal) => given ?? terminal.Variable(Variable) ?? Own(terminal);

    /// <summary>The folder of a command that cannot do without.</summary>
    /// <exception cref="FailureException">There is none.</exception>
    public static string Require(string? given, ITerminal terminal) =>
        Of(given, terminal) ?? throw new FailureException($"there is no data directory; give one with --data or {Variable}");

    /// <summary>Opens the tables of a check. A folder that was asked for must be there; the user's own may not have been made yet.</summary>
    /// <exception cref="FailureException">The folder is not there, cannot be read or is damaged.</exception>
    public static ReferenceData Open(string? given, ITerminal terminal, bool extrapolate = false)
    {
        if (Of(given, terminal) is not { } folder)
            return ReferenceData.None;
        if (!Directory.Exists(folder))
        {
            return given is null && terminal.Variable(Variable) is null
                ? ReferenceData.None
                : throw new FailureException($"there is no data folder '{folder}'; medcodes data import makes one");
        }

        return Guarded(folder, () => ReferenceData.Open(folder, extrapolate));
    }

    /// <summary>Runs what reads or changes a folder.</summary>
    /// <exception cref="FailureException">It cannot be read or changed, or is damaged.</exception>
    public static T Guarded<T>(string folder, Func<T> action)
    {
        try
        {
            return action();
        }
        catch (InvalidDataException error)
        {
            throw new FailureException(error.Message);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new FailureException($"cannot use the data folder '{folder}': {Reason.OfReading(error, null)}; nothing has changed");
        }
    }

    /// <summary>What a release is, in words.</summary>
    public static string Describe(ReleaseDescription release) => string.Join(' ', release.Part.Prepend(release.Table).Append(release.Release));

    private static string? Own(ITerminal terminal)
    {
        var directory = OperatingSystem.IsWindows() ? terminal.Variable("LOCALAPPDATA")
            : terminal.Variable("XDG_DATA_HOME") ?? (terminal.Variable("HOME") is { } home
                ? Path.Combine(home, OperatingSystem.IsMacOS() ? "Library/Application Support" : ".local/share")
                : null);
        return directory is null ? null : Path.Combine(directory, "medcodes");
    }
}
