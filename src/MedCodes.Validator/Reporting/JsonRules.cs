using System.Collections.Immutable;
using System.Text.Json;
using MedCodes.Validator.Findings;

namespace MedCodes.Validator.Reporting;

/// <summary>Writes what is said of rules into JSON: with findings, as records, and as documentation.</summary>
internal sealed class JsonRules(Utf8JsonWriter json)
{
    /// <summary>Writes what a report may say of a rule as a record, so that the findings behind it can be rendered later.</summary>
    public void Write(RuleDescription rule)
    {
        json.WriteStartObject();
        json.WriteString("type", "rule");
        WriteHead(rule);
        json.WriteEndObject();
    }

    /// <summary>Writes the documentation of a rule.</summary>
    public void Write(DocumentedRule documented)
    {
        json.WriteStartObject();
        WriteHead(documented.Rule);
        json.WriteString("scope", documented.Scope);
        json.WriteStartArray("examples");
        foreach (var example in documented.Examples)
        {
            json.WriteStartObject();
            json.WriteString("name", example.Name);
            json.WriteBoolean("finds", example.Finds);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    /// <summary>Writes what comes of a finding, as members.</summary>
    public void WriteConsequence(Consequence consequence)
    {
        json.WriteString("stage", consequence.Stage);
        json.WriteStartObject("predicted");
        json.WriteTexts("carc", consequence.Carc);
        json.WriteTexts("rarc", consequence.Rarc);
        json.WriteIfGiven("group", consequence.Group);
        json.WriteIfGiven("likelihood", consequence.Likelihood);
        json.WriteEndObject();
        json.WriteString("actor", consequence.Actor);
        json.WriteString("needs", consequence.Needs);
        json.WriteBoolean("compliance", consequence.Compliance);
    }

    /// <summary>Writes where a rule comes from, as a member.</summary>
    public void WriteSources(ImmutableArray<RuleSource> sources)
    {
        json.WriteStartArray("sources");
        foreach (var source in sources)
        {
            json.WriteStartObject();
            json.WriteString("title", source.Title);
            json.WriteIfGiven("section", source.Section);
            json.WriteIfGiven("url", source.Url);
            json.WriteIfGiven("dates", source.Dates);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private void WriteHead(RuleDescription rule)
    {
        json.WriteString("id", rule.Id);
        json.WriteString("name", rule.Name);
        json.WriteString("since", rule.Since);
        json.WriteString("status", rule.Status);
        json.WriteString("severity", Words.Of(rule.Severity));
        json.WriteString("category", rule.Category);
        if (rule.Snip is { } snip)
            json.WriteNumber("snip", snip);
        json.WriteTexts("appliesTo", rule.AppliesTo);
        json.WriteString("summary", rule.Summary);
        json.WriteString("fix", rule.Fix);
        json.WriteString("why", rule.Why);
        WriteSources(rule.Sources);
        if (rule.Consequence is { } consequence)
            WriteConsequence(consequence);
        json.WriteString("hash", "sha256:" + rule.Hash);
    }
}
