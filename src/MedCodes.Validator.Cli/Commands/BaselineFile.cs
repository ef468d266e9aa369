using MedCodes.Validator.Cli.Terminal;
using MedCodes.Validator.Configuration;
using MedCodes.Validator.Waivers;

namespace MedCodes.Validator.Cli.Commands;

/// <summary>The baseline of a run with the file that it stands in; its paths are relative to that file's folder.</summary>
internal sealed record BaselineFile(string Path, Baseline Baseline)
{
    /// <summary>The name that a baseline has unless it is given another one.</summary>
    public const string UsualName = OwnFiles.Baseline;

    /// <summary>The path that is asked for, on the command line, else in the configuration, else the usual one in the working directory.</summary>
    public static string? PathOf(CheckOptions options, ProjectConfiguration configuration) =>
        options.Baseline == "none" ? null : System.IO.Path.GetFullPath(options.Baseline ?? configuration.Baseline?.Value ?? UsualName);

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
            throw new FailureException($"cannot use the baseline '{path}': {error.Message}");
        }
    }

    /// <summary>The path that the baseline keeps for a path of the report.</summary>
    public string PathOf(string path) => Relative(Path, path);

    /// <summary>A path relative to the folder of a baseline, so that it means the same from every working directory.</summary>
    public static string Relative(string baseline, string path) => path.StartsWith('<')
        ? path
        : System.IO.Path.GetRelativePath(System.IO.Path.GetDirectoryName(baseline)!, System.IO.Path.GetFullPath(path)).Replace('\\', '/');
}
