using MedCodes.Validator.Claims;
using MedCodes.Validator.Claims.Rows;
using MedCodes.Validator.Sources;

namespace MedCodes.Validator.Reading.Json;

/// <summary>The claim itself and what it shares with others: transaction, payer, subscriber, patient.</summary>
internal sealed partial class JsonReading
{
    private const int LongestCause = 2;
    private (int Row, string Key) _interchange = (-1, "");
    private (int Row, string Key) _transaction = (-1, "");

    private void TakeClaim(JsonValue value)
    {
        _claim = Rows.NextOrdinal;
        Rows.BeginAt(value.Span.Offset);
        var path = Paths.OfClaim(Rows.NextOrdinal);
        value.Take(JsonContent.Type);
        var setting = SettingOf(value, path);
        var transaction = TakeTransaction(value, path, setting);
        var party = TakeParties(value, path, transaction, TakeBillingProvider(value, path));
        ref var claim = ref Rows.AddClaim(value.Span.Offset, party);
        Slot Of(ClaimField field) => OfClaim(value, path, field, FieldOwner.Claim, Rows.ClaimCount - 1);
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
        Require(value, path, "id", "the submitter's id of the claim");
        Require(value, path, "total", "the total charge");
        if (claim is { Facility: 0, Frequency: 0 })
            Require(value, path, "placeOfService", "place of service and frequency");
        TakeDetail(value, path);
        TakeParts(value, path);
        Close(value, path);
        _claim = null;
    }

    private void TakeParts(JsonValue value, string path)
    {
        foreach (var (item, at) in Objects(value, path, "providers"))
        {
            TakeProvider(item, at, null);
            Rows.Claim.ProviderCount++;
        }

        foreach (var (item, at) in Objects(value, path, "diagnoses"))
            TakeDiagnosis(item, at);
        foreach (var (item, at) in Objects(value, path, "codes"))
            TakeCode(item, at);
        foreach (var (item, at) in Objects(value, path, "supplements"))
            TakeSupplement(item, at, isLines: false);
        foreach (var (item, at) in Objects(value, path, "otherPayers"))
            TakeOtherPayer(item, at);
        var (lines, diagnoses) = (Rows.LineCount, Rows.DiagnosisCount - Rows.Claim.FirstDiagnosis);
        foreach (var (item, at) in Objects(value, path, "lines"))
            TakeLine(item, at);
        if (Rows.LineCount == lines)
            Report(FaultKind.MissingSegment, value.Span with { Length = 0 }, path, "lines");
        else if (diagnoses == 0 && (Rows.Claim.Flags & ClaimFlags.Institutional) == 0)
            Report(FaultKind.MissingSegment, value.Span with { Length = 0 }, path, "diagnoses");
    }

    private void TakeDetail(JsonValue value, string path)
    {
        Slot Of(ClaimField field) => OfClaim(value, path, field, FieldOwner.Claim, Rows.ClaimCount - 1);
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
        var causes = Items(value, path, "relatedCauses").ToList();
        for (var i = 0; i < Math.Min(causes.Count, 3); i++)
            SetCause(ref detail, i, TakeCause(causes[i].Item, causes[i].Path));
        var isOneDay = detail.StatementThrough == 0 && !IsUnreadable(value, "statementThrough");
        if (isOneDay)
            detail.StatementThrough = detail.StatementFrom;
        if (isOneDay && detail.StatementFrom == 0 && IsUnreadable(value, "statementFrom"))
            Rows.MarkUnreadable(FieldOwner.Claim, Rows.ClaimCount - 1, (int)ClaimField.StatementThrough);
        if (!detail.Equals(default(ClaimDetailRow)))
            Rows.ClaimDetail = detail;
    }

    private static bool IsUnreadable(JsonValue value, string name) =>
        value.Members.Any(member => member.Name == name && !IsEmpty(member.Value));

    private static void SetCause(ref ClaimDetailRow detail, int place, ushort cause)
    {
        if (place == 0)
            detail.RelatedCause1 = cause;
        else if (place == 1)
            detail.RelatedCause2 = cause;
        else
            detail.RelatedCause3 = cause;
    }

    private ushort TakeCause(JsonValue item, string path)
    {
        if (item.Kind == JsonKind.String && item.Text.Length <= LongestCause && PackedText.TryPack(System.Text.Encoding.UTF8.GetBytes(item.Text), out var packed) && packed <= ushort.MaxValue)
            return (ushort)packed;
        Report(FaultKind.ElementTooLong, item.Span, path, $"a text of at most {LongestCause} characters", item.Text, Privacy.Open);
        Rows.MarkUnreadable(FieldOwner.Claim, Rows.ClaimCount - 1, (int)ClaimField.RelatedCauses);
        return 0;
    }

    private ClaimSetting SettingOf(JsonValue value, string path)
    {
        if (value.Take("setting") is { Value: { Kind: JsonKind.String } setting })
        {
            if (setting.Text is "professional" or "institutional")
                return setting.Text == "institutional" ? ClaimSetting.Institutional : ClaimSetting.Professional;
            Report(FaultKind.UnknownQualifier, setting.Span, $"{path}/setting", "professional or institutional", setting.Text, Privacy.Open);
        }
        else
        {
            Report(FaultKind.MissingElement, value.Span with { Length = 0 }, $"{path}/setting", "professional or institutional");
        }

        return ClaimSetting.Professional;
    }

    private static Slot OfClaim(JsonValue value, string path, ClaimField field, FieldOwner owner, int row) =>
        new(value, path, ClaimFields.JsonName(field), owner, row, (int)field, ClaimFields.Of(field).Privacy);
}
