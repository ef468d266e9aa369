using System.Text;
using MedCodes.Validator.Findings;
using MedCodes.Validator.Reporting;
using MedCodes.Validator.Tests.Support;
using NJsonSchema;

namespace MedCodes.Validator.Tests.Reporting;

/// <summary>Reports as text, and the schemas they are held to.</summary>
internal static class Written
{
    public static string As(string format, Report report, PhiLevel phi = PhiLevel.Mask) => As(format, ShownReport.Of(report, phi), out _);

    public static string As(string format, ShownReport report, out string? leftOut, ReportSettings? settings = null)
    {
        using var output = new MemoryStream();
        leftOut = ReportFormats.Write(format, report, output, settings ?? new ReportSettings());
        return Encoding.UTF8.GetString(output.ToArray());
    }

    /// <summary>A schema of ours, from beside the tests.</summary>
    public static Task<JsonSchema> Schema(string format) =>
        JsonSchema.FromFileAsync(PathOf($"{format}.schema.json"));

    public static string PathOf(string schema) => Repository.PathOf($"tests/MedCodes.Validator.Tests/Reporting/Schemas/{schema}");

    /// <summary>A schema as its authors publish it; tests that ask for it need <see cref="Need.PublishedSchemas"/>.</summary>
    public static string Published(string schema) => Path.Combine(Needs.PublishedSchemas!, schema);
}
