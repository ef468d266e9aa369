using System.Text.Json;
using MedCodes.Validator.Claims;
using MedCodes.Validator.Claims.Rows;
using MedCodes.Validator.Reading.X12;
using MedCodes.Validator.Sources;

namespace MedCodes.Validator.Reading.Json;

/// <summary>Providers, diagnoses, other codes, supplements and other payers.</summary>
internal sealed partial class JsonReading
{
    private const int LongestId = 80;
    private static readonly Dictionary<string, ProviderRole> Roles =
        Enum.GetValues<ProviderRole>().ToDictionary(role => JsonNamingPolicy.CamelCase.ConvertName(role.ToString()), role => role, StringComparer.Ordinal);

    private static readonly Dictionary<string, SupplementKind> Kinds =
        Enum.GetValues<SupplementKind>().ToDictionary(kind => JsonNamingPolicy.CamelCase.ConvertName(kind.ToString()), kind => kind, StringComparer.Ordinal);

    private int TakeBillingProvider(JsonValue value)
    {
        var provider = value.Take(JsonProperties.BillingProvider);
        if (!provider.IsThere)
        {
            Report(FaultKind.MissingSegment, value.StartSpan, value, null, "billingProvider");
            return -1;
        }

        if (provider.Kind != JsonKind.Object)
        {
            Report(FaultKind.WrongJsonType, provider.Span, value, JsonProperties.BillingProvider, "an object");
            return -1;
        }

        TakeProvider(provider, ProviderRole.Billing);
        return _rows.ProviderCount - 1;
    }

    private void TakeProvider(JsonValue value, ProviderRole? known)
    {
        var role = known ?? RoleOf(value);
        _rows.AddProvider(value.Span.Offset, role);
        var index = _rows.ProviderCount - 1;
        Slot Of(ProviderField field) => new(value, JsonProperties.Of(field), FieldOwner.Provider, index);
        Require(value, JsonProperties.IsOrganization, "true for an organisation, false for a person");
        ref var row = ref _rows.Provider(index);
        var kind = value.Take(JsonProperties.IsOrganization);
        if (kind.Kind is JsonKind.True or JsonKind.False)
            row.Flags = kind.Kind == JsonKind.True ? ProviderFlags.Organization : ProviderFlags.Person;
        else if (kind.IsThere)
            Report(FaultKind.WrongJsonType, kind.Span, value, JsonProperties.IsOrganization, "true or false");

        row.IdQualifier = (ushort)Short(Of(ProviderField.IdQualifier), 2);
        var id = Written(Of(ProviderField.IdText), JsonKind.String, FaultKind.ElementTooLong);
        if (id.IsFilled && id.Text.Length > LongestId)
            Refuse(Of(ProviderField.IdText), id, FaultKind.ElementTooLong, $"at most {LongestId} characters");
        else if (id.IsFilled)
            row.Id = id.IsPlain ? ProviderId.Pack(id.Bytes, _rows.Texts) : ProviderId.Pack(id.Text, _rows.Texts);

        row.TaxId = Text(Of(ProviderField.TaxId), 50);
        row.Taxonomy = Text(Of(ProviderField.Taxonomy), 50);
        if (value.Find(JsonProperties.Of(ProviderField.SecondaryId)).Kind != JsonKind.Missing)
            _rows.SetSecondaryId(index, Text(Of(ProviderField.SecondaryId), 50));
        CheckDetails(value, OfProvider);
        Close(value);
    }

    private ProviderRole RoleOf(JsonValue value)
    {
        var role = value.Take(JsonProperties.Role);
        if (role.Kind != JsonKind.String)
        {
            Report(FaultKind.MissingElement, value.StartSpan, value, JsonProperties.Role, "what the provider is named for");
            return ProviderRole.Other;
        }

        if (Roles.TryGetValue(role.Text, out var known))
            return known;
        Report(FaultKind.UnknownQualifier, role.Span, value, JsonProperties.Role, "a provider's role", role.Text, Privacy.Open);
        return ProviderRole.Other;
    }

    private void TakeDiagnosis(JsonValue value)
    {
        Slot Of(JsonProperty property) => new(value, property, FieldOwner.Diagnosis, _rows.DiagnosisCount);
        var qualifier = Short(Of(JsonProperties.Qualifier), 3);
        if (!X12DiagnosisQualifiers.IsDiagnosis(qualifier))
            ReportQualifier(value, "a qualifier of a diagnosis");
        if (value.Find(JsonProperties.DiagnosisCode).Kind == JsonKind.Missing)
            Report(FaultKind.MissingElement, value.StartSpan, value, JsonProperties.DiagnosisCode, "a diagnosis behind its qualifier");
        var code = Short(Of(JsonProperties.DiagnosisCode), PackedText.Capacity);
        var admission = Short(Of(JsonProperties.PresentOnAdmission), 1);
        ref var row = ref _rows.AddDiagnosis();
        row.Code = code;
        row.Qualifier = (uint)qualifier | (uint)admission << DiagnosisRow.AdmissionShift;
        Close(value);
    }

