using MedCodes.Validator.Claims;
using MedCodes.Validator.Sources;

namespace MedCodes.Validator.Reading.X12;

/// <summary>What the subscriber is covered by: SBR and the payer that the claim is sent to.</summary>
internal sealed partial class X12Reading
{
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
        _coverage.PayerName = Text(segment, 3, OfSubscriber(ClaimField.PayerName));
        _coverage.PayerId = Text(segment, 9, OfSubscriber(ClaimField.PayerId));
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
        _coverage.GroupNumber = Text(segment, 3, OfSubscriber(ClaimField.GroupNumber));
        _coverage.GroupName = Text(segment, 4, OfSubscriber(ClaimField.GroupName));
        _coverage.InsuranceType = (uint)Short(segment, 5, 3, OfSubscriber(ClaimField.InsuranceType));
        _coverage.FilingIndicator = (ushort)Short(segment, 9, 2, OfSubscriber(ClaimField.FilingIndicator));
        _rows.Party(_open.Subscriber).Relationship = (ushort)Short(segment, 2, 2, OfPatient(ClaimField.Relationship));
    }
}
