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

    public static string As(string format, ShownReport report, out string? leftOut)
    {
        using var output = new MemoryStream();
        leftOut = ReportFormats.Write(format, report, output, new ReportSettings());
        return Encoding.UTF8.GetString(output.ToArray());
    }

    /// <summary>A schema of ours, from beside the tests.</summary>
    public static Task<JsonSchema> Schema(string format) =>
        JsonSchema.FromFileAsync(PathOf($"{format}.schema.json"));

    public static string PathOf(string schema) => Repository.PathOf($"tests/MedCodes.Validator.Tests/Reporting/Schemas/{schema}");

    /// <summary>A schema as its authors publish it; null where MEDCODES_SCHEMAS names no folder that holds it.</summary>
    public static string? Published(string schema) =>
        Environment.GetEnvironmentVariable("MEDCODES_SCHEMAS") is { Length: > 0 } folder && Path.Combine(folder, schema) is var path && File.Exists(path) ? path : null;
}
