using System.Text.Json;
using MedCodes.Validator.Findings;

namespace MedCodes.Validator.Reporting;

/// <summary>Writes what SARIF says of a rule.</summary>
internal static class SarifRule
{
    // GitHub rejects a rule with more tags, and cuts longer descriptions.
    private const int MostTags = 10;
    private const int LongestDescription = 1024;

    /// <summary>Writes a rule as an object.</summary>
    public static void Write(Utf8JsonWriter json, RuleDescription rule)
    {
        json.WriteStartObject();
        json.WriteString("id", rule.Id);
        json.WriteString("name", rule.Name);
        json.WriteMessage("shortDescription", Cut(Printable.Prose(rule.Summary)));
        json.WriteMessage("fullDescription", Cut(Printable.Prose(rule.Why)));
        json.WriteStartObject("help");
        json.WriteString("text", Printable.Prose(rule.Fix));
        json.WriteString("markdown", Help(rule));
        json.WriteEndObject();
        if (rule.Sources.Select(source => source.Url).FirstOrDefault(url => url is not null) is { } url)
            json.WriteString("helpUri", url);
        json.WriteStartObject("defaultConfiguration");
        json.WriteString("level", Level(rule.Severity));
        json.WriteEndObject();
        json.WriteStartObject("properties");
        json.WriteTexts("tags", [rule.Category, .. rule.AppliesTo.Take(MostTags - 1)]);
        json.WriteString("precision", rule.Consequence?.Likelihood == "depends" ? "medium" : "high");
        json.WriteString("problem.severity", rule.Severity == Severity.Info ? "recommendation" : Words.Of(rule.Severity));
        json.WriteEndObject();
        json.WriteEndObject();
    }

    /// <summary>The word of SARIF for a severity.</summary>
    public static string Level(Severity severity) => severity switch
    {
        Severity.Error => "error",
        Severity.Warning => "warning",
        _ => "note",
    };

    private static string Help(RuleDescription rule)
    {
        var sources = rule.Sources.Select(source => "- " + Words.Cited(source));
        return string.Join('\n', [Printable.Prose(rule.Why), "", "**Fix:** " + Printable.Prose(rule.Fix), "", "**Sources:**", "", .. sources]);
    }

    private static string Cut(string text) => text.Length <= LongestDescription ? text : text[..(LongestDescription - 1)] + "…";
}
