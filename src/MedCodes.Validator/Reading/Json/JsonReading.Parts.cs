using System.Text.Json;
using MedCodes.Validator.Claims;
using MedCodes.Validator.Claims.Rows;
using MedCodes.Validator.Reading.X12;
using MedCodes.Validator.Sources;

namespace MedCodes.Validator.Reading.Json;

/// <summary>Providers, diagnoses, other codes, supplements and other payers.</summary>
internal sealed partial class JsonReading
{
    private static readonly Dictionary<string, ProviderRole> Roles =
        Enum.GetValues<ProviderRole>().ToDictionary(role => JsonNamingPolicy.CamelCase.ConvertName(role.ToString()), role => role, StringComparer.Ordinal);

    private static readonly Dictionary<string, SupplementKind> Kinds =
        Enum.GetValues<SupplementKind>().ToDictionary(kind => JsonNamingPolicy.CamelCase.ConvertName(kind.ToString()), kind => kind, StringComparer.Ordinal);

    private int TakeBillingProvider(JsonValue value, string path)
    {
        if (value.Take("billingProvider") is not { Value: { Kind: not JsonKind.Null } provider })
        {
            Report(FaultKind.MissingSegment, value.Span with { Length = 0 }, path, "billingProvider");
            return -1;
        }

        if (provider.Kind != JsonKind.Object)
        {
            Report(FaultKind.WrongJsonType, provider.Span, $"{path}/billingProvider", "an object");
            return -1;
        }

        TakeProvider(provider, $"{path}/billingProvider", ProviderRole.Billing);
        return Rows.ProviderCount - 1;
    }

    private void TakeProvider(JsonValue value, string path, ProviderRole? known)
    {
        var role = known ?? RoleOf(value, path);
        Rows.AddProvider(value.Span.Offset, role);
        var index = Rows.ProviderCount - 1;
        Slot Of(ProviderField field) => new(value, path, FieldTraits.JsonName(field), FieldOwner.Provider, index, (int)field, ProviderFields.Of(field).Privacy);
        Require(value, path, "isOrganization", "true for an organisation, false for a person");
        ref var row = ref Rows.Provider(index);
        if (value.Take("isOrganization") is { Value: { Kind: not JsonKind.Null } kind })
        {
            if (kind.Kind is JsonKind.True or JsonKind.False)
                row.Flags = kind.Kind == JsonKind.True ? ProviderFlags.Organization : ProviderFlags.Person;
            else
                Report(FaultKind.WrongJsonType, kind.Span, $"{path}/isOrganization", "true or false");
        }

        row.IdQualifier = (ushort)Short(Of(ProviderField.IdQualifier), 2);
        if (Written(Of(ProviderField.IdText), JsonKind.String, FaultKind.ElementTooLong) is { Text.Length: > 0 } id)
        {
            if (id.Text.Length > 80)
                Refuse(Of(ProviderField.IdText), id, FaultKind.ElementTooLong, "at most 80 characters");
            else
                row.Id = ProviderId.Pack(id.Text, Rows.Texts);
        }

        row.TaxId = Text(Of(ProviderField.TaxId), 50);
        row.Taxonomy = Text(Of(ProviderField.Taxonomy), 50);
        if (value.Take("secondaryId") is not null)
            Rows.SetSecondaryId(index, Text(Of(ProviderField.SecondaryId), 50));
        CheckDetails(value, path, OfProvider);
        Close(value, path);
    }

    private ProviderRole RoleOf(JsonValue value, string path)
    {
        if (value.Take("role") is not { Value: { Kind: JsonKind.String } role })
        {
            Report(FaultKind.MissingElement, value.Span with { Length = 0 }, $"{path}/role", "what the provider is named for");
            return ProviderRole.Other;
        }

        if (Roles.TryGetValue(role.Text, out var known))
            return known;
        Report(FaultKind.UnknownQualifier, role.Span, $"{path}/role", "a provider's role", role.Text, Privacy.Open);
        return ProviderRole.Other;
    }

    private void TakeDiagnosis(JsonValue value, string path)
    {
        Slot Of(string name, int field) => new(value, path, name, FieldOwner.Diagnosis, Rows.DiagnosisCount, field, Privacy.Open);
        var qualifier = Short(Of("qualifier", 0), 3);
        if (!X12DiagnosisQualifiers.IsDiagnosis(System.Text.Encoding.UTF8.GetBytes(PackedText.Unpack(qualifier) ?? "")))
            ReportQualifier(value, path, "a qualifier of a diagnosis");
        if (value.Members.All(member => member.Name != "code"))
            Report(FaultKind.MissingElement, value.Span with { Length = 0 }, $"{path}/code", "a diagnosis behind its qualifier");
        var code = Short(Of("code", Diagnosis.CodeField), PackedText.Capacity);
        var admission = Short(Of("presentOnAdmission", 0), 1);
        ref var row = ref Rows.AddDiagnosis();
        row.Code = code;
        row.Qualifier = (uint)qualifier | (uint)admission << DiagnosisRow.AdmissionShift;
        Close(value, path);
    }

