using MedCodes.Validator.Claims;
using MedCodes.Validator.Claims.Rows;
using MedCodes.Validator.Sources;

namespace MedCodes.Validator.Reading.Json;

/// <summary>The subscriber and the patient.</summary>
internal sealed partial class JsonReading
{
    private int TakeParties(JsonValue value, string path, int transaction, int billing)
    {
        Rows.AddParty(value.Span.Offset);
        var subscriber = Rows.PartyCount - 1;
        Slot Of(ClaimField field) => OfClaim(value, path, field, FieldOwner.Subscriber, subscriber);
        CheckDetails(value, path, Claim.PatientPointer, OfPerson);
        CheckDetails(value, path, Claim.PayerPointer, OfPayer);
        ref var row = ref Rows.Party(subscriber);
        row.MemberId = Text(Of(ClaimField.MemberId), 80);
        row.Coverage = Rows.AddCoverage(new CoverageRow
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
        if (value.Take(Claim.SubscriberPointer) is not { Value: { Kind: not JsonKind.Null } other })
        {
            TakePerson(value, path, subscriber, "patient");
            return subscriber;
        }

        if (other.Kind == JsonKind.Object)
        {
            TakePerson(other, $"{path}/subscriber", subscriber, "");
            CheckDetails(other, $"{path}/subscriber", OfPerson);
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
}
