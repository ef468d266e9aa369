using MedCodes.Validator.Claims;
using MedCodes.Validator.Claims.Rows;
using MedCodes.Validator.Sources;

namespace MedCodes.Validator.Reading.X12;

/// <summary>The claim itself: CLM and what follows it up to the first line.</summary>
internal sealed partial class X12Reading
{
    private const int LastUsual = 9;
    private int _linesOfClaim;
    private int _otherPayersOfClaim;
    private int _adjudicationsOfLine;

    // Some senders copy an ISA that does not fit their composites: "11>B>1" where the ISA says ":".
    private void TakeClaim(in X12Segment segment)
    {
        if (!segment.IsPlace(5) && X12Composite.FindSeparator(segment[5]) is { } separator && separator != segment.Delimiters.Component)
        {
            Report(
                FaultKind.ComponentSeparatorMismatch, segment.SpanOf(5), $"{LoopPath}/CLM05".TrimStart('/'),
                ((char)segment.Delimiters.Component).ToString(), ((char)separator).ToString(), Privacy.Open);
            _source.UseComponent(separator);
            _rows.Interchange(_open.Interchange).Delimiters = _source.Delimiters.Packed;
            OpenClaim(segment.CutBy(separator));
            return;
        }

        OpenClaim(segment);
    }

    private void OpenClaim(in X12Segment segment)
    {
        CloseLevel(segment.Span);
        if (_open.Subscriber < 0)
        {
            ReportMissing("HL*22", segment.Span with { Length = 0 });
            BeginSubscriber(segment.Offset, 0, segment);
        }

        CommitCoverage();
        _isPassedOver = _wanted is not null && !_wanted(_rows.NextOrdinal);
        if (_isPassedOver)
        {
            _rows.PassOver(1);
            Enter(Level.Claim, segment.Offset);
            return;
        }

        _rows.AddClaim(segment.Offset, _open.Patient);
        Enter(Level.Claim, segment.Offset);
        _linesOfClaim = 0;
        _otherPayersOfClaim = 0;
        if (_rows.Transaction(_open.Transaction).Setting == ClaimSetting.Institutional)
            _rows.Claim.Flags |= ClaimFlags.Institutional;
        ref var claim = ref _rows.Claim;
        claim.Id = Text(segment, 1, Of(ClaimField.Id), repeats: false);
        claim.Total = Number(segment, 2, Of(ClaimField.Total));
        TakePlace(segment, ref claim);
        claim.ProviderSignature = (byte)Short(segment, 6, 1, Of(ClaimField.ProviderSignature));
        claim.Assignment = (byte)Short(segment, 7, 1, Of(ClaimField.Assignment));
        claim.BenefitsAssigned = (byte)Short(segment, 8, 1, Of(ClaimField.BenefitsAssigned));
        claim.Release = (byte)Short(segment, 9, 1, Of(ClaimField.ReleaseOfInformation));
        if (segment.Count > LastUsual)
            TakeUnusual(segment);
        Require(segment, 1, "the submitter's id of the claim");
        Require(segment, 2, "the total charge");
        if (segment.IsEmpty(5))
            Require(segment, 5, "place of service and frequency");
    }

    private void TakePlace(in X12Segment segment, ref ClaimRow claim)
    {
        if (segment.IsPlace(5))
        {
            var usual = segment[5];
            claim.Facility = (ushort)(usual[0] | usual[1] << 8);
            claim.FacilityQualifier = usual[3];
            claim.Frequency = usual[5];
            return;
        }

        TakeUnusualPlace(segment, ref claim);
    }

    private void TakeUnusualPlace(in X12Segment segment, ref ClaimRow claim)
    {
        var composite = segment[5];
        Span<int> room = stackalloc int[3];
        ReadOnlySpan<int> ends = room[..X12Composite.Split(composite, segment.Delimiters.Component, room)];
        claim.Facility = (ushort)Short(segment, 5, X12Composite.Part(composite, ends, 1), 2, Of(ClaimField.PlaceOfService), component: 1);
        claim.FacilityQualifier = (ushort)Short(segment, 5, X12Composite.Part(composite, ends, 2), 2, Of(ClaimField.FacilityQualifier), component: 2);
        claim.Frequency = (byte)Short(segment, 5, X12Composite.Part(composite, ends, 3), 1, Of(ClaimField.Frequency), component: 3);
    }

