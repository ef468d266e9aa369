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
        json.WriteString("type"u8, "rule");
        WriteHead(rule);
        json.WriteEndObject();
    }

    /// <summary>Writes the documentation of a rule.</summary>
    public void Write(DocumentedRule documented)
    {
        json.WriteStartObject();
        WriteHead(documented.Rule);
        json.WriteString("scope"u8, documented.Scope);
        json.WriteStartArray("examples"u8);
        foreach (var example in documented.Examples)
        {
            json.WriteStartObject();
            json.WriteString("name"u8, example.Name);
            json.WriteBoolean("finds"u8, example.Finds);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    /// <summary>Writes what comes of a finding, as members.</summary>
    public void WriteConsequence(Consequence consequence)
    {
        json.WriteString("stage"u8, consequence.Stage);
        json.WriteStartObject("predicted"u8);
        json.WriteTexts("carc", consequence.Carc);
        json.WriteTexts("rarc", consequence.Rarc);
        json.WriteIfGiven("group", consequence.Group);
        json.WriteIfGiven("likelihood", consequence.Likelihood);
        json.WriteEndObject();
        json.WriteString("actor"u8, consequence.Actor);
        json.WriteString("needs"u8, consequence.Needs);
        json.WriteBoolean("compliance"u8, consequence.Compliance);
    }

    /// <summary>Writes where a rule comes from, as a member.</summary>
    public void WriteSources(ImmutableArray<RuleSource> sources)
    {
        json.WriteStartArray("sources"u8);
        foreach (var source in sources)
        {
            json.WriteStartObject();
            json.WriteString("title"u8, source.Title);
            json.WriteIfGiven("section", source.Section);
            json.WriteIfGiven("url", source.Url);
            json.WriteIfGiven("dates", source.Dates);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private void WriteHead(RuleDescription rule)
    {
        json.WriteString("id"u8, rule.Id);
        json.WriteString("name"u8, rule.Name);
        json.WriteString("since"u8, rule.Since);
        json.WriteString("status"u8, rule.Status);
        json.WriteString("severity"u8, Words.Of(rule.Severity));
        json.WriteString("category"u8, rule.Category);
        if (rule.Snip is { } snip)
            json.WriteNumber("snip"u8, snip);
        json.WriteTexts("appliesTo", rule.AppliesTo);
        json.WriteString("summary"u8, rule.Summary);
        json.WriteString("fix"u8, rule.Fix);
        json.WriteString("why"u8, rule.Why);
        WriteSources(rule.Sources);
        if (rule.Consequence is { } consequence)
            WriteConsequence(consequence);
        json.WriteString("hash"u8, "sha256:" + rule.Hash);
    }
}
