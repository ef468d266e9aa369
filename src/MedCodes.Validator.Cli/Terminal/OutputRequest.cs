using MedCodes.Validator.Reporting;

namespace MedCodes.Validator.Cli.Terminal;

/// <summary>One <c>-o FORMAT[=PATH]</c>.</summary>
/// <param name="Format">One of <see cref="ReportFormats.Names"/>.</param>
/// <param name="Path">The file to write; null for standard output.</param>
internal sealed record OutputRequest(string Format, string? Path)
{
    private bool IsStandardOutput => Path is null or "/dev/stdout" or "/dev/fd/1" or "/proc/self/fd/1";

    /// <summary>All requests of a command line; the human report on standard output where there is none.</summary>
    /// <exception cref="FailureException">A request is malformed, or two have the same target.</exception>
    public static IReadOnlyList<OutputRequest> Parse(IReadOnlyList<string> texts)
    {
        var requests = texts.Count == 0 ? [new OutputRequest("human", null)] : texts.Select(Parse).ToList();
        if (requests.Count(request => request.IsStandardOutput) > 1)
            throw new FailureException("only one format can go to standard output; give the others a file, as in -o json=report.json");
        var twice = requests.Where(request => request.Path is not null).GroupBy(request => System.IO.Path.GetFullPath(request.Path!)).FirstOrDefault(group => group.Count() > 1);
        return twice is null ? requests : throw new FailureException($"two formats would go to the file '{twice.First().Path}'");
    }

    private static OutputRequest Parse(string text)
    {
        // The first '=' divides, so that a path may contain more of them.
        var divider = text.IndexOf('=', StringComparison.Ordinal);
        var format = divider < 0 ? text : text[..divider];
        if (!ReportFormats.Names.Contains(format))
            throw new FailureException($"unknown output format '{format}'{Spelling.Hint(format, ReportFormats.Names)}");
        if (divider == text.Length - 1)
            throw new FailureException($"-o {text} names no file behind the '='");

        // As a path among the inputs, "-" stands for the standard stream.
        return new OutputRequest(format, divider < 0 || text[(divider + 1)..] == "-" ? null : text[(divider + 1)..]);
    }
}
