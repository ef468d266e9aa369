using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using MedCodes.Validator.Rules.Model;
using MedCodes.Validator.RuleTests;

namespace MedCodes.Validator.Cli.Commands;

/// <summary>Writes how the tests inside rules came out.</summary>
internal static class TestOutput
{
    /// <summary>The tests that failed, then the sum.</summary>
    public static string Human(RuleTestReport report, ImmutableArray<Rule> untested, Func<string, string> shown)
    {
        var text = new StringBuilder();
        foreach (var failed in report.Results.Where(result => result.Failure is not null))
        {
            text.Append($"failed: {failed.Rule.Id} {failed.Rule.Name}: {failed.Name}\n");
            text.Append($"  --> {shown(failed.Rule.Source.Path)}:{failed.Line}\n");
            text.Append($"  {failed.Failure}\n\n");
        }

        foreach (var rule in untested)
            text.Append($"untested: {rule.Id} {rule.Name} has no valid or no invalid test\n  --> {shown(rule.Source.Path)}\n\n");
        var rules = report.Results.Select(result => result.Rule).Distinct().Count();
        text.Append($"{TestDocument.Counted(report.Results.Length, "test")} of {TestDocument.Counted(rules, "rule")}: {report.Results.Length - report.Failed} passed, {report.Failed} failed");
        text.Append(untested.IsEmpty ? "\n" : $"; {TestDocument.Counted(untested.Length, "rule")} without\n");
        return text.ToString();
    }

    /// <summary>Every test with its result, as one JSON document.</summary>
    public static string Json(RuleTestReport report, ImmutableArray<Rule> untested, Func<string, string> shown) => TestDocument.Json(json =>
    {
        json.WriteNumber("passed", report.Results.Length - report.Failed);
        json.WriteNumber("failed", report.Failed);
        json.WriteStartArray("untested");
        foreach (var rule in untested)
            json.WriteStringValue(rule.Id);
        json.WriteEndArray();
        json.WriteStartArray("tests");
        foreach (var result in report.Results)
            Write(json, result, shown);
        json.WriteEndArray();
    });

    private static void Write(Utf8JsonWriter json, RuleTestResult result, Func<string, string> shown)
    {
        json.WriteStartObject();
        json.WriteString("rule", result.Rule.Id);
        json.WriteString("name", result.Name);
        json.WriteString("expects", result.IsInvalid ? "findings" : "silence");
        json.WriteString("file", shown(result.Rule.Source.Path));
        json.WriteNumber("line", result.Line);
        json.WriteBoolean("passed", result.Failure is null);
        if (result.Failure is { } failure)
            json.WriteString("failure", failure);
        json.WriteEndObject();
    }
}
