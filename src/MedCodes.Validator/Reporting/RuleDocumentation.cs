using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using MedCodes.Validator.Findings;

namespace MedCodes.Validator.Reporting;

/// <summary>A rule as its documentation shows it.</summary>
/// <param name="Rule">What is said of it.</param>
/// <param name="Scope">The unit that it is judged on, in a word.</param>
public sealed record DocumentedRule(RuleDescription Rule, string Scope)
{
    /// <summary>Its worked examples, which are its tests. Default: none.</summary>
    public ImmutableArray<RuleExample> Examples { get; init; } = [];
}

/// <summary>A worked example of a rule.</summary>
/// <param name="Name">What it is about.</param>
/// <param name="Finds">Whether the rule finds something in it.</param>
public sealed record RuleExample(string Name, bool Finds);

/// <summary>Writes the documentation of rules for programs and for web pages; <see cref="RuleExplanation"/> writes it for terminals.</summary>
public static class RuleDocumentation
{
    /// <summary>Writes rules as one JSON document, lines ended by LF.</summary>
    public static string Json(IEnumerable<DocumentedRule> rules)
    {
        ArgumentNullException.ThrowIfNull(rules);
        using var output = new MemoryStream();
        using (var json = new Utf8JsonWriter(output, JsonRun.Style(indented: true)))
        {
            json.WriteStartObject();
            json.WriteString("schemaVersion", JsonReport.SchemaVersion);
            json.WriteStartArray("rules");
            foreach (var rule in rules)
                new JsonRules(json).Write(rule);
            json.WriteEndArray();
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(output.ToArray()) + "\n";
    }

    /// <summary>Writes rules as Markdown, one section each.</summary>
    public static string Markdown(IEnumerable<DocumentedRule> rules)
    {
        ArgumentNullException.ThrowIfNull(rules);
        return string.Join('\n', rules.Select(Section));
    }

    private static string Section(DocumentedRule documented)
    {
        var rule = documented.Rule;
        var text = new StringBuilder();
        text.Append(FormattableString.Invariant($"## {rule.Id} {rule.Name}\n\n{Prose(rule.Summary)}\n\n"));
        text.Append(FormattableString.Invariant($"* severity: {Words.Of(rule.Severity)}\n* category: {rule.Category}\n* applies to: {string.Join(", ", rule.AppliesTo)}\n"));
        text.Append(FormattableString.Invariant($"* judged per: {documented.Scope}\n* since: {rule.Since}, {rule.Status}\n"));
        if (rule.Consequence is { } consequence)
            text.Append(FormattableString.Invariant($"* payer: {Words.Expected(consequence, charge: null)}\n"));
        text.Append(FormattableString.Invariant($"\n**Why:** {Prose(rule.Why)}\n\n**Fix:** {Prose(rule.Fix)}\n"));
        List(text, "Sources", rule.Sources.Select(Words.Cited));
        List(text, "It finds", documented.Examples.Where(example => example.Finds).Select(example => example.Name));
        List(text, "It leaves alone", documented.Examples.Where(example => !example.Finds).Select(example => example.Name));
        return text.ToString();
    }

    private static void List(StringBuilder text, string title, IEnumerable<string> items)
    {
        var lines = string.Concat(items.Select(item => $"* {Prose(item)}\n"));
        if (lines.Length > 0)
            text.Append(FormattableString.Invariant($"\n**{title}:**\n\n{lines}"));
    }

    private static string Prose(string text) => Printable.Prose(text).Replace("<", "&lt;", StringComparison.Ordinal);
}
