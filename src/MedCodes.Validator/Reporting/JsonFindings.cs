using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;

namespace MedCodes.Validator.Reporting;

/// <summary>Writes findings, their witnesses and places into the JSON report.</summary>
internal sealed class JsonFindings(Utf8JsonWriter json)
{
    private readonly JsonRules _rules = new(json);

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
            _rules.WriteConsequence(consequence);
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
        _rules.WriteSources(finding.Rule.Sources);
        if (finding.Edits.Length > 0)
            WriteFixes(finding.Edits);
        json.WriteString("fingerprint", finding.Fingerprint);
        json.WriteEndObject();
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

    private void WritePlace(ShownPlace place)
    {
        json.WriteStartObject();
        json.WriteString("file", place.File);
        if (place.Claim is { } claim)
            json.WriteNumber("claim", claim);
        json.WriteIfGiven("claimId", place.ClaimId);
        if (place.Line is { } line)
            json.WriteNumber("line", line);
        json.WriteIfGiven("section", place.Section);
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

        json.WriteIfGiven("failed", absence.Failed);
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
            json.WriteTexts("masked", masked);
    }

    private void WriteValue(string value, bool isNumber)
    {
        if (isNumber && decimal.TryParse(value, NumberStyles.Number, CultureInfo.InvariantCulture, out var number))
            json.WriteNumberValue(number);
        else
            json.WriteStringValue(value);
    }
}
