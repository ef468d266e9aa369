using System.Collections.Immutable;
using System.Globalization;

namespace MedCodes.Validator.Reporting;

/// <summary>Writes findings, their witnesses and places into the JSON report.</summary>
/// <param name="json">Where to.</param>
/// <param name="asRecords">
/// Whether each finding stands on its own in a line: then it says what it is, when it was known and in which file, and quotes the input for
/// whoever renders it later. Else it has lines of its own in the list of findings.
/// </param>
internal sealed class JsonFindings(JsonText json, bool asRecords)
{
    /// <summary>Writes a finding as an object.</summary>
    public void Write(ShownFinding finding)
    {
        json.WriteStartObject();
        if (asRecords)
        {
            json.WriteString("type"u8, "finding");
            json.WriteString("phase"u8, Words.Of(finding.Phase));
        }

        var rule = JsonRuleTexts.Of(finding.Rule, indented: !asRecords);
        json.WriteMembers(rule.Head);
        json.WriteString("severity"u8, Words.Of(finding.Severity));
        json.WriteString("message"u8, finding.Message);
        json.WriteMembers(rule.Advice);
        if (finding.ChargeAtRisk is { } charge)
            json.WriteNumber("chargeAtRisk"u8, charge);
        if (finding.Deadline is { } deadline)
            json.WriteString("deadline"u8, deadline.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        json.WriteString("cause"u8, finding.Cause);

        if (asRecords && finding.FileNumber is { } number)
            json.WriteNumber("fileNumber"u8, number);
        json.WritePropertyName("location"u8);
        WritePlace(finding.Place);
        if (asRecords && finding.Frame.Value is { } frame)
            WriteFrame(frame);
        json.WriteStartArray("witnesses"u8);
        foreach (var witness in finding.Witnesses)
            WriteWitness(witness);
        json.WriteEndArray();
        json.WriteMembers(rule.Sources);
        if (finding.Edits.Length > 0)
            WriteFixes(finding.Edits);
        json.WriteString("fingerprint"u8, finding.Fingerprint);
        json.WriteEndObject();
    }

    private void WriteFrame(Frame frame)
    {
        json.WriteStartObject("frame"u8);
        json.WriteString("text"u8, frame.Text);
        json.WriteNumber("start"u8, frame.Start);
        json.WriteNumber("length"u8, frame.Length);
        json.WriteEndObject();
    }

    private void WriteFixes(ImmutableArray<ShownEdit> edits)
    {
        json.WriteStartArray("fixes"u8);
        foreach (var edit in edits)
        {
            json.WriteStartObject();
            json.WriteString("safety"u8, "safe");
            WriteRegion(edit.Region);
            json.WriteString("replacement"u8, edit.Replacement);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private void WritePlace(ShownPlace place)
    {
        json.WriteStartObject();
        json.WriteString("file"u8, place.File);
        if (place.Claim is { } claim)
            json.WriteNumber("claim"u8, claim);
        json.WriteIfGiven("claimId"u8, place.ClaimId);
        if (place.Line is { } line)
            json.WriteNumber("line"u8, line);
        json.WriteIfGiven("section"u8, place.Section);
        if (place.Path.Length > 0)
            json.WriteString("path"u8, place.Path);
        WriteRegion(place.Region.Value);
        json.WriteEndObject();
    }

    private void WriteRegion(Region region)
    {
        json.WriteStartObject("region"u8);
        json.WriteNumber("byteOffset"u8, region.ByteOffset);
        json.WriteNumber("byteLength"u8, region.ByteLength);
        json.WriteNumber("startLine"u8, region.StartLine);
        json.WriteNumber("startColumn"u8, region.StartColumn);
        json.WriteNumber("endLine"u8, region.EndLine);
        json.WriteNumber("endColumn"u8, region.EndColumn);
        json.WriteEndObject();
    }

    private void WriteWitness(ShownWitness witness)
    {
        json.WriteStartObject();
        json.WriteString("name"u8, witness.Name);
        json.WriteString("kind"u8, witness.Kind);
        if (witness.Place is { } place)
        {
            json.WritePropertyName("location"u8);
            WritePlace(place);
        }

        if (witness.Row is { } row)
            WriteRow(row);
        if (witness.Absence is { } absence)
            WriteAbsence(absence);
        WriteFields(witness.Fields);
        if (witness.Members.Length > 0)
        {
            json.WriteStartArray("members"u8);
            foreach (var member in witness.Members)
                WritePlace(member);
            json.WriteEndArray();
        }

        json.WriteEndObject();
    }

    private void WriteRow(ShownRow row)
    {
        json.WriteString("table"u8, row.Table);
        json.WriteString("release"u8, row.Release);
        json.WriteString("key"u8, row.Key);
        json.WriteBoolean("extrapolated"u8, row.Extrapolated);
    }

    private void WriteAbsence(ShownAbsence absence)
    {
        json.WriteStartObject("absent"u8);
        json.WriteString("sought"u8, absence.Sought);
        if (absence.Nearest is { } nearest)
        {
            json.WritePropertyName("nearest"u8);
            WritePlace(nearest);
        }

        json.WriteIfGiven("failed"u8, absence.Failed);
        json.WriteEndObject();
    }

    private void WriteFields(ImmutableArray<ShownField> fields)
    {
        json.WriteStartObject("fields"u8);
        foreach (var field in fields)
        {
            if (field.IsMasked)
                continue;
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
        if (!fields.Any(field => field.IsMasked))
            return;
        json.WriteStartArray("masked"u8);
        foreach (var field in fields)
        {
            if (field.IsMasked)
                json.WriteStringValue(field.Name);
        }

        json.WriteEndArray();
    }

    private void WriteValue(string value, bool isNumber)
    {
        if (isNumber && decimal.TryParse(value, NumberStyles.Number, CultureInfo.InvariantCulture, out var number))
            json.WriteNumberValue(number);
        else
            json.WriteStringValue(value);
    }
}