    private void TakeCode(JsonValue value, string path)
    {
        Slot Of(string name, ClaimCodeField field = default) => new(value, path, name, FieldOwner.ClaimCode, Rows.CodeCount, (int)field, Privacy.Open);
        var qualifier = Short(Of("qualifier"), 3);
        if (!X12DiagnosisQualifiers.IsOther(System.Text.Encoding.UTF8.GetBytes(PackedText.Unpack(qualifier) ?? "")))
            ReportQualifier(value, path, "a qualifier of another code of the claim");
        Require(value, path, "code", "a code behind its qualifier");
        var code = Short(Of("code", ClaimCodeField.Code), PackedText.Capacity);
        var date = Date(Of("date", ClaimCodeField.Date) with { Privacy = Privacy.Account });
        var through = Date(Of("through", ClaimCodeField.Date) with { Privacy = Privacy.Account });
        var amount = Number(Of("amount", ClaimCodeField.Amount));
        ref var row = ref Rows.AddCode();
        row.Qualifier = (uint)qualifier;
        row.Code = code;

        // The two are one field: where a part of it cannot be read, the whole cannot.
        var isReadable = (date != 0 || !IsUnreadable(value, "date")) && (through != 0 || !IsUnreadable(value, "through"));
        row.Date = isReadable ? date : 0;
        row.Through = isReadable && through != date ? through : 0;
        row.Amount = amount;
        Close(value, path);
    }

    private void ReportQualifier(JsonValue value, string path, string expected)
    {
        var written = value.Members.FirstOrDefault(member => member.Name == "qualifier")?.Value;
        Report(
            FaultKind.UnknownQualifier, written?.Span ?? value.Span with { Length = 0 }, $"{path}/qualifier", expected,
            written is { Text.Length: > 0 } ? written.Text : null, Privacy.Open);
    }

    private void TakeSupplement(JsonValue value, string path, bool isLines)
    {
        Slot Of(string name, Privacy privacy) => new(value, path, name, FieldOwner.Supplement, 0, 0, privacy);
        var kind = SupplementKind.Note;
        if (value.Take("kind") is { Value: { Kind: JsonKind.String } written } && !Kinds.TryGetValue(written.Text, out kind))
        {
            Report(FaultKind.UnknownQualifier, written.Span, $"{path}/kind", string.Join(", ", Kinds.Keys), written.Text, Privacy.Open);
            kind = SupplementKind.Note;
        }

        var code = (uint)Short(Of("code", Privacy.Open), 3);
        var transmission = (ushort)Short(Of("transmission", Privacy.Open), 2);
        var text = Text(Of("text", Privacy.Identifying), 80);
        ref var row = ref AddSupplement(value.Span.Offset, kind, isLines);
        row.Code = code;
        row.Transmission = transmission;
        row.Text = text;
        Close(value, path);
    }

    private ref SupplementRow AddSupplement(long offset, SupplementKind kind, bool isLines)
    {
        if (isLines)
            return ref Rows.AddLineSupplement(offset, kind);
        return ref Rows.AddClaimSupplement(offset, kind);
    }

    private void TakeOtherPayer(JsonValue value, string path)
    {
        Rows.AddOtherPayer(value.Span.Offset);
        var index = Rows.OtherPayerCount - 1;
        Slot Of(OtherPayerField field) => new(value, path, FieldTraits.JsonName(field), FieldOwner.OtherPayer, index, (int)field, OtherPayerFields.Of(field).Privacy);
        ref var row = ref Rows.OtherPayer(index);
        row.Sequence = (ushort)Short(Of(OtherPayerField.PayerSequence), 1);
        row.FilingIndicator = (ushort)Short(Of(OtherPayerField.FilingIndicator), 2);
        row.InsuranceType = (uint)Short(Of(OtherPayerField.InsuranceType), 3);
        row.GroupNumber = Text(Of(OtherPayerField.GroupNumber), 50);
        row.GroupName = Text(Of(OtherPayerField.GroupName), 60);
        CheckDetails(value, path, OtherPayer.SubscriberPointer, OfProvider);
        row.PayerId = Text(Of(OtherPayerField.PayerId), 80);
        row.PayerName = Text(Of(OtherPayerField.PayerName), 60);
        row.MemberId = Text(Of(OtherPayerField.MemberId), 80);
        row.Paid = Number(Of(OtherPayerField.Paid));
        row.NotCovered = Number(Of(OtherPayerField.NotCovered));
        row.RemainingLiability = Number(Of(OtherPayerField.RemainingLiability));
        row.Adjudicated = Date(Of(OtherPayerField.Adjudicated));
        row.FirstAdjustment = Rows.AdjustmentCount;
        row.AdjustmentCount = TakeAdjustments(value, path);
        Close(value, path);
    }

    private int TakeAdjustments(JsonValue value, string path)
    {
        var count = 0;
        foreach (var (item, at) in Objects(value, path, "adjustments"))
        {
            ref var row = ref Rows.AddAdjustment(item.Span.Offset);
            Slot Of(AdjustmentField field) => new(item, at, FieldTraits.JsonName(field), FieldOwner.Adjustment, Rows.AdjustmentCount - 1, (int)field, Privacy.Open);
            row.Group = (ushort)Short(Of(AdjustmentField.Group), 2);
            row.Reason = Short(Of(AdjustmentField.Reason), 5);
            row.Amount = Number(Of(AdjustmentField.Amount));
            row.Units = Number(Of(AdjustmentField.Units));
            Close(item, at);
            count++;
        }

        return count;
    }
}
