using MedCodes.Validator.Claims;
using MedCodes.Validator.Claims.Rows;

namespace MedCodes.Validator.Reading.X12;

/// <summary>Coordination of benefits: other payers of the claim (2320, 2330) and their answers to its lines (2430).</summary>
internal sealed partial class X12Reading
{
    private const int MostTriples = 6;

    private void TakeOtherPayer(in X12Segment segment)
    {
        BeginOtherPayer(segment);
        ref var row = ref OpenOtherPayer;
        row.Sequence = (ushort)Short(segment, 1, 1, Of(OtherPayerField.PayerSequence));
        row.GroupNumber = Text(segment, 3, Of(OtherPayerField.GroupNumber));
        row.GroupName = Text(segment, 4, Of(OtherPayerField.GroupName));
        row.InsuranceType = (uint)Short(segment, 5, 3, Of(OtherPayerField.InsuranceType));
        row.FilingIndicator = (ushort)Short(segment, 9, 2, Of(OtherPayerField.FilingIndicator));
    }

    private ref OtherPayerRow OpenOtherPayer => ref _rows.OtherPayer(_rows.OtherPayerCount - 1);

    private void BeginOtherPayer(in X12Segment segment)
    {
        _level = Level.OtherPayer;
        _name = Name.None;
        _once = Once.None;
        _named = 0;
        _otherPayersOfClaim++;
        _rows.AddOtherPayer(segment.Offset);
    }

    private void TakeOtherSubscriber(in X12Segment segment)
    {
        if (_level == Level.Claim)
        {
            ReportMissing("SBR", segment.Span with { Length = 0 });
            BeginOtherPayer(segment);
        }

        if (!IsFirstNamed(OtherSubscriberRole, segment, "one subscriber of the other payer"))
            return;
        _name = Name.OtherSubscriber;
        OpenOtherPayer.MemberId = Text(segment, 9, Of(OtherPayerField.MemberId));
    }

    private void TakeOtherPayerName(in X12Segment segment)
    {
        if (_level == Level.Claim)
        {
            ReportMissing("SBR", segment.Span with { Length = 0 });
            BeginOtherPayer(segment);
        }

        if (!IsFirstNamed(OtherPayerRole, segment, "one other payer behind its SBR"))
            return;
        _name = Name.OtherPayer;
        OpenOtherPayer.PayerName = Text(segment, 3, Of(OtherPayerField.PayerName));
        OpenOtherPayer.PayerId = Text(segment, 9, Of(OtherPayerField.PayerId));
    }

    private void TakeOtherPayerDate(in X12Segment segment)
    {
        var isDecision = segment.Code(1) == X12Qualifier.Decision;
        if (isDecision && !IsFirst(Once.Decision, segment, 1, "one such date"))
            return;
        var day = Period(segment, 3, isDecision ? Of(OtherPayerField.Adjudicated) : Unseen).From;
        if (isDecision)
            OpenOtherPayer.Adjudicated = day;
    }

    private void TakeAmount(in X12Segment segment)
    {
        var (field, once) = _level != Level.OtherPayer ? default
            : segment[1].SequenceEqual("D"u8) ? (OtherPayerField.Paid, Once.Paid)
            : segment[1].SequenceEqual("A8"u8) ? (OtherPayerField.NotCovered, Once.NotCovered)
            : segment[1].SequenceEqual("EAF"u8) ? (OtherPayerField.RemainingLiability, Once.RemainingLiability)
            : default;
        if (field != default && !IsFirst(once, segment, 1, "one such amount"))
            return;
        var amount = Number(segment, 2, field == default ? Unseen : Of(field));
        switch (field)
        {
            case OtherPayerField.Paid:
                OpenOtherPayer.Paid = amount;
                break;
            case OtherPayerField.NotCovered:
                OpenOtherPayer.NotCovered = amount;
                break;
            case OtherPayerField.RemainingLiability:
                OpenOtherPayer.RemainingLiability = amount;
                break;
        }
    }

    private void TakeAdjudication(in X12Segment segment)
    {
        if (_level == Level.Unusable)
            return;
        if (_level is not (Level.Line or Level.Adjudication))
        {
            Report(Sources.FaultKind.MisplacedSegment, segment, 0, "SVD behind a line");
            return;
        }

        _level = Level.Adjudication;
        _name = Name.None;
        _once = Once.None;
        _adjudicationsOfLine++;
        ref var row = ref _rows.AddAdjudication(segment.Offset);
        row.PayerId = Text(segment, 1, Of(AdjudicationField.PayerId));
        row.Paid = Number(segment, 2, Of(AdjudicationField.Paid));
        row.Code = Short(segment, 3, PackedText.Capacity, Of(AdjudicationField.Code), component: 2);
        row.Units = Number(segment, 5, Of(AdjudicationField.Units));
    }

    private void TakeAdjustments(in X12Segment segment)
    {
        if (_level is not (Level.OtherPayer or Level.Adjudication))
        {
            if (_level != Level.Unusable)
                Report(Sources.FaultKind.MisplacedSegment, segment, 0, "CAS behind SBR or SVD");
            return;
        }

        // The group is that of every triple, and of none where the segment has no triple.
        var group = (ushort)Short(segment, 1, 2, Unseen);
        var isGroupUnreadable = group == 0 && !segment.IsEmpty(1);
        for (var triple = 0; triple < MostTriples && 2 + triple * 3 <= segment.Count; triple++)
        {
            if (segment[2 + triple * 3].IsEmpty)
                continue;
            CountAdjustment();
            if (isGroupUnreadable)
                MarkUnreadable(Of(AdjustmentField.Group));
            var reason = Short(segment, 2 + triple * 3, 5, Of(AdjustmentField.Reason));
            var amount = Number(segment, 3 + triple * 3, Of(AdjustmentField.Amount));
            var units = Number(segment, 4 + triple * 3, Of(AdjustmentField.Units));
            ref var row = ref _rows.AddAdjustment(segment.Offset);
            row.Group = group;
            row.Triple = (byte)triple;
            row.Reason = reason;
            row.Amount = amount;
            row.Units = units;
        }
    }

    private void CountAdjustment()
    {
        if (_level == Level.OtherPayer)
        {
            ref var row = ref OpenOtherPayer;
            if (row.AdjustmentCount++ == 0)
                row.FirstAdjustment = _rows.AdjustmentCount;
        }
        else
        {
            ref var row = ref _rows.Adjudication(_rows.AdjudicationCount - 1);
            if (row.AdjustmentCount++ == 0)
                row.FirstAdjustment = _rows.AdjustmentCount;
        }
    }
}