    // Most claims end with the release of information.
    private void TakeUnusual(in X12Segment segment)
    {
        if (!segment.IsEmpty(10))
            _rows.ClaimDetail.PatientSignatureSource = (ushort)Short(segment, 10, 1, Of(ClaimField.PatientSignatureSource));
        if (!segment.IsEmpty(11))
        {
            ref var detail = ref _rows.ClaimDetail;
            detail.RelatedCause1 = (ushort)Short(segment, 11, 2, Of(ClaimField.RelatedCauses), component: 1);
            detail.RelatedCause2 = (ushort)Short(segment, 11, 2, Of(ClaimField.RelatedCauses), component: 2);
            detail.RelatedCause3 = (ushort)Short(segment, 11, 2, Of(ClaimField.RelatedCauses), component: 3);
            detail.AccidentState = (ushort)Short(segment, 11, 2, Of(ClaimField.AccidentState), component: 4);
            detail.AccidentCountry = (uint)Short(segment, 11, 3, Of(ClaimField.AccidentCountry), component: 5);
        }

        if (!segment.IsEmpty(12))
            _rows.ClaimDetail.SpecialProgram = (uint)Short(segment, 12, 3, Of(ClaimField.SpecialProgram));
        if (!segment.IsEmpty(20))
            _rows.ClaimDetail.DelayReason = (ushort)Short(segment, 20, 2, Of(ClaimField.DelayReason), component: 1);
    }

    /// <summary>Asks a claim for what it must hold, when it ends.</summary>
    private void CloseClaim(SourceSpan at)
    {
        if (_level is Level.Line or Level.Adjudication)
            CloseLine(at);
        if (_disturbed)
            return;
        var isProfessional = (_rows.Claim.Flags & ClaimFlags.Institutional) == 0;
        if (_linesOfClaim == 0)
            ReportMissing("LX", at);
        else if (isProfessional && (_seen & Seen.Diagnoses) == 0)
            ReportMissing("HI", at);
    }

    private void TakeClaimReference(in X12Segment segment)
    {
        switch (segment.Code(1))
        {
            case X12Qualifier.F8 when IsFirst(Once.OriginalReference, segment, 1, "one REF*F8"):
                _rows.ClaimDetail.OriginalReference = Text(segment, 2, Of(ClaimField.OriginalReference));
                break;
            case X12Qualifier.G1 when IsFirst(Once.PriorAuthorization, segment, 1, "one REF*G1"):
                _rows.ClaimDetail.PriorAuthorization = Text(segment, 2, Of(ClaimField.PriorAuthorization));
                break;
            case X12Qualifier.X4 when IsFirst(Once.Clia, segment, 1, "one REF*X4"):
                _rows.ClaimDetail.CliaNumber = Text(segment, 2, Of(ClaimField.CliaNumber));
                break;
        }
    }

    private void TakeDate(in X12Segment segment)
    {
        if (_level is Level.Line or Level.Adjudication)
        {
            TakeLineDate(segment);
            return;
        }

        if (_level == Level.OtherPayer)
        {
            TakeOtherPayerDate(segment);
            return;
        }

        if (_level != Level.Claim)
            return;
        var (field, once) = segment.Code(1) switch
        {
            X12Qualifier.Statement => (ClaimField.StatementFrom, Once.Statement),
            X12Qualifier.Admission => (ClaimField.Admission, Once.Admission),
            X12Qualifier.Onset => (ClaimField.Onset, Once.Onset),
            X12Qualifier.Accident => (ClaimField.Accident, Once.Accident),
            X12Qualifier.LastSeen => (ClaimField.LastSeen, Once.LastSeen),
            _ => default,
        };
        if (field != default && !IsFirst(once, segment, 1, "one such date"))
            return;
        var (from, through) = Period(segment, 3, field == default ? Unseen : Of(field));
        if (field == default)
            return;
        if (from == 0)
        {
            if (field == ClaimField.StatementFrom && !segment[3].IsEmpty)
                MarkUnreadable(Of(ClaimField.StatementThrough));
            return;
        }

        ref var detail = ref _rows.ClaimDetail;
        switch (field)
        {
            case ClaimField.StatementFrom:
                detail.StatementFrom = from;
                detail.StatementThrough = through == 0 ? from : through;
                break;
            case ClaimField.Admission:
                detail.Admission = from;
                break;
            case ClaimField.Onset:
                detail.Onset = from;
                break;
            case ClaimField.Accident:
                detail.Accident = from;
                break;
            case ClaimField.LastSeen:
                detail.LastSeen = from;
                break;
        }
    }

    private void TakeAdmission(in X12Segment segment)
    {
        if (_level != Level.Claim || !IsFirst(Once.AdmissionCodes, segment, 0, "one CL1"))
            return;
        ref var detail = ref _rows.ClaimDetail;
        detail.AdmissionType = (byte)Short(segment, 1, 1, Of(ClaimField.AdmissionType));
        detail.AdmissionSource = (byte)Short(segment, 2, 1, Of(ClaimField.AdmissionSource));
        detail.PatientStatus = (ushort)Short(segment, 3, 2, Of(ClaimField.PatientStatus));
    }
}
