using MedCodes.Validator.Claims;
using MedCodes.Validator.Sources;

namespace MedCodes.Validator.Reading.X12;

/// <summary>Names and what follows each of them: addresses and references. The transaction's own beginning stands before the first.</summary>
internal sealed partial class X12Reading
{
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
        row.Use = Text(segment, 6, OfTransaction(ClaimField.Reporting));
        if (segment[4].IsEmpty)
            return;
        if (X12Values.TryDate(segment[4], out var day))
        {
            row.Submitted = day;
            return;
        }

        MarkUnreadable(OfTransaction(ClaimField.Submitted));
        if (!IsTooLong(4))
            Report(FaultKind.InvalidDate, segment, 4, "CCYYMMDD");
    }

    private void TakeName(in X12Segment segment)
    {
        _addressRank = 0;
        _once &= ~Once.OfName;
        _name = Name.Other;
        Require(segment, 2, "1 for a person, 2 for an organisation");
        var code = segment.Code(1);
        switch (code)
        {
            case X12Roles.Subscriber:
                TakeSubscriberName(segment);
                break;
            case X12Roles.Patient:
                TakePatientName(segment);
                break;
            case X12Roles.Payer:
                TakePayerName(segment);
                break;
            default:
                if (X12Roles.ProviderRoleOf(code) is { } role)
                    TakeProvider(segment, role);
                else
                    TakeOtherName(segment, code);
                break;
        }
    }

    private void TakeOtherName(in X12Segment segment, uint code)
    {
        if (!X12Roles.IsOther(code))
        {
            Report(FaultKind.UnknownQualifier, segment, 1, "an entity that claims name");
            _disturbed = true;
            return;
        }

        if (_level != Level.Header)
            return;
        var seen = code == X12Roles.Submitter ? Seen.Submitter : code == X12Roles.Receiver ? Seen.Receiver : Seen.None;
        if ((_seen & seen) != 0)
            ReportRepeated(segment, 1, seen == Seen.Submitter ? "one submitter" : "one receiver");
        _seen |= seen;
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

    private void TakeReference(in X12Segment segment)
    {
        // The fourth element names the other payer that a reference is for.
        if (!segment.IsEmpty(4))
            return;
        if (_name == Name.Provider)
        {
            var qualifier = segment.Code(1);
            if (qualifier == X12Qualifier.TaxId && IsFirst(Once.TaxId, segment, 1, "one REF*EI"))
                _rows.Provider(_provider).TaxId = Text(segment, 2, Of(ProviderField.TaxId));
            else if (qualifier == X12Qualifier.SecondaryId)
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
