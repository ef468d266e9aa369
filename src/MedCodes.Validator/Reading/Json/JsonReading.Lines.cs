using System.Globalization;
using MedCodes.Validator.Claims;
using MedCodes.Validator.Claims.Rows;
using MedCodes.Validator.Sources;

namespace MedCodes.Validator.Reading.Json;

/// <summary>Service lines and what other payers answered to them.</summary>
internal sealed partial class JsonReading
{
    private const int Places = 4;

    private void TakeLine(JsonValue value)
    {
        _rows.AddLine(value.Span.Offset);
        var index = _rows.LineCount - 1;
        Slot Of(LineField field) => new(value, JsonProperties.Of(field), FieldOwner.Line, index);
        var isInstitutional = (_rows.Claim.Flags & ClaimFlags.Institutional) != 0;
        ref var line = ref _rows.Line;
        _rows.SetNumber(Count(Of(LineField.Number)));
        line.Qualifier = (ushort)Short(Of(LineField.CodeQualifier), 2);
        line.Code = Short(Of(LineField.Code), PackedText.Capacity);
        line.Modifiers = TakeModifiers(value);
        line.Pointers = TakePointers(value);
        line.Charge = Number(Of(LineField.Charge));
        line.Unit = (ushort)Short(Of(LineField.Unit), 2);
        _rows.SetUnits(Number(Of(LineField.Units)));
        line.Place = (ushort)Short(Of(LineField.PlaceOfService), 2);
        line.Date = Date(Of(LineField.Date));
        line.Flags |= (FlagOf(JsonProperties.HasDescription) ? LineFlags.HasDescription : LineFlags.None)
            | (FlagOf(JsonProperties.IsEmergency) ? LineFlags.EmergencyIndicated : LineFlags.None)
            | (FlagOf(JsonProperties.IsScreening) ? LineFlags.ScreeningIndicated : LineFlags.None)
            | (FlagOf(JsonProperties.IsFamilyPlanning) ? LineFlags.PlanningIndicated : LineFlags.None);
        Require(value, JsonProperties.Of(LineField.Number), "the line's number");
        if (isInstitutional)
            Require(value, JsonProperties.Of(LineField.RevenueCode), "a revenue code");
        else
            Require(value, JsonProperties.Of(LineField.Code), "a procedure code");
        Require(value, JsonProperties.Of(LineField.Charge), "the charge");
        Require(value, JsonProperties.Of(LineField.Unit), "what the units count");
        Require(value, JsonProperties.Of(LineField.Units), "the units");
        TakeLineDetail(value, index);
        var supplements = Items(value, JsonProperties.Supplements);
        for (var i = 0; i < supplements.Count; i++)
            TakeSupplement(Object(supplements, i), isLines: true);
        TakeLineProviders(value);
        var adjudications = Items(value, JsonProperties.Adjudications);
        for (var i = 0; i < adjudications.Count; i++)
            TakeAdjudication(Object(adjudications, i));
        Close(value);

        bool FlagOf(JsonProperty property) => Flag(new Slot(value, property, FieldOwner.Line, index));
    }

    private void TakeLineDetail(JsonValue value, int index)
    {
        Slot Of(LineField field) => new(value, JsonProperties.Of(field), FieldOwner.Line, index);
        var through = Date(Of(LineField.Through));
        var (revenue, control) = (Text(Of(LineField.RevenueCode), 48), Text(Of(LineField.ControlNumber), 50));
        var (authorization, clia) = (Text(Of(LineField.PriorAuthorization), 50), Text(Of(LineField.CliaNumber), 50));
        var (ndc, ndcUnits, ndcUnit) = (Text(Of(LineField.Ndc), 48), Number(Of(LineField.NdcUnits)), (ushort)Short(Of(LineField.NdcUnit), 2));
        var lastSeen = Date(Of(LineField.LastSeen));
        if (_rows.Line.Date == 0 && value.Says(JsonProperties.Of(LineField.Date)))
            _rows.MarkUnreadable(FieldOwner.Line, index, (int)LineField.Through);
        if (through == _rows.Line.Date)
            through = 0;
        if (through == 0 && (revenue | control | authorization | clia | ndc | ndcUnit) == 0 && ndcUnits == 0 && lastSeen == 0)
            return;
        ref var detail = ref _rows.LineDetail;
        detail.Through = through;
        detail.RevenueCode = revenue;
        detail.ControlNumber = control;
        detail.PriorAuthorization = authorization;
        detail.CliaNumber = clia;
        detail.Ndc = ndc;
        detail.NdcUnits = ndcUnits;
        detail.NdcUnit = ndcUnit;
        detail.LastSeen = lastSeen;
    }

