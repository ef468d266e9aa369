using MedCodes.Validator.Claims;
using MedCodes.Validator.Claims.Rows;

namespace MedCodes.Validator.Reading.Json;

/// <summary>Service lines.</summary>
internal sealed partial class ClaimJsonWriter
{
    private void WriteLine(ServiceLine line)
    {
        _json.WriteStartObject();
        Write(LineField.Number, name => Number(name, line.Number));
        Write(LineField.CodeQualifier, name => Text(name, line.CodeQualifier));
        Write(LineField.Code, name => Text(name, line.Code?.Text));
        WriteModifiers(line);
        Flag("hasDescription", line.HasDescription);
        Write(LineField.Charge, name => Number(name, line.Charge));
        Write(LineField.Unit, name => Text(name, line.Unit));
        Write(LineField.Units, name => Number(name, line.Units));
        if (line.HasOwnPlace)
            Write(LineField.PlaceOfService, name => Text(name, PackedText.Unpack(line.Row.Place)));
        WritePointers(line);
        Flag("isEmergency", line.IsEmergency);
        Flag("isScreening", line.IsScreening);
        Flag("isFamilyPlanning", line.IsFamilyPlanning);
        Write(LineField.RevenueCode, name => Text(name, line.RevenueCode));
        Write(LineField.Date, name => Date(name, line.Date));

        // A last day that is not said is the first, or as unreadable as that.
        if (line.Through != line.Date)
            Date(FieldTraits.JsonName(LineField.Through), line.Through);
        else if (line.IsUnreadable(LineField.Through) && !line.IsUnreadable(LineField.Date))
            Unreadable(FieldTraits.JsonName(LineField.Through), line.Batch, line.SpanOf(LineField.Through));
        Write(LineField.LastSeen, name => Date(name, line.LastSeen));
        Write(LineField.ControlNumber, name => Text(name, line.ControlNumber));
        Write(LineField.PriorAuthorization, name => Text(name, line.PriorAuthorization));
        Write(LineField.CliaNumber, name => Text(name, line.CliaNumber));
        Write(LineField.Ndc, name => Text(name, line.Ndc));
        Write(LineField.NdcUnits, name => Number(name, line.NdcUnits));
        Write(LineField.NdcUnit, name => Text(name, line.NdcUnit));
        WriteParts("supplements", line.Supplements, WriteSupplement);
        WriteParts("providers", line.Providers, WriteProvider);
        WriteParts("adjudications", line.Adjudications, WriteAdjudication);
        _json.WriteEndObject();

        void Write(LineField field, Action<string> write)
        {
            if (line.IsUnreadable(field))
                Unreadable(FieldTraits.JsonName(field), line.Batch, line.SpanOf(field));
            else
                write(FieldTraits.JsonName(field));
        }
    }

    // An empty place between modifiers is null, because their places count.
    private void WriteModifiers(ServiceLine line)
    {
        if (line.Modifiers.Count == 0)
            return;
        _json.WriteStartArray(FieldTraits.JsonName(LineField.Modifiers));
        var place = 1;
        foreach (var modifier in line.Modifiers)
        {
            for (; place < modifier.Position; place++)
                _json.WriteNullValue();
            if (modifier.IsUnreadable)
                Unreadable(line.Batch, modifier.Span);
            else
                _json.WriteStringValue(modifier.Text);
            place++;
        }

        _json.WriteEndArray();
    }

    private void WritePointers(ServiceLine line)
    {
        if (line.Pointers.Count == 0)
            return;
        _json.WriteStartArray(FieldTraits.JsonName(LineField.Pointers));
        var place = 1;
        foreach (var pointer in line.Pointers)
        {
            for (; place < pointer.Position; place++)
                _json.WriteNullValue();
            if (pointer.Target is { } target)
                _json.WriteNumberValue(target);
            else
                Unreadable(line.Batch, pointer.Span);
            place++;
        }

        _json.WriteEndArray();
    }
}
