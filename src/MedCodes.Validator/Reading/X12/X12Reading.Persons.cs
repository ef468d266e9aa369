using MedCodes.Validator.Claims;
using MedCodes.Validator.Claims.Rows;
using MedCodes.Validator.Sources;

namespace MedCodes.Validator.Reading.X12;

/// <summary>The subscriber and the dependent: who they are and how they are related.</summary>
internal sealed partial class X12Reading
{
    private void TakeSubscriberName(in X12Segment segment)
    {
        if (_level is Level.Claim or Level.OtherPayer)
        {
            TakeOtherSubscriber(segment);
            return;
        }

        if (_level is not (Level.Subscriber or Level.Unusable))
        {
            CloseLevel(segment.Span);
            ReportMissing("HL*22", segment.Span with { Length = 0 });
            BeginSubscriber(segment.Offset, 0, segment);
            _disturbed = true;
        }

        if (_level == Level.Unusable)
            return;
        if ((_seen & Seen.Subscriber) != 0)
        {
            ReportRepeated(segment, 1, "one subscriber");
            return;
        }

        _seen |= Seen.Subscriber;
        _name = Name.Subscriber;
        ref var row = ref _rows.Party(_open.Subscriber);
        FillPerson(ref row, segment);
        row.MemberId = Text(segment, 9, OfSubscriber(ClaimField.MemberId), repeats: false);
    }

    private void TakePatientName(in X12Segment segment)
    {
        if (_level == Level.Unusable)
            return;
        if (_level is Level.Subscriber && _open.Patient == _open.Subscriber)
        {
            CloseLevel(segment.Span);
            ReportMissing("HL*23", segment.Span with { Length = 0 });
            BeginPatient(segment.Offset, segment);
        }
        else if (_level != Level.Patient)
        {
            Report(FaultKind.MisplacedSegment, segment, 1, "a dependent behind HL*23");
            return;
        }
        else if ((_seen & Seen.Patient) != 0)
        {
            ReportRepeated(segment, 1, "one patient");
            return;
        }

        _seen |= Seen.Patient;
        _name = Name.Patient;
        FillPerson(ref _rows.Party(_open.Patient), segment);
    }

    private void FillPerson(ref PartyRow row, in X12Segment segment)
    {
        row.LastName = Text(segment, 3, OfPatient(ClaimField.PatientLastName));
        row.FirstName = Text(segment, 4, OfPatient(ClaimField.PatientFirstName));
    }

    private void TakeRelationship(in X12Segment segment)
    {
        if (_level == Level.Patient && IsFirst(Once.Relationship, segment, 0, "one PAT"))
            _rows.Party(_open.Patient).Relationship = (ushort)Short(segment, 1, 2, OfPatient(ClaimField.Relationship));
    }

    private void TakeDemographics(in X12Segment segment)
    {
        if (_name is not (Name.Subscriber or Name.Patient) || !IsFirst(Once.Demographics, segment, 0, "one DMG"))
            return;
        ref var row = ref _rows.Party(_open.Patient);
        row.BirthDate = segment.IsEmpty(2) ? 0 : BirthDate(segment);
        row.Sex = (ushort)Short(segment, 3, 1, OfPatient(ClaimField.PatientSex));
    }

    // Hardly two patients share it, so it does not take the place of the day that lines share.
    private int BirthDate(in X12Segment segment) =>
        segment.Code(1) == X12Qualifier.Day && segment.TryEight(2, out var bytes) && X12Values.TryDate(bytes, out var day)
            ? day
            : Period(segment, 2, OfPatient(ClaimField.PatientBirthDate)).From;
}
