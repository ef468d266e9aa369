using MedCodes.Validator.Claims;
using MedCodes.Validator.Claims.Rows;
using MedCodes.Validator.Sources;

namespace MedCodes.Validator.Reading.X12;

/// <summary>Names and what follows them: providers, subscribers, dependents and payers.</summary>
internal sealed partial class X12Reading
{
    private const int AfterAddress = 3;
    private Name _name;
    private int _addressRank;

    /// <summary>Whom the segments behind an NM1 speak of.</summary>
    private enum Name
    {
        None,
        Provider,
        Subscriber,
        Patient,
        Payer,
        OtherSubscriber,
        OtherPayer,
        Other,
    }

    private void TakeBeginning(in X12Segment segment)
    {
        if (_level != Level.Header || (_seen & Seen.Beginning) != 0)
        {
            Report(FaultKind.MisplacedSegment, segment, 0, "BHT behind ST");
            return;
        }

        _seen |= Seen.Beginning;
        ref var row = ref _rows.Transaction(_open.Transaction);
        row.Purpose = Text(segment, 2, Unseen);
        row.Reference = Text(segment, 3, Unseen);
        row.Use = Text(segment, 6, new(FieldOwner.Transaction, _open.Transaction, (int)ClaimField.Reporting));
        if (segment[4].IsEmpty)
            return;
        if (X12Values.TryDate(segment[4], out var day))
        {
            row.Submitted = day;
            return;
        }

        MarkUnreadable(new(FieldOwner.Transaction, _open.Transaction, (int)ClaimField.Submitted));
        if (!IsTooLong(4))
            Report(FaultKind.InvalidDate, segment, 4, "CCYYMMDD");
    }

    private void TakeName(in X12Segment segment)
    {
        _addressRank = 0;
        _once &= ~Once.OfName;
        _name = Name.Other;
        Require(segment, 2, "1 for a person, 2 for an organisation");
        var code = segment[1];
        if (code.SequenceEqual("IL"u8))
        {
            TakeSubscriberName(segment);
        }
        else if (code.SequenceEqual("QC"u8))
        {
            TakePatientName(segment);
        }
        else if (code.SequenceEqual("PR"u8))
        {
            TakePayerName(segment);
        }
        else if (X12Roles.ProviderRoleOf(code) is { } role)
        {
            TakeProvider(segment, role);
        }
        else if (X12Roles.IsOther(code))
        {
            TakeOtherName(code);
        }
        else
        {
            Report(FaultKind.UnknownQualifier, segment, 1, "an entity that claims name");
            _disturbed = true;
        }
    }

