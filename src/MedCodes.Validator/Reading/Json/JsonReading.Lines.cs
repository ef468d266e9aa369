using System.Globalization;
using System.Text;
using MedCodes.Validator.Claims;
using MedCodes.Validator.Claims.Rows;
using MedCodes.Validator.Sources;

namespace MedCodes.Validator.Reading.Json;

/// <summary>Service lines and what other payers answered to them.</summary>
internal sealed partial class JsonReading
{
    private const int Places = 4;

    private void TakeLine(JsonValue value, string path)
    {
        Rows.AddLine(value.Span.Offset);
        var index = Rows.LineCount - 1;
        Slot Of(LineField field) => new(value, path, FieldTraits.JsonName(field), FieldOwner.Line, index, (int)field, LineFields.Of(field).Privacy);
        var isInstitutional = (Rows.Claim.Flags & ClaimFlags.Institutional) != 0;
        ref var line = ref Rows.Line;
        Rows.SetNumber(Count(Of(LineField.Number)));
        line.Qualifier = (ushort)Short(Of(LineField.CodeQualifier), 2);
        line.Code = Short(Of(LineField.Code), PackedText.Capacity);
        line.Modifiers = TakeModifiers(value, path);
        line.Pointers = TakePointers(value, path);
        line.Charge = Number(Of(LineField.Charge));
        line.Unit = (ushort)Short(Of(LineField.Unit), 2);
        Rows.SetUnits(Number(Of(LineField.Units)));
        line.Place = (ushort)Short(Of(LineField.PlaceOfService), 2);
        line.Date = Date(Of(LineField.Date));
        line.Flags |= (FlagOf("hasDescription") ? LineFlags.HasDescription : LineFlags.None)
            | (FlagOf("isEmergency") ? LineFlags.EmergencyIndicated : LineFlags.None)
            | (FlagOf("isScreening") ? LineFlags.ScreeningIndicated : LineFlags.None)
            | (FlagOf("isFamilyPlanning") ? LineFlags.PlanningIndicated : LineFlags.None);
        Require(value, path, "number", "the line's number");
        if (isInstitutional)
            Require(value, path, "revenueCode", "a revenue code");
        else
            Require(value, path, "code", "a procedure code");
        Require(value, path, "charge", "the charge");
        Require(value, path, "unit", "what the units count");
        Require(value, path, "units", "the units");
        TakeLineDetail(value, path, index);
        foreach (var (item, at) in Objects(value, path, "supplements"))
            TakeSupplement(item, at, isLines: true);
        TakeLineProviders(value, path);
        foreach (var (item, at) in Objects(value, path, "adjudications"))
            TakeAdjudication(item, at);
        Close(value, path);

        bool FlagOf(string name) => Flag(new Slot(value, path, name, FieldOwner.Line, index, 0, Privacy.Open));
    }

    private void TakeLineDetail(JsonValue value, string path, int index)
    {
        Slot Of(LineField field) => new(value, path, FieldTraits.JsonName(field), FieldOwner.Line, index, (int)field, LineFields.Of(field).Privacy);
        var through = Date(Of(LineField.Through));
        var (revenue, control) = (Text(Of(LineField.RevenueCode), 48), Text(Of(LineField.ControlNumber), 50));
        var (authorization, clia) = (Text(Of(LineField.PriorAuthorization), 50), Text(Of(LineField.CliaNumber), 50));
        var (ndc, ndcUnits, ndcUnit) = (Text(Of(LineField.Ndc), 48), Number(Of(LineField.NdcUnits)), (ushort)Short(Of(LineField.NdcUnit), 2));
        var lastSeen = Date(Of(LineField.LastSeen));
        if (Rows.Line.Date == 0 && IsUnreadable(value, "date"))
            Rows.MarkUnreadable(FieldOwner.Line, index, (int)LineField.Through);
        if (through == Rows.Line.Date)
            through = 0;
        if (through == 0 && (revenue | control | authorization | clia | ndc | ndcUnit) == 0 && ndcUnits == 0 && lastSeen == 0)
            return;
        ref var detail = ref Rows.LineDetail;
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

    private void TakeLineProviders(JsonValue value, string path)
    {
        foreach (var (item, at) in Objects(value, path, "providers"))
        {
            var first = Rows.ProviderCount;
            ref var detail = ref Rows.LineDetail;
            if (detail.ProviderCount++ == 0)
                detail.FirstProvider = first;
            TakeProvider(item, at, null);
        }
    }

    private ulong TakeModifiers(JsonValue value, string path)
    {
        var (modifiers, place) = (0UL, 0);
        foreach (var (item, at) in Items(value, path, "modifiers"))
        {
            if (place == Places)
            {
                Report(FaultKind.ElementTooLong, item.Span, at, "four modifiers");
                break;
            }

            var packed = 0UL;
            if (item.Kind != JsonKind.Null && !(item.Kind == JsonKind.String && item.Text.Length <= 2 && PackedText.TryPack(Encoding.UTF8.GetBytes(item.Text), out packed) && packed < LineRow.UnreadableModifier))
            {
                var written = Raw(item);
                Report(FaultKind.ElementTooLong, written.Span, at, "at most 2 characters", written.Text, Privacy.Open);
                packed = LineRow.UnreadableModifier;
            }

            modifiers |= packed << place++ * 16;
        }

        return modifiers;
    }

    private uint TakePointers(JsonValue value, string path)
    {
        var (pointers, place) = (0u, 0);
        foreach (var (item, at) in Items(value, path, "pointers"))
        {
            if (place == Places)
            {
                Report(FaultKind.ElementTooLong, item.Span, at, "four pointers");
                break;
            }

            var packed = 0u;
            if (item.Kind == JsonKind.Number && int.TryParse(item.Text, NumberStyles.None, CultureInfo.InvariantCulture, out var target) && target < LineRow.UnreadablePointer - 1)
            {
                packed = (uint)target + 1;
            }
            else if (item.Kind != JsonKind.Null)
            {
                var written = Raw(item);
                Report(FaultKind.InvalidNumber, written.Span, at, "the position of a diagnosis", written.Text, Privacy.Open);
                packed = LineRow.UnreadablePointer;
            }

            pointers |= packed << place++ * 8;
        }

        return pointers;
    }

    /// <summary>What an object that stands for an unreadable value holds; the value itself for others.</summary>
    private static JsonValue Raw(JsonValue item) =>
        item.Kind == JsonKind.Object && item.Members is [{ Name: Unreadable, Value: { Kind: JsonKind.String } raw }] ? raw : item;

    private void TakeAdjudication(JsonValue value, string path)
    {
        Rows.AddAdjudication(value.Span.Offset);
        var index = Rows.AdjudicationCount - 1;
        Slot Of(AdjudicationField field) => new(value, path, FieldTraits.JsonName(field), FieldOwner.Adjudication, index, (int)field, AdjudicationFields.Of(field).Privacy);
        ref var row = ref Rows.Adjudication(index);
        row.PayerId = Text(Of(AdjudicationField.PayerId), 80);
        row.Paid = Number(Of(AdjudicationField.Paid));
        row.Code = Short(Of(AdjudicationField.Code), PackedText.Capacity);
        row.Units = Number(Of(AdjudicationField.Units));
        row.Date = Date(Of(AdjudicationField.Date));
        row.FirstAdjustment = Rows.AdjustmentCount;
        row.AdjustmentCount = TakeAdjustments(value, path);
        Close(value, path);
    }
}
