namespace MedCodes.Validator.Reporting;

/// <summary>How a report is written, besides what it shows.</summary>
public sealed record ReportSettings
{
    /// <summary>Whether the reader is a terminal that shows colours. Default: no.</summary>
    public bool Colour { get; init; }

    /// <summary>The folder that relative paths of the report start from. Default: null, paths stay as they were given.</summary>
    public string? WorkingDirectory { get; init; }

    /// <summary>The folder that platforms expect paths to be relative to, such as the root of the repository. Default: null, likewise.</summary>
    public string? Root { get; init; }

    /// <summary>The exit code of the run, for formats that tell it. Default: null, 1 where there are errors and else 0.</summary>
    public int? ExitCode { get; init; }

    /// <summary>Whether SARIF holds what is suppressed, waived or part of the baseline, marked as such. Default: no, platforms take it for open.</summary>
    public bool SarifSuppressed { get; init; }

    /// <summary>How many blocks of findings are written at a time, 1 or more; the bytes are always the same. Default: 1.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is less than 1.</exception>
    public int Jobs
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, 1);
            field = value;
        }
    } = 1;

    /// <summary>A path as platforms expect it: relative to the root, with forward slashes.</summary>
    internal string Relative(string path)
    {
        if (WorkingDirectory is null || Root is null || path.StartsWith('<'))
            return path.StartsWith("./", StringComparison.Ordinal) ? path[2..] : path;
        var relative = Path.GetRelativePath(Root, Path.GetFullPath(path, WorkingDirectory)).Replace('\\', '/');
        return relative.StartsWith("../", StringComparison.Ordinal) ? path : relative;
    }
}