    private void TakeOtherName(ReadOnlySpan<byte> code)
    {
        if (_level == Level.Header)
            _seen |= code.SequenceEqual("41"u8) ? Seen.Submitter : code.SequenceEqual("40"u8) ? Seen.Receiver : Seen.None;
    }

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
        row.MemberId = Text(segment, 9, new(FieldOwner.Subscriber, _open.Subscriber, (int)ClaimField.MemberId), repeats: false);
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
        row.LastName = Text(segment, 3, OfParty(ClaimField.PatientLastName));
        row.FirstName = Text(segment, 4, OfParty(ClaimField.PatientFirstName));
    }

    private void TakePayerName(in X12Segment segment)
    {
        if (_level is Level.Claim or Level.OtherPayer)
        {
            TakeOtherPayerName(segment);
            return;
        }

        if (_level != Level.Subscriber || !_isCoverageOpen)
        {
            if (_level != Level.Unusable)
                Report(FaultKind.MisplacedSegment, segment, 1, "a payer behind its subscriber");
            return;
        }

        if ((_seen & Seen.Payer) != 0)
        {
            ReportRepeated(segment, 1, "one payer");
            return;
        }

        _seen |= Seen.Payer;
        _name = Name.Payer;
        _coverage.PayerName = Text(segment, 3, new(FieldOwner.Subscriber, _open.Subscriber, (int)ClaimField.PayerName));
        _coverage.PayerId = Text(segment, 9, new(FieldOwner.Subscriber, _open.Subscriber, (int)ClaimField.PayerId));
    }

    private void TakeAddress(in X12Segment segment)
    {
        if (_name == Name.None)
            return;
        var rank = segment.Id == X12Id.N3 ? 1 : 2;
        if (_name == Name.Provider && _level == Level.Billing)
            _seen |= rank == 1 ? Seen.BillingAddress : Seen.BillingCity;
        if (_addressRank > rank)
            Report(FaultKind.MisplacedSegment, segment, 0, rank == 1 ? "N3 behind NM1" : "N4 behind N3");
        else if (_addressRank == rank)
            Report(FaultKind.RepeatedSegment, segment, 0, rank == 1 ? "one N3" : "one N4");
        _addressRank = Math.Max(_addressRank, rank);
    }

    private void TakeCoverage(in X12Segment segment)
    {
        if (_level is Level.Claim or Level.OtherPayer)
        {
            TakeOtherPayer(segment);
            return;
        }

        if (_level == Level.Unusable)
            return;
        if (_level != Level.Subscriber)
        {
            CloseLevel(segment.Span);
            ReportMissing("HL*22", segment.Span with { Length = 0 });
            BeginSubscriber(segment.Offset, 0, segment);
        }
        else if ((_seen & Seen.Coverage) != 0)
        {
            ReportRepeated(segment, 0, "one SBR");
            return;
        }

        _seen |= Seen.Coverage;
        _name = Name.None;
        _coverage.Sequence = (ushort)Short(segment, 1, 1, OfSubscriber(ClaimField.PayerSequence));
        _coverage.InsuranceType = (uint)Short(segment, 5, 3, OfSubscriber(ClaimField.InsuranceType));
        _coverage.FilingIndicator = (ushort)Short(segment, 9, 2, OfSubscriber(ClaimField.FilingIndicator));
        _rows.Party(_open.Subscriber).Relationship = (ushort)Short(segment, 2, 2, OfParty(ClaimField.Relationship));
    }

    private Target OfSubscriber(ClaimField field) => new(FieldOwner.Subscriber, _open.Subscriber, (int)field);

    private void TakeRelationship(in X12Segment segment)
    {
        if (_level == Level.Patient && IsFirst(Once.Relationship, segment, 0, "one PAT"))
            _rows.Party(_open.Patient).Relationship = (ushort)Short(segment, 1, 2, OfParty(ClaimField.Relationship));
    }

    private void TakeDemographics(in X12Segment segment)
    {
        if (_name is not (Name.Subscriber or Name.Patient) || !IsFirst(Once.Demographics, segment, 0, "one DMG"))
            return;
        ref var row = ref _rows.Party(_open.Patient);
        row.BirthDate = segment[2].IsEmpty ? 0 : Period(segment, 2, OfParty(ClaimField.PatientBirthDate)).From;
        row.Sex = (ushort)Short(segment, 3, 1, OfParty(ClaimField.PatientSex));
    }

    private void TakeReference(in X12Segment segment)
    {
        // The fourth element names the other payer that a reference is for.
        if (!segment[4].IsEmpty)
            return;
        var qualifier = segment[1];
        if (_name == Name.Provider)
        {
            if (qualifier.SequenceEqual("EI"u8) && IsFirst(Once.TaxId, segment, 1, "one REF*EI"))
                _rows.Provider(_provider).TaxId = Text(segment, 2, Of(ProviderField.TaxId));
            else if (qualifier.SequenceEqual("G2"u8))
                _rows.SetSecondaryId(_provider, Text(segment, 2, Of(ProviderField.SecondaryId)));
        }
        else if (_name == Name.None && _level == Level.Claim)
        {
            TakeClaimReference(segment);
        }
        else if (_name == Name.None && _level == Level.Line)
        {
            TakeLineReference(segment);
        }
    }
}
