using MedCodes.Validator.Claims;
using MedCodes.Validator.Claims.Rows;

namespace MedCodes.Validator.Reading.Json;

/// <summary>The claim itself and what it shares with others.</summary>
internal sealed partial class ClaimJsonWriter
{
    private void WriteClaim(Claim claim)
    {
        _json.WriteStartObject();
        _json.WriteString(JsonContent.Type, JsonContent.Claim);
        _json.WriteString("setting", claim.Setting == ClaimSetting.Institutional ? "institutional" : "professional");
        WriteOwn(claim);
        WriteEnvelope(claim);
        WriteParties(claim);
        if (claim.BillingProvider is { } billing)
        {
            _json.WritePropertyName("billingProvider");
            WriteProvider(billing);
        }

        WriteParts("providers", claim.Providers, WriteProvider);
        WriteParts("diagnoses", claim.Diagnoses, WriteDiagnosis);
        WriteParts("codes", claim.Codes, WriteCode);
        WriteParts("supplements", claim.Supplements, WriteSupplement);
        WriteParts("otherPayers", claim.OtherPayers, WriteOtherPayer);
        WriteParts("lines", claim.Lines, WriteLine);
        _json.WriteEndObject();
    }

    private void WriteParts<T>(string name, PartList<T> parts, Action<T> write) where T : struct, IClaimPart<T>
    {
        if (parts.Count == 0)
            return;
        _json.WriteStartArray(name);
        foreach (var part in parts)
            write(part);
        _json.WriteEndArray();
    }

    private void WriteOwn(Claim claim)
    {
        Text(claim, ClaimField.Id, claim.Id);
        Number(claim, ClaimField.Total, claim.Total);
        Text(claim, ClaimField.PlaceOfService, PackedText.Unpack(claim.Row.Facility));
        Text(claim, ClaimField.FacilityQualifier, claim.FacilityQualifier);
        Text(claim, ClaimField.Frequency, claim.Frequency);
        Text(claim, ClaimField.ProviderSignature, claim.ProviderSignature);
        Text(claim, ClaimField.Assignment, claim.Assignment);
        Text(claim, ClaimField.BenefitsAssigned, claim.BenefitsAssigned);
        Text(claim, ClaimField.ReleaseOfInformation, claim.ReleaseOfInformation);
        Text(claim, ClaimField.PatientSignatureSource, claim.PatientSignatureSource);
        WriteCauses(claim);
        Text(claim, ClaimField.AccidentState, claim.AccidentState);
        Text(claim, ClaimField.AccidentCountry, claim.AccidentCountry);
        Text(claim, ClaimField.SpecialProgram, claim.SpecialProgram);
        Text(claim, ClaimField.DelayReason, claim.DelayReason);
        Text(claim, ClaimField.OriginalReference, claim.OriginalReference);
        Text(claim, ClaimField.PriorAuthorization, claim.PriorAuthorization);
        Text(claim, ClaimField.CliaNumber, claim.CliaNumber);
        Text(claim, ClaimField.AdmissionType, claim.AdmissionType);
        Text(claim, ClaimField.AdmissionSource, claim.AdmissionSource);
        Text(claim, ClaimField.PatientStatus, claim.PatientStatus);
        Date(claim, ClaimField.StatementFrom, claim.StatementFrom);

        // A last day that is not said is the first, or as unreadable as that.
        var isOwn = claim.IsUnreadable(ClaimField.StatementThrough) ? !claim.IsUnreadable(ClaimField.StatementFrom) : claim.StatementThrough != claim.StatementFrom;
        if (isOwn)
            Date(claim, ClaimField.StatementThrough, claim.StatementThrough);
        Date(claim, ClaimField.Admission, claim.Admission);
        Date(claim, ClaimField.Onset, claim.Onset);
        Date(claim, ClaimField.Accident, claim.Accident);
        Date(claim, ClaimField.LastSeen, claim.LastSeen);
    }

    private void WriteCauses(Claim claim)
    {
        var causes = claim.RelatedCauses;
        var isUnreadable = claim.IsUnreadable(ClaimField.RelatedCauses);
        if (causes.Count == 0 && !isUnreadable)
            return;
        _json.WriteStartArray(FieldTraits.JsonName(ClaimField.RelatedCauses));
        foreach (var cause in causes)
            _json.WriteStringValue(cause);
        if (isUnreadable)
            Unreadable(claim.Batch, claim.SpanOf(ClaimField.RelatedCauses));
        _json.WriteEndArray();
    }

