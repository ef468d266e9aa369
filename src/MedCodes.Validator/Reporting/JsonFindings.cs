using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using MedCodes.Validator.Findings;

namespace MedCodes.Validator.Reporting;

/// <summary>Writes findings, their witnesses and places into the JSON report.</summary>
internal sealed class JsonFindings(Utf8JsonWriter json)
{
    /// <summary>Writes a finding as an object.</summary>
    /// <param name="finding">The finding.</param>
    /// <param name="asRecord">Whether it stands on its own: then it says what it is, and quotes the input for whoever renders it later.</param>
    public void Write(ShownFinding finding, bool asRecord = false)
    {
        json.WriteStartObject();
        if (asRecord)
            json.WriteString("type", "finding");
        json.WriteString("rule", finding.Rule.Id);
        json.WriteString("name", finding.Rule.Name);
        json.WriteString("ruleHash", "sha256:" + finding.Rule.Hash);
        json.WriteString("severity", Words.Of(finding.Severity));
        json.WriteString("message", finding.Message);
        json.WriteString("fix", Printable.Prose(finding.Rule.Fix));
        if (finding.Rule.Consequence is { } consequence)
            WriteConsequence(consequence);
        if (finding.ChargeAtRisk is { } charge)
            json.WriteNumber("chargeAtRisk", charge);
        if (finding.Deadline is { } deadline)
            json.WriteString("deadline", deadline.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        json.WriteString("cause", finding.Cause);

        json.WritePropertyName("location");
        WritePlace(finding.Place);
        if (asRecord && finding.Frame.Value is { } frame)
            WriteFrame(frame);
        json.WriteStartArray("witnesses");
        foreach (var witness in finding.Witnesses)
            WriteWitness(witness);
        json.WriteEndArray();
        WriteSources(finding.Rule.Sources);
        if (finding.Edits.Length > 0)
            WriteFixes(finding.Edits);
        json.WriteString("fingerprint", finding.Fingerprint);
        json.WriteEndObject();
    }

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
        WriteTexts("appliesTo", rule.AppliesTo);
        json.WriteString("summary", rule.Summary);
        json.WriteString("fix", rule.Fix);
        json.WriteString("why", rule.Why);
        WriteSources(rule.Sources);
        if (rule.Consequence is { } consequence)
            WriteConsequence(consequence);
        json.WriteString("hash", "sha256:" + rule.Hash);
    }

    private void WriteFrame(Frame frame)
    {
        json.WriteStartObject("frame");
        json.WriteString("text", frame.Text);
        json.WriteNumber("start", frame.Start);
        json.WriteNumber("length", frame.Length);
        json.WriteEndObject();
    }

    private void WriteFixes(ImmutableArray<ShownEdit> edits)
    {
        json.WriteStartArray("fixes");
        foreach (var edit in edits)
        {
            json.WriteStartObject();
            json.WriteString("safety", "safe");
            WriteRegion(edit.Region);
            json.WriteString("replacement", edit.Replacement);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private void WriteConsequence(Consequence consequence)
    {
        json.WriteString("stage", consequence.Stage);
        json.WriteStartObject("predicted");
        WriteTexts("carc", consequence.Carc);
        WriteTexts("rarc", consequence.Rarc);
        WriteIfGiven("group", consequence.Group);
        WriteIfGiven("likelihood", consequence.Likelihood);
        json.WriteEndObject();
        json.WriteString("actor", consequence.Actor);
        json.WriteString("needs", consequence.Needs);
        json.WriteBoolean("compliance", consequence.Compliance);
    }

    private void WritePlace(ShownPlace place)
    {
        json.WriteStartObject();
        json.WriteString("file", place.File);
        if (place.Claim is { } claim)
            json.WriteNumber("claim", claim);
        WriteIfGiven("claimId", place.ClaimId);
        if (place.Line is { } line)
            json.WriteNumber("line", line);
        WriteIfGiven("section", place.Section);
        if (place.Path.Length > 0)
            json.WriteString("path", place.Path);
        WriteRegion(place.Region.Value);
        json.WriteEndObject();
    }

    private void WriteRegion(Region region)
    {
        json.WriteStartObject("region");
        json.WriteNumber("byteOffset", region.ByteOffset);
        json.WriteNumber("byteLength", region.ByteLength);
        json.WriteNumber("startLine", region.StartLine);
        json.WriteNumber("startColumn", region.StartColumn);
        json.WriteNumber("endLine", region.EndLine);
        json.WriteNumber("endColumn", region.EndColumn);
        json.WriteEndObject();
    }

    private void WriteWitness(ShownWitness witness)
    {
        json.WriteStartObject();
        json.WriteString("name", witness.Name);
        json.WriteString("kind", witness.Kind);
        if (witness.Place is { } place)
        {
            json.WritePropertyName("location");
            WritePlace(place);
        }

        if (witness.Row is { } row)
            WriteRow(row);
        if (witness.Absence is { } absence)
            WriteAbsence(absence);
        WriteFields(witness.Fields);
        if (witness.Members.Length > 0)
        {
            json.WriteStartArray("members");
            foreach (var member in witness.Members)
                WritePlace(member);
            json.WriteEndArray();
        }

        json.WriteEndObject();
    }

    private void WriteRow(ShownRow row)
    {
        json.WriteString("table", row.Table);
        json.WriteString("release", row.Release);
        json.WriteString("key", row.Key);
        json.WriteBoolean("extrapolated", row.Extrapolated);
    }

    private void WriteAbsence(ShownAbsence absence)
    {
        json.WriteStartObject("absent");
        json.WriteString("sought", absence.Sought);
        if (absence.Nearest is { } nearest)
        {
            json.WritePropertyName("nearest");
            WritePlace(nearest);
        }

        WriteIfGiven("failed", absence.Failed);
        json.WriteEndObject();
    }

    private void WriteFields(ImmutableArray<ShownField> fields)
    {
        json.WriteStartObject("fields");
        foreach (var field in fields.Where(field => !field.IsMasked))
        {
            json.WritePropertyName(field.Name);
            if (field.IsList)
                json.WriteStartArray();
            foreach (var value in field.Values)
                WriteValue(value, field.IsNumber);
            if (field.IsList)
                json.WriteEndArray();
            else if (field.Values.IsEmpty)
                json.WriteNullValue();
        }

        json.WriteEndObject();

        // A reader must be able to tell a value that is withheld from one that is missing.
        var masked = fields.Where(field => field.IsMasked).Select(field => field.Name).ToImmutableArray();
        if (masked.Length > 0)
            WriteTexts("masked", masked);
    }

    private void WriteValue(string value, bool isNumber)
    {
        if (isNumber && decimal.TryParse(value, NumberStyles.Number, CultureInfo.InvariantCulture, out var number))
            json.WriteNumberValue(number);
        else
            json.WriteStringValue(value);
    }

    private void WriteSources(ImmutableArray<RuleSource> sources)
    {
        json.WriteStartArray("sources");
        foreach (var source in sources)
        {
            json.WriteStartObject();
            json.WriteString("title", source.Title);
            WriteIfGiven("section", source.Section);
            WriteIfGiven("url", source.Url);
            WriteIfGiven("dates", source.Dates);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private void WriteTexts(string name, ImmutableArray<string> values)
    {
        json.WriteStartArray(name);
        foreach (var value in values)
            json.WriteStringValue(value);
        json.WriteEndArray();
    }

    private void WriteIfGiven(string name, string? value)
    {
        if (value is not null)
            json.WriteString(name, value);
    }
}