    private void TakeCode(JsonValue value)
    {
        Slot Of(JsonProperty property) => new(value, property, FieldOwner.ClaimCode, _rows.CodeCount);
        var qualifier = Short(Of(JsonProperties.Qualifier), 3);
        if (!X12DiagnosisQualifiers.IsOther(qualifier))
            ReportQualifier(value, "a qualifier of another code of the claim");
        Require(value, JsonProperties.ClaimCode, "a code behind its qualifier");
        var code = Short(Of(JsonProperties.ClaimCode), PackedText.Capacity);
        var date = Date(Of(JsonProperties.CodeDate));
        var through = Date(Of(JsonProperties.CodeThrough));
        var amount = Number(Of(JsonProperties.CodeAmount));
        ref var row = ref _rows.AddCode();
        row.Qualifier = (uint)qualifier;
        row.Code = code;

        // The two are one field: where a part of it cannot be read, the whole cannot.
        var isReadable = (date != 0 || !value.Says(JsonProperties.CodeDate)) && (through != 0 || !value.Says(JsonProperties.CodeThrough));
        row.Date = isReadable ? date : 0;
        row.Through = isReadable && through != date ? through : 0;
        row.Amount = amount;
        Close(value);
    }

    private void ReportQualifier(JsonValue value, string expected)
    {
        var written = value.Find(JsonProperties.Qualifier);
        Report(
            FaultKind.UnknownQualifier, written.Kind == JsonKind.Missing ? value.StartSpan : written.Span, value, JsonProperties.Qualifier, expected,
            written.Text is { Length: > 0 } text ? text : null, Privacy.Open);
    }

    private void TakeSupplement(JsonValue value, bool isLines)
    {
        Slot Of(JsonProperty property) => new(value, property, FieldOwner.Supplement);
        var kind = SupplementKind.Note;
        if (value.Take(JsonProperties.Kind) is { Kind: JsonKind.String } written && !Kinds.TryGetValue(written.Text, out kind))
        {
            Report(FaultKind.UnknownQualifier, written.Span, value, JsonProperties.Kind, string.Join(", ", Kinds.Keys), written.Text, Privacy.Open);
            kind = SupplementKind.Note;
        }

        var code = (uint)Short(Of(JsonProperties.SupplementCode), 3);
        var transmission = (ushort)Short(Of(JsonProperties.Transmission), 2);
        var text = Text(Of(JsonProperties.SupplementText), 80);
        ref var row = ref AddSupplement(value.Span.Offset, kind, isLines);
        row.Code = code;
        row.Transmission = transmission;
        row.Text = text;
        Close(value);
    }

    private ref SupplementRow AddSupplement(long offset, SupplementKind kind, bool isLines)
    {
        if (isLines)
            return ref _rows.AddLineSupplement(offset, kind);
        return ref _rows.AddClaimSupplement(offset, kind);
    }

    private void TakeOtherPayer(JsonValue value)
    {
        _rows.AddOtherPayer(value.Span.Offset);
        var index = _rows.OtherPayerCount - 1;
        Slot Of(OtherPayerField field) => new(value, JsonProperties.Of(field), FieldOwner.OtherPayer, index);
        ref var row = ref _rows.OtherPayer(index);
        row.Sequence = (ushort)Short(Of(OtherPayerField.PayerSequence), 1);
        row.FilingIndicator = (ushort)Short(Of(OtherPayerField.FilingIndicator), 2);
        row.InsuranceType = (uint)Short(Of(OtherPayerField.InsuranceType), 3);
        row.GroupNumber = Text(Of(OtherPayerField.GroupNumber), 50);
        row.GroupName = Text(Of(OtherPayerField.GroupName), 60);
        CheckDetails(value, JsonProperties.SubscriberDetails, OfProvider);
        row.PayerId = Text(Of(OtherPayerField.PayerId), 80);
        row.PayerName = Text(Of(OtherPayerField.PayerName), 60);
        row.MemberId = Text(Of(OtherPayerField.MemberId), 80);
        row.Paid = Number(Of(OtherPayerField.Paid));
        row.NotCovered = Number(Of(OtherPayerField.NotCovered));
        row.RemainingLiability = Number(Of(OtherPayerField.RemainingLiability));
        row.Adjudicated = Date(Of(OtherPayerField.Adjudicated));
        row.FirstAdjustment = _rows.AdjustmentCount;
        row.AdjustmentCount = TakeAdjustments(value);
        Close(value);
    }

    private int TakeAdjustments(JsonValue value)
    {
        var items = Items(value, JsonProperties.Adjustments);
        for (var i = 0; i < items.Count; i++)
        {
            var item = Object(items, i);
            ref var row = ref _rows.AddAdjustment(item.Span.Offset);
            Slot Of(AdjustmentField field) => new(item, JsonProperties.Of(field), FieldOwner.Adjustment, _rows.AdjustmentCount - 1);
            row.Group = (ushort)Short(Of(AdjustmentField.Group), 2);
            row.Reason = Short(Of(AdjustmentField.Reason), 5);
            row.Amount = Number(Of(AdjustmentField.Amount));
            row.Units = Number(Of(AdjustmentField.Units));
            Close(item);
        }

        return items.Count;
    }
}
