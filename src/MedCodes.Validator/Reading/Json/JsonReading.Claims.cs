using MedCodes.Validator.Claims;
using MedCodes.Validator.Claims.Rows;
using MedCodes.Validator.Sources;

namespace MedCodes.Validator.Reading.Json;

/// <summary>The claim itself and what it shares with others: transaction, payer, subscriber, patient.</summary>
internal sealed partial class JsonReading
{
    private const int LongestCause = 2;
    private const int MostCauses = 3;

    private void TakeClaim(JsonValue value)
    {
        _claim = _rows.NextOrdinal;
        _rows.BeginAt(value.Span.Offset);
        value.Take(JsonProperties.Type);
        var setting = SettingOf(value);
        var transaction = TakeTransaction(value, setting);
        var party = TakeParties(value, transaction, TakeBillingProvider(value));
        ref var claim = ref _rows.AddClaim(value.Span.Offset, party);
        Slot Of(ClaimField field) => new(value, JsonProperties.Of(field), FieldOwner.Claim, _rows.ClaimCount - 1);
        claim.Flags = setting == ClaimSetting.Institutional ? ClaimFlags.Institutional : ClaimFlags.None;
        claim.Id = Text(Of(ClaimField.Id), 38);
        claim.Total = Number(Of(ClaimField.Total));
        claim.Facility = (ushort)Short(Of(ClaimField.PlaceOfService), 2);
        claim.FacilityQualifier = (ushort)Short(Of(ClaimField.FacilityQualifier), 2);
        claim.Frequency = (byte)Short(Of(ClaimField.Frequency), 1);
        claim.ProviderSignature = (byte)Short(Of(ClaimField.ProviderSignature), 1);
        claim.Assignment = (byte)Short(Of(ClaimField.Assignment), 1);
        claim.BenefitsAssigned = (byte)Short(Of(ClaimField.BenefitsAssigned), 1);
        claim.Release = (byte)Short(Of(ClaimField.ReleaseOfInformation), 1);
        Require(value, JsonProperties.Of(ClaimField.Id), "the submitter's id of the claim");
        Require(value, JsonProperties.Of(ClaimField.Total), "the total charge");
        if (claim is { Facility: 0, Frequency: 0 })
            Require(value, JsonProperties.Of(ClaimField.PlaceOfService), "place of service and frequency");
        TakeDetail(value);
        TakeParts(value);
        Close(value);
        _claim = null;
    }

    private void TakeParts(JsonValue value)
    {
        var providers = Items(value, JsonProperties.Providers);
        for (var i = 0; i < providers.Count; i++)
        {
            TakeProvider(Object(providers, i), null);
            _rows.Claim.ProviderCount++;
        }

        var found = Items(value, JsonProperties.Diagnoses);
        for (var i = 0; i < found.Count; i++)
            TakeDiagnosis(Object(found, i));
        var codes = Items(value, JsonProperties.Codes);
        for (var i = 0; i < codes.Count; i++)
            TakeCode(Object(codes, i));
        var supplements = Items(value, JsonProperties.Supplements);
        for (var i = 0; i < supplements.Count; i++)
            TakeSupplement(Object(supplements, i), isLines: false);
        var payers = Items(value, JsonProperties.OtherPayers);
        for (var i = 0; i < payers.Count; i++)
            TakeOtherPayer(Object(payers, i));
        var lines = Items(value, JsonProperties.Lines);
        for (var i = 0; i < lines.Count; i++)
            TakeLine(Object(lines, i));
        if (lines.Count == 0)
            Report(FaultKind.MissingSegment, value.StartSpan, value, null, "lines");
        else if (found.Count == 0 && (_rows.Claim.Flags & ClaimFlags.Institutional) == 0)
            Report(FaultKind.MissingSegment, value.StartSpan, value, null, "diagnoses");
    }

