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
        row.Sequence = (ushort)Short(segment, 1, 1, Unseen);
        row.InsuranceType = (uint)Short(segment, 5, 3, Unseen);
        row.FilingIndicator = (ushort)Short(segment, 9, 2, Unseen);
    }

    private ref OtherPayerRow OpenOtherPayer => ref _rows.OtherPayer(_rows.OtherPayerCount - 1);

    private void BeginOtherPayer(in X12Segment segment)
    {
        _level = Level.OtherPayer;
        _name = Name.None;
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

        _name = Name.OtherSubscriber;
        OpenOtherPayer.MemberId = Text(segment, 9, Unseen);
    }

    private void TakeOtherPayerName(in X12Segment segment)
    {
        if (_level == Level.Claim)
        {
            ReportMissing("SBR", segment.Span with { Length = 0 });
            BeginOtherPayer(segment);
        }

        _name = Name.OtherPayer;
        OpenOtherPayer.PayerName = Text(segment, 3, Unseen);
        OpenOtherPayer.PayerId = Text(segment, 9, Unseen);
    }

    private void TakeOtherPayerDate(in X12Segment segment)
    {
        var day = Period(segment, 3, Unseen).From;
        if (segment[1].SequenceEqual("573"u8))
            OpenOtherPayer.Adjudicated = day;
    }

    private void TakeAmount(in X12Segment segment)
    {
        var amount = Number(segment, 2, Unseen);
        if (_level != Level.OtherPayer)
            return;
        if (segment[1].SequenceEqual("D"u8))
            OpenOtherPayer.Paid = amount;
        else if (segment[1].SequenceEqual("A8"u8))
            OpenOtherPayer.NotCovered = amount;
        else if (segment[1].SequenceEqual("EAF"u8))
            OpenOtherPayer.RemainingLiability = amount;
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
        _adjudicationsOfLine++;
        ref var row = ref _rows.AddAdjudication(segment.Offset);
        row.PayerId = Text(segment, 1, Unseen);
        row.Paid = Number(segment, 2, Unseen);
        row.Code = Short(segment, 3, PackedText.Capacity, Unseen, component: 2);
        row.Units = Number(segment, 5, Unseen);
    }

    private void TakeAdjustments(in X12Segment segment)
    {
        if (_level is not (Level.OtherPayer or Level.Adjudication))
        {
            if (_level != Level.Unusable)
                Report(Sources.FaultKind.MisplacedSegment, segment, 0, "CAS behind SBR or SVD");
            return;
        }

        var group = (ushort)Short(segment, 1, 2, Unseen);
        for (var triple = 0; triple < MostTriples && 2 + triple * 3 <= segment.Count; triple++)
        {
            if (segment[2 + triple * 3].IsEmpty)
                continue;
            CountAdjustment();
            var reason = Short(segment, 2 + triple * 3, 5, Unseen);
            var amount = Number(segment, 3 + triple * 3, Unseen);
            var units = Number(segment, 4 + triple * 3, Unseen);
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
