using MedCodes.Validator.Claims;
using MedCodes.Validator.Sources;

namespace MedCodes.Validator.Reading.X12;

/// <summary>Names and what follows each of them: addresses and references. The transaction's own beginning stands before the first.</summary>
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
            TakeOtherName(segment, code);
        }
        else
        {
            Report(FaultKind.UnknownQualifier, segment, 1, "an entity that claims name");
            _disturbed = true;
        }
    }

    private void TakeOtherName(in X12Segment segment, ReadOnlySpan<byte> code)
    {
        if (_level != Level.Header)
            return;
        var seen = code.SequenceEqual("41"u8) ? Seen.Submitter : code.SequenceEqual("40"u8) ? Seen.Receiver : Seen.None;
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