    private void TakeDetail(JsonValue value)
    {
        Slot Of(ClaimField field) => new(value, JsonProperties.Of(field), FieldOwner.Claim, _rows.ClaimCount - 1);
        var detail = new ClaimDetailRow
        {
            OriginalReference = Text(Of(ClaimField.OriginalReference), 50),
            PriorAuthorization = Text(Of(ClaimField.PriorAuthorization), 50),
            CliaNumber = Text(Of(ClaimField.CliaNumber), 50),
            DelayReason = (ushort)Short(Of(ClaimField.DelayReason), 2),
            PatientSignatureSource = (ushort)Short(Of(ClaimField.PatientSignatureSource), 1),
            AccidentState = (ushort)Short(Of(ClaimField.AccidentState), 2),
            AccidentCountry = (uint)Short(Of(ClaimField.AccidentCountry), 3),
            SpecialProgram = (uint)Short(Of(ClaimField.SpecialProgram), 3),
            AdmissionType = (byte)Short(Of(ClaimField.AdmissionType), 1),
            AdmissionSource = (byte)Short(Of(ClaimField.AdmissionSource), 1),
            PatientStatus = (ushort)Short(Of(ClaimField.PatientStatus), 2),
            StatementFrom = Date(Of(ClaimField.StatementFrom)),
            StatementThrough = Date(Of(ClaimField.StatementThrough)),
            Admission = Date(Of(ClaimField.Admission)),
            Onset = Date(Of(ClaimField.Onset)),
            Accident = Date(Of(ClaimField.Accident)),
            LastSeen = Date(Of(ClaimField.LastSeen)),
        };
        var causes = Items(value, JsonProperties.Of(ClaimField.RelatedCauses));
        for (var i = 0; i < Math.Min(causes.Count, MostCauses); i++)
            SetCause(ref detail, i, TakeCause(causes[i]));
        var isOneDay = detail.StatementThrough == 0 && !value.Says(JsonProperties.Of(ClaimField.StatementThrough));
        if (isOneDay)
            detail.StatementThrough = detail.StatementFrom;
        if (isOneDay && detail.StatementFrom == 0 && value.Says(JsonProperties.Of(ClaimField.StatementFrom)))
            _rows.MarkUnreadable(FieldOwner.Claim, _rows.ClaimCount - 1, (int)ClaimField.StatementThrough);
        if (!detail.Equals(default(ClaimDetailRow)))
            _rows.ClaimDetail = detail;
    }

    private static void SetCause(ref ClaimDetailRow detail, int place, ushort cause)
    {
        if (place == 0)
            detail.RelatedCause1 = cause;
        else if (place == 1)
            detail.RelatedCause2 = cause;
        else
            detail.RelatedCause3 = cause;
    }

    private ushort TakeCause(JsonValue item)
    {
        if (item.Kind == JsonKind.String && item.Text.Length <= LongestCause && TryPack(item, PackedText.Capacity, out var packed) && packed <= ushort.MaxValue)
            return (ushort)packed;
        Report(FaultKind.ElementTooLong, item.Span, item, null, $"a text of at most {LongestCause} characters", item.Text, Privacy.Open);
        _rows.MarkUnreadable(FieldOwner.Claim, _rows.ClaimCount - 1, (int)ClaimField.RelatedCauses);
        return 0;
    }

    private ClaimSetting SettingOf(JsonValue value)
    {
        if (value.Take(JsonProperties.Setting) is { Kind: JsonKind.String } setting)
        {
            switch (setting.Text)
            {
                case "professional":
                    return ClaimSetting.Professional;
                case "institutional":
                    return ClaimSetting.Institutional;
                case var other:
                    Report(FaultKind.UnknownQualifier, setting.Span, value, JsonProperties.Setting, "professional or institutional", other, Privacy.Open);
                    break;
            }
        }
        else
        {
            Report(FaultKind.MissingElement, value.StartSpan, value, JsonProperties.Setting, "professional or institutional");
        }

        return ClaimSetting.Professional;
    }
}