    private void WriteEnvelope(Claim claim)
    {
        var (transaction, interchange) = (claim.Transaction, claim.Transaction.Interchange);
        Text(claim, ClaimField.InterchangeControlNumber, interchange.ControlNumber);
        Text(claim, ClaimField.SenderId, interchange.SenderId);
        Text(claim, ClaimField.ReceiverId, interchange.ReceiverId);
        Text("usage", interchange.Usage);
        Text("groupControlNumber", transaction.GroupControlNumber);
        Text(claim, ClaimField.TransactionControlNumber, transaction.ControlNumber);
        Text("guide", transaction.Guide);
        Text("purpose", transaction.Purpose);
        Text("reference", transaction.Reference);
        Date(claim, ClaimField.Submitted, claim.Submitted);
        Text(claim, ClaimField.Reporting, transaction.Use);
    }

    private void WriteParties(Claim claim)
    {
        Text(claim, ClaimField.PayerSequence, claim.PayerSequence);
        Text(claim, ClaimField.FilingIndicator, claim.FilingIndicator);
        Text(claim, ClaimField.InsuranceType, claim.InsuranceType);
        Text(claim, ClaimField.GroupNumber, claim.GroupNumber);
        Text(claim, ClaimField.GroupName, claim.GroupName);
        Text(claim, ClaimField.PayerId, claim.PayerId);
        Text(claim, ClaimField.PayerName, claim.PayerName);
        Text(claim, ClaimField.MemberId, claim.MemberId);
        Text(claim, ClaimField.PatientLastName, claim.PatientLastName);
        Text(claim, ClaimField.PatientFirstName, claim.PatientFirstName);
        Date(claim, ClaimField.PatientBirthDate, claim.PatientBirthDate);
        Text(claim, ClaimField.PatientSex, claim.PatientSex);
        Text(claim, ClaimField.Relationship, claim.Relationship);
        WriteDetails(Claim.PatientPointer, claim.PatientDetails with { Name = null, FirstName = null });
        WriteDetails(Claim.PayerPointer, claim.PayerDetails with { Name = null });
        if (claim.PatientIsSubscriber)
            return;
        ref readonly var subscriber = ref claim.Subscriber;
        _json.WriteStartObject(Claim.SubscriberPointer);
        Text("lastName", claim.Batch.Text(subscriber.LastName));
        Text("firstName", claim.Batch.Text(subscriber.FirstName));
        Date("birthDate", PackedDate.Unpack(subscriber.BirthDate));
        Text("sex", PackedText.Unpack(subscriber.Sex));
        Text("relationship", PackedText.Unpack(subscriber.Relationship));
        WriteDetails(claim.SubscriberDetails with { Name = null, FirstName = null });
        _json.WriteEndObject();
    }

    private void WriteDetails(string name, PartyDetails details)
    {
        if (details == PartyDetails.None)
            return;
        _json.WriteStartObject(name);
        WriteDetails(details);
        _json.WriteEndObject();
    }

    private void WriteDetails(PartyDetails details)
    {
        var values = details.Values;
        for (var i = 0; i < values.Length; i++)
            Text(PartyDetails.Fields[i].JsonName, values[i]);
    }

    private void Text(Claim claim, ClaimField field, string? value)
    {
        if (claim.IsUnreadable(field))
            Unreadable(ClaimFields.JsonName(field), claim.Batch, claim.SpanOf(field));
        else
            Text(ClaimFields.JsonName(field), value);
    }

    private void Number(Claim claim, ClaimField field, decimal? value)
    {
        if (claim.IsUnreadable(field))
            Unreadable(ClaimFields.JsonName(field), claim.Batch, claim.SpanOf(field));
        else
            Number(ClaimFields.JsonName(field), value);
    }

    private void Date(Claim claim, ClaimField field, DateOnly? value)
    {
        if (claim.IsUnreadable(field))
            Unreadable(ClaimFields.JsonName(field), claim.Batch, claim.SpanOf(field));
        else
            Date(ClaimFields.JsonName(field), value);
    }
}
