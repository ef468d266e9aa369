namespace MedCodes.Validator.Cli.Terminal;

/// <summary>Which files are to be read.</summary>
/// <param name="Paths">Files, directories, patterns, and "-" for standard input.</param>
internal sealed record InputRequest(IReadOnlyList<string> Paths)
{
    /// <summary>The command, for the hint where no path was given.</summary>
    public string Command { get; init; } = "check";

    /// <summary>The name under which standard input is reported.</summary>
    public string StandardInputName { get; init; } = InputFiles.StandardInput;

    /// <summary>A file that lists further paths, or "-" for standard input; null for none.</summary>
    public string? FilesFrom { get; init; }

    /// <summary>Whether those paths end with a NUL byte and not with a line break.</summary>
    public bool NamesEndWithNul { get; init; }

    /// <summary>Whether excluded files are left out even where they are named.</summary>
    public bool ForceExclude { get; init; }

    /// <summary>Whether .gitignore counts in directories and patterns.</summary>
    public bool GitIgnore { get; init; } = true;

    /// <summary>The content that counts for a path in place of what lies there, as what is staged; null for what lies there.</summary>
    public Func<string, byte[]?> ContentOf { get; init; } = _ => null;

    /// <summary>Whether a run without any file is no failure.</summary>
    public bool AllowEmpty { get; init; }
}
