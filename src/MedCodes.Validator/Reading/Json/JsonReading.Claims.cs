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
        if (detail.StatementThrough == 0)
            detail.StatementThrough = detail.StatementFrom;
        if (detail.StatementFrom == 0 && IsUnreadable(value, "statementFrom"))
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

    // Claims of one transaction say the same of it and follow one another: they share its rows.
    private int TakeTransaction(JsonValue value, string path, ClaimSetting setting)
    {
        var interchange = TakeInterchange(value, path);
        var key = KeyOf(value, interchange, "transactionControlNumber", "groupControlNumber", "guide", "reference", "purpose", "submitted", "use");
        if (_transaction.Row >= 0 && _transaction.Key == key && Rows.Transaction(_transaction.Row).Setting == setting)
            return _transaction.Row;
        Rows.AddTransaction(value.Span.Offset, interchange);
        _transaction = (Rows.TransactionCount - 1, key);
        Slot Of(ClaimField field) => OfClaim(value, path, field, FieldOwner.Transaction, _transaction.Row);
        Slot Other(string name) => new(value, path, name, FieldOwner.Transaction, _transaction.Row, 0, Privacy.Account);
        ref var row = ref Rows.Transaction(_transaction.Row);
        row.ControlNumber = Text(Of(ClaimField.TransactionControlNumber));
        row.GroupControlNumber = Text(Other("groupControlNumber"));
        row.Guide = Text(Other("guide"));
        row.Reference = Text(Other("reference"));
        row.Purpose = Text(Other("purpose"));
        row.Submitted = Date(Of(ClaimField.Submitted));
        row.Use = Text(Of(ClaimField.Reporting));
        row.Setting = setting;
        return _transaction.Row;
    }

    private int TakeInterchange(JsonValue value, string path)
    {
        var key = KeyOf(value, 0, "interchangeControlNumber", "senderId", "receiverId", "usage");
        if (_interchange.Row >= 0 && _interchange.Key == key)
            return _interchange.Row;
        Rows.AddInterchange(value.Span.Offset);
        _interchange = (Rows.InterchangeCount - 1, key);
        Slot Of(ClaimField field) => OfClaim(value, path, field, FieldOwner.Interchange, _interchange.Row);
        ref var row = ref Rows.Interchange(_interchange.Row);
        row.ControlNumber = Text(Of(ClaimField.InterchangeControlNumber));
        row.SenderId = Text(Of(ClaimField.SenderId));
        row.ReceiverId = Text(Of(ClaimField.ReceiverId));
        row.Usage = (ushort)Short(new Slot(value, path, "usage", FieldOwner.Interchange, _interchange.Row, 0, Privacy.Open), 1);
        return _interchange.Row;
    }

    private static string KeyOf(JsonValue value, int whole, params ReadOnlySpan<string> names)
    {
        var key = new System.Text.StringBuilder().Append(whole);
        foreach (var name in names)
        {
            var member = value.Take(name)?.Value;
            // An object stands for a value that could not be read, which is a fault each time.
            key.Append('\0').Append(member?.Kind).Append(member?.Kind == JsonKind.Object ? member.Span.Offset.ToString(System.Globalization.CultureInfo.InvariantCulture) : member?.Text);
        }

        return key.ToString();
    }

    private int TakeParties(JsonValue value, string path, int transaction, int billing)
    {
        Rows.AddParty(value.Span.Offset);
        var subscriber = Rows.PartyCount - 1;
        Slot Of(ClaimField field) => OfClaim(value, path, field, FieldOwner.Subscriber, subscriber);
        ref var row = ref Rows.Party(subscriber);
        row.MemberId = Text(Of(ClaimField.MemberId), 80);
        row.Coverage = Rows.AddCoverage(new CoverageRow
        {
            Transaction = transaction,
            Billing = billing,
            PayerId = Text(Of(ClaimField.PayerId), 80),
            PayerName = Text(Of(ClaimField.PayerName), 60),
            InsuranceType = (uint)Short(Of(ClaimField.InsuranceType), 3),
            Sequence = (ushort)Short(Of(ClaimField.PayerSequence), 1),
            FilingIndicator = (ushort)Short(Of(ClaimField.FilingIndicator), 2),
        });
        if (value.Take("subscriber") is not { Value: { Kind: not JsonKind.Null } other })
        {
            TakePerson(value, path, subscriber, "patient");
            return subscriber;
        }

        if (other.Kind == JsonKind.Object)
        {
            TakePerson(other, $"{path}/subscriber", subscriber, "");
            Close(other, $"{path}/subscriber");
        }
        else
        {
            Report(FaultKind.WrongJsonType, other.Span, $"{path}/subscriber", "an object");
        }

        Rows.AddParty(value.Span.Offset).Subscriber = subscriber;
        TakePerson(value, path, Rows.PartyCount - 1, "patient");
        return Rows.PartyCount - 1;
    }

    // The patient's fields are the claim's own; those of a subscriber who is not the patient stand in an object of their own.
    private void TakePerson(JsonValue value, string path, int party, string prefix)
    {
        Slot Of(ClaimField field)
        {
            var name = FieldTraits.JsonName(field);
            var own = prefix.Length == 0 && name.StartsWith("patient", StringComparison.Ordinal) ? char.ToLowerInvariant(name[7]) + name[8..] : name;
            return new(value, path, own, FieldOwner.Patient, party, (int)field, ClaimFields.Of(field).Privacy);
        }

        ref var row = ref Rows.Party(party);
        row.FirstName = Text(Of(ClaimField.PatientFirstName), 35);
        row.LastName = Text(Of(ClaimField.PatientLastName), 60);
        row.BirthDate = Date(Of(ClaimField.PatientBirthDate));
        row.Sex = (ushort)Short(Of(ClaimField.PatientSex), 1);
        row.Relationship = (ushort)Short(Of(ClaimField.Relationship), 2);
    }

    private static Slot OfClaim(JsonValue value, string path, ClaimField field, FieldOwner owner, int row) =>
        new(value, path, ClaimFields.JsonName(field), owner, row, (int)field, ClaimFields.Of(field).Privacy);
}
