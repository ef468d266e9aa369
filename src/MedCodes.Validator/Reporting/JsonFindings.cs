using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using MedCodes.Validator.Findings;

namespace MedCodes.Validator.Reporting;

/// <summary>Writes findings, their witnesses and places into the JSON report.</summary>
internal sealed class JsonFindings(Utf8JsonWriter json, PhiLevel phi)
{
    private readonly SourceViews _sources = new();

    public void Write(Finding finding)
    {
        json.WriteStartObject();
        json.WriteString("rule", finding.Rule.Id);
        json.WriteString("name", finding.Rule.Name);
        json.WriteString("ruleHash", "sha256:" + finding.Rule.Hash);
        json.WriteString("severity", Words.Of(finding.Severity));
        json.WriteString("message", finding.Message.Render(phi.Least()));
        json.WriteString("fix", Printable.Prose(finding.Rule.Fix));
        if (finding.Rule.Consequence is { } consequence)
            WriteConsequence(consequence);
        if (finding.ChargeAtRisk is { } charge)
            json.WriteNumber("chargeAtRisk", charge);

        json.WritePropertyName("location");
        WritePlace(finding.Place);
        json.WriteStartArray("witnesses");
        foreach (var witness in finding.Witnesses)
            WriteWitness(witness);
        json.WriteEndArray();
        json.WriteStartArray("sources");
        foreach (var source in finding.Rule.Sources)
            WriteSource(source);
        json.WriteEndArray();
        json.WriteString("fingerprint", finding.Fingerprint);
        json.WriteEndObject();
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

    private void WritePlace(Place place)
    {
        json.WriteStartObject();
        json.WriteString("file", place.File.Path);
        if (place.Claim is { } claim)
            json.WriteNumber("claim", claim);
        if (phi.Shows(Sources.Privacy.Account))
            WriteIfGiven("claimId", place.ClaimId);
        if (place.Line is { } line)
            json.WriteNumber("line", line);
        WriteIfGiven("section", place.Section);
        if (place.Path.Length > 0)
            json.WriteString("path", place.Path);

        var lines = _sources.Of(place.File).Lines;
        var start = lines.At(place.Span.Offset);
        var end = place.Span.Length == 0 ? start : lines.At(place.Span.End);
        json.WriteStartObject("region");
        json.WriteNumber("byteOffset", place.Span.Offset);
        json.WriteNumber("byteLength", place.Span.Length);
        json.WriteNumber("startLine", start.Line);
        json.WriteNumber("startColumn", start.Column);
        json.WriteNumber("endLine", end.Line);
        json.WriteNumber("endColumn", end.Column);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private void WriteWitness(Witness witness)
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

    private void WriteRow(TableRow row)
    {
        json.WriteString("table", row.Table);
        json.WriteString("release", row.Release);
        json.WriteString("key", Words.Key(row, phi));
        json.WriteBoolean("extrapolated", row.Extrapolated);
    }

    private void WriteAbsence(Absence absence)
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

    private void WriteFields(ImmutableArray<WitnessField> fields)
    {
        json.WriteStartObject("fields");
        foreach (var field in fields.Where(field => phi.Shows(field.Privacy)))
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
        var masked = fields.Where(field => !phi.Shows(field.Privacy)).Select(field => field.Name).ToImmutableArray();
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

    private void WriteSource(RuleSource source)
    {
        json.WriteStartObject();
        json.WriteString("title", source.Title);
        WriteIfGiven("section", source.Section);
        WriteIfGiven("url", source.Url);
        WriteIfGiven("dates", source.Dates);
        json.WriteEndObject();
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