    private void TakeLineProviders(JsonValue value)
    {
        var providers = Items(value, JsonProperties.Providers);
        for (var i = 0; i < providers.Count; i++)
        {
            var item = Object(providers, i);
            var first = _rows.ProviderCount;
            ref var detail = ref _rows.LineDetail;
            if (detail.ProviderCount++ == 0)
                detail.FirstProvider = first;
            TakeProvider(item, null);
        }
    }

    private ulong TakeModifiers(JsonValue value)
    {
        var modifiers = 0UL;
        var items = Items(value, JsonProperties.Of(LineField.Modifiers));
        for (var place = 0; place < items.Count; place++)
        {
            var item = items[place];
            if (place == Places)
            {
                Report(FaultKind.ElementTooLong, item.Span, item, null, "four modifiers");
                break;
            }

            var packed = 0UL;
            if (item.Kind != JsonKind.Null && !(item.Kind == JsonKind.String && item.Text.Length <= 2 && TryPack(item, PackedText.Capacity, out packed) && packed < LineRow.UnreadableModifier))
            {
                var written = Raw(item);
                Report(FaultKind.ElementTooLong, written.Span, item, null, "at most 2 characters", written.Text, Privacy.Open);
                packed = LineRow.UnreadableModifier;
            }

            modifiers |= packed << place * 16;
        }

        return modifiers;
    }

    private uint TakePointers(JsonValue value)
    {
        var pointers = 0u;
        var items = Items(value, JsonProperties.Of(LineField.Pointers));
        for (var place = 0; place < items.Count; place++)
        {
            var item = items[place];
            if (place == Places)
            {
                Report(FaultKind.ElementTooLong, item.Span, item, null, "four pointers");
                break;
            }

            var packed = 0u;
            if (item.Kind == JsonKind.Number && int.TryParse(item.Bytes, NumberStyles.None, CultureInfo.InvariantCulture, out var target) && target < LineRow.UnreadablePointer - 1)
            {
                packed = (uint)target + 1;
            }
            else if (item.Kind != JsonKind.Null)
            {
                var written = Raw(item);
                Report(FaultKind.InvalidNumber, written.Span, item, null, "the position of a diagnosis", written.Text, Privacy.Open);
                packed = LineRow.UnreadablePointer;
            }

            pointers |= packed << place * 8;
        }

        return pointers;
    }

    private void TakeAdjudication(JsonValue value)
    {
        _rows.AddAdjudication(value.Span.Offset);
        var index = _rows.AdjudicationCount - 1;
        Slot Of(AdjudicationField field) => new(value, JsonProperties.Of(field), FieldOwner.Adjudication, index);
        ref var row = ref _rows.Adjudication(index);
        row.PayerId = Text(Of(AdjudicationField.PayerId), 80);
        row.Paid = Number(Of(AdjudicationField.Paid));
        row.Code = Short(Of(AdjudicationField.Code), PackedText.Capacity);
        row.Units = Number(Of(AdjudicationField.Units));
        row.Date = Date(Of(AdjudicationField.Date));
        row.FirstAdjustment = _rows.AdjustmentCount;
        row.AdjustmentCount = TakeAdjustments(value);
        Close(value);
    }
}
