using MedCodes.Validator.Claims;
using MedCodes.Validator.Claims.Rows;
using MedCodes.Validator.Sources;

namespace MedCodes.Validator.Reading.Json;

/// <summary>The subscriber and the patient.</summary>
internal sealed partial class JsonReading
{
    private int TakeParties(JsonValue value, int transaction, int billing)
    {
        _rows.AddParty(value.Span.Offset);
        var subscriber = _rows.PartyCount - 1;
        Slot Of(ClaimField field) => new(value, JsonProperties.Of(field), FieldOwner.Subscriber, subscriber);
        CheckDetails(value, JsonProperties.PatientDetails, OfPerson);
        CheckDetails(value, JsonProperties.PayerDetails, OfPayer);
        ref var row = ref _rows.Party(subscriber);
        row.MemberId = Text(Of(ClaimField.MemberId), 80);
        row.Coverage = _rows.AddCoverage(new CoverageRow
        {
            Transaction = transaction,
            Billing = billing,
            PayerId = Text(Of(ClaimField.PayerId), 80),
            PayerName = Text(Of(ClaimField.PayerName), 60),
            GroupNumber = Text(Of(ClaimField.GroupNumber), 50),
            GroupName = Text(Of(ClaimField.GroupName), 60),
            InsuranceType = (uint)Short(Of(ClaimField.InsuranceType), 3),
            Sequence = (ushort)Short(Of(ClaimField.PayerSequence), 1),
            FilingIndicator = (ushort)Short(Of(ClaimField.FilingIndicator), 2),
        });
        var other = value.Take(JsonProperties.Subscriber);
        if (!other.IsThere)
        {
            TakePerson(value, subscriber, isSubscriber: false);
            return subscriber;
        }

        if (other.Kind == JsonKind.Object)
        {
            TakePerson(other, subscriber, isSubscriber: true);
            CheckDetails(other, OfPerson);
            Close(other);
        }
        else
        {
            Report(FaultKind.WrongJsonType, other.Span, value, JsonProperties.Subscriber, "an object");
        }

        _rows.AddParty(value.Span.Offset).Subscriber = subscriber;
        TakePerson(value, _rows.PartyCount - 1, isSubscriber: false);
        return _rows.PartyCount - 1;
    }

    // The patient's fields are the claim's own; those of a subscriber who is not the patient stand in an object of their own.
    private void TakePerson(JsonValue value, int party, bool isSubscriber)
    {
        Slot Of(ClaimField field) => new(value, isSubscriber ? JsonProperties.OfSubscriber(field) : JsonProperties.Of(field), FieldOwner.Patient, party);
        ref var row = ref _rows.Party(party);
        row.FirstName = Text(Of(ClaimField.PatientFirstName), 35);
        row.LastName = Text(Of(ClaimField.PatientLastName), 60);
        row.BirthDate = Date(Of(ClaimField.PatientBirthDate));
        row.Sex = (ushort)Short(Of(ClaimField.PatientSex), 1);
        row.Relationship = (ushort)Short(Of(ClaimField.Relationship), 2);
    }
}
