using MedCodes.Validator.Cli.Terminal;
using MedCodes.Validator.Configuration;
using MedCodes.Validator.Findings;
using MedCodes.Validator.Waivers;

namespace MedCodes.Validator.Cli.Commands;

/// <summary>The baseline of a run with the file that it stands in; its paths are relative to that file's folder.</summary>
internal sealed record BaselineFile(string Path, Baseline Baseline)
{
    /// <summary>The name that a baseline has unless it is given another one.</summary>
    public const string UsualName = OwnFiles.Baseline;

    /// <summary>The path that is asked for, on the command line, else in the configuration, else the usual name in the nearest folder of the repository that has it.</summary>
    /// <returns>Null where none is wanted. Where there is none, that of the working directory.</returns>
    public static string? PathOf(CheckOptions options, ProjectConfiguration configuration) =>
        options.Baseline == "none" ? null : PathOf(options.Baseline ?? configuration.Baseline?.Value);

    /// <summary>The path that is asked for, else that of the nearest one, else that of the working directory.</summary>
    public static string PathOf(string? asked)
    {
        if (asked is not null)
            return System.IO.Path.GetFullPath(asked);
        var here = Environment.CurrentDirectory;
        for (var at = here; at is not null; at = System.IO.Path.GetDirectoryName(at))
        {
            if (File.Exists(System.IO.Path.Join(at, UsualName)))
                return System.IO.Path.Join(at, UsualName);
            if (System.IO.Path.Exists(System.IO.Path.Join(at, ".git")))
                break;
        }

        return System.IO.Path.Join(here, UsualName);
    }

    /// <summary>The baseline of a run; null where there is none.</summary>
    /// <exception cref="FailureException">It is asked for and does not exist, or is malformed.</exception>
    public static BaselineFile? Find(CheckOptions options, ProjectConfiguration configuration)
    {
        if (PathOf(options, configuration) is not { } path)
            return null;
        if (File.Exists(path))
            return Read(path);
        return options.Baseline is null && configuration.Baseline is null
            ? null
            : throw new FailureException($"there is no baseline '{path}'; medcodes baseline create writes it");
    }

    /// <exception cref="FailureException">It cannot be read or is malformed.</exception>
    public static BaselineFile Read(string path)
    {
        try
        {
            return new BaselineFile(path, Baseline.Read(File.ReadAllText(path)));
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or InvalidDataException)
        {
            throw new FailureException($"cannot use the baseline '{path}': {Reason.OfReading(error, path)}");
        }
    }

    /// <summary>Sets aside what it holds.</summary>
    /// <returns>The report, and how much of the baseline nothing matches any more.</returns>
    public (Report Report, int Stale) Apply(Report report, bool claims) => Baseline.Apply(report, Paths, claims);

    /// <summary>Takes out of it what is no longer found.</summary>
    public Baseline Pruned(Report report) => Baseline.Prune(report, Paths);

    private BaselinePaths Paths => new(PathOfFinding, Leads, kept => ProjectFolder.PathFromRoot(kept.StartsWith('<') ? kept : FullPathOf(kept)));

    private string FullPathOf(string kept) => System.IO.Path.Join(System.IO.Path.GetDirectoryName(Path), kept);

    /// <summary>Whether a path of the baseline still leads to a file; names in angle brackets lead to none and never did.</summary>
    private bool Leads(string kept) => kept.StartsWith('<') || File.Exists(FullPathOf(kept));

    /// <summary>The path that the baseline keeps for a path of the report.</summary>
    private string PathOfFinding(string path) => Relative(Path, path);

    /// <summary>A path relative to the folder of a baseline, so that it means the same from every working directory.</summary>
    public static string Relative(string baseline, string path) => path.StartsWith('<')
        ? path
        : System.IO.Path.GetRelativePath(System.IO.Path.GetDirectoryName(baseline)!, System.IO.Path.GetFullPath(path)).Replace('\\', '/');
}
