using MedCodes.Validator.Claims;
using MedCodes.Validator.Claims.Rows;
using MedCodes.Validator.Sources;

namespace MedCodes.Validator.Reading.X12;

/// <summary>Service lines: LX, SV1 or SV2, and what follows them.</summary>
internal sealed partial class X12Reading
{
    private void TakeLineNumber(in X12Segment segment)
    {
        if (!BeginLine(segment))
            return;
        if (segment.TryDigits(1, out var digits))
        {
            _rows.SetNumber((int)digits);
        }
        else if (X12Values.TryCount(segment[1], out var number))
        {
            _rows.SetNumber(number);
        }
        else if (segment[1].IsEmpty)
        {
            Report(FaultKind.MissingElement, segment, 1, "the line's number");
        }
        else
        {
            MarkUnreadable(Of(LineField.Number));
            if (!IsTooLong(1))
                Report(FaultKind.InvalidNumber, segment, 1, "a whole number");
        }
    }

    /// <summary>Opens a line; false where there is no claim for it.</summary>
    private bool BeginLine(in X12Segment segment)
    {
        if (_level is Level.Line or Level.Adjudication)
            CloseLine(segment.Span with { Length = 0 });
        if (_level < Level.Claim)
        {
            if (_level != Level.Unusable)
            {
                CloseLevel(segment.Span);
                ReportMissing("CLM", segment.Span with { Length = 0 });
            }

            BecomeUnusable();
            return false;
        }

        _level = Level.Line;
        _name = Name.None;
        _linesOfClaim++;
        _adjudicationsOfLine = 0;
        _seen &= ~Seen.Service;
        _once = Once.None;
        _named = 0;
        _rows.AddLine(segment.Offset);
        return true;
    }

    private void CloseLine(SourceSpan at)
    {
        if ((_seen & Seen.Service) == 0 && !_disturbed)
            ReportMissing(IsInstitutional ? "SV2" : "SV1", at);
    }

    private bool IsInstitutional => (_rows.Claim.Flags & ClaimFlags.Institutional) != 0;

    private void TakeLineDate(in X12Segment segment)
    {
        if (_level == Level.Adjudication)
        {
            var isDecision = segment.Code(1) == X12Qualifier.Decision;
            if (isDecision && !IsFirst(Once.Decision, segment, 1, "one such date"))
                return;
            var day = Period(segment, 3, isDecision ? Of(AdjudicationField.Date) : Unseen).From;
            if (isDecision)
                _rows.Adjudication(_rows.AdjudicationCount - 1).Date = day;
            return;
        }

        var kind = segment.Code(1);
        var (isService, isLastSeen) = (kind == X12Qualifier.Service, kind == X12Qualifier.LastSeen);
        if ((isService || isLastSeen) && !IsFirst(isService ? Once.ServiceDate : Once.LastSeen, segment, 1, "one such date"))
            return;
        var (from, through) = Period(segment, 3, isService ? Of(LineField.Date) : isLastSeen ? Of(LineField.LastSeen) : Unseen);
        if (isLastSeen && from != 0)
            _rows.LineDetail.LastSeen = from;
        if (!isService)
            return;
        if (from == 0)
        {
            if (!segment[3].IsEmpty)
                MarkUnreadable(Of(LineField.Through));
            return;
        }

        _rows.Line.Date = from;
        if (through != 0 && through != from)
            _rows.LineDetail.Through = through;
    }

    private void TakeLineReference(in X12Segment segment)
    {
        switch (segment.Code(1))
        {
            case X12Qualifier.LineControl when IsFirst(Once.ControlNumber, segment, 1, "one REF*6R"):
                _rows.LineDetail.ControlNumber = Text(segment, 2, Of(LineField.ControlNumber));
                break;
            case X12Qualifier.G1 when IsFirst(Once.PriorAuthorization, segment, 1, "one REF*G1"):
                _rows.LineDetail.PriorAuthorization = Text(segment, 2, Of(LineField.PriorAuthorization));
                break;
            case X12Qualifier.X4 when IsFirst(Once.Clia, segment, 1, "one REF*X4"):
                _rows.LineDetail.CliaNumber = Text(segment, 2, Of(LineField.CliaNumber));
                break;
        }
    }

    private void TakeDrug(in X12Segment segment)
    {
        if (_level == Level.Line && segment[2].SequenceEqual("N4"u8) && IsFirst(Once.Drug, segment, 0, "one LIN"))
            _rows.LineDetail.Ndc = Text(segment, 3, Of(LineField.Ndc));
    }

    private void TakeDrugQuantity(in X12Segment segment)
    {
        if (_level != Level.Line || !IsFirst(Once.DrugQuantity, segment, 0, "one CTP"))
            return;
        ref var detail = ref _rows.LineDetail;
        detail.NdcUnits = Number(segment, 4, Of(LineField.NdcUnits));
        detail.NdcUnit = (ushort)Short(segment, 5, 2, Of(LineField.NdcUnit), component: 1);
    }
}
