using System.Collections.Immutable;
using System.Text;

namespace MedCodes.Validator.Reporting;

/// <summary>All the formats that a report can be written in, by name.</summary>
public static class ReportFormats
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    private static readonly ImmutableArray<Format> All =
    [
        new("human", (report, output, settings) => Text(output, writer => HumanReport.Write(report, writer, settings.Colour))),
        new("json", (report, output, settings) => JsonReport.Write(report, output, settings.Jobs)),
        new("ndjson", (report, output, settings) => NdjsonReport.Write(report, output, settings.Jobs)),
        new("sarif", SarifReport.Write),
        new("junit", JUnitReport.Write),
        new("github", GitHubReport.Write) { IsPublic = true },
        new("gitlab", GitLabReport.Write) { IsPublic = true },
        new("summary", SummaryReport.Write) { IsPublic = true },
        new("rdjsonl", RdjsonlReport.Write) { IsPublic = true },
        new("csv", (report, output, _) => CsvReport.Write(report, output)),
        new("fhir", (report, output, _) => FhirReport.Write(report, output)),
        new("html", (report, output, _) => HtmlReport.Write(report, output)),
    ];

    /// <summary>The names, the default first.</summary>
    public static ImmutableArray<string> Names { get; } = [.. All.Select(format => format.Name)];

    /// <summary>Whether a format ends up where everybody reads it, such as the page of a pull request; nothing of a claim but counts may stand in it.</summary>
    /// <exception cref="ArgumentException">There is no such format.</exception>
    public static bool IsPublic(string format) => Of(format).IsPublic;

    /// <summary>Writes a report: UTF-8 without a byte order mark, the same bytes for the same report.</summary>
    /// <param name="format">One of <see cref="Names"/>.</param>
    /// <param name="report">What to write; of a public format it must be at the level mask.</param>
    /// <param name="output">Where to; it is not closed.</param>
    /// <param name="settings">How.</param>
    /// <returns>What the limits of the format left out, in one sentence; null where nothing is missing.</returns>
    /// <exception cref="ArgumentException">There is no such format, or the report shows more than the format may.</exception>
    /// <exception cref="IOException">The output cannot be written, or a file of the report can no longer be read for quoting it.</exception>
    public static string? Write(string format, ShownReport report, Stream output, ReportSettings settings)
    {
        ArgumentNullException.ThrowIfNull(report);
        ArgumentNullException.ThrowIfNull(output);
        ArgumentNullException.ThrowIfNull(settings);
        var found = Of(format);
        if (found.IsPublic && report.Phi != PhiLevel.Mask)
            throw new ArgumentException($"the format {format} shows nothing of a patient", nameof(report));
        return found.Write(report, output, settings);
    }

    /// <summary>Runs an action on a writer of text with lines that end the same way everywhere.</summary>
    internal static string? Text(Stream output, Action<TextWriter> write)
    {
        using var writer = new StreamWriter(output, Utf8, leaveOpen: true) { NewLine = "\n" };
        write(writer);
        return null;
    }

    private static Format Of(string name) =>
        All.FirstOrDefault(format => format.Name == name) ?? throw new ArgumentException($"there is no format '{name}'", nameof(name));

    private delegate string? Writing(ShownReport report, Stream output, ReportSettings settings);

    private sealed record Format(string Name, Writing Write)
    {
        public Format(string name, Action<ShownReport, Stream, ReportSettings> write)
            : this(name, (report, output, settings) =>
            {
                write(report, output, settings);
                return null;
            })
        {
        }

        public bool IsPublic { get; init; }
    }
}
