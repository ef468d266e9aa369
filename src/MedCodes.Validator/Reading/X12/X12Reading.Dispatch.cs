using MedCodes.Validator.Sources;

namespace MedCodes.Validator.Reading.X12;

/// <summary>Which segment of a transaction is taken by what.</summary>
internal sealed partial class X12Reading
{
    private bool _wasUnknown;

    private void TakeClaimSegment(in X12Segment segment, X12Kind kind)
    {
        if (IsInPassedOver && PassOver(segment, kind))
            return;
        _tooLong = segment.TooLong(X12Lengths.Of(kind));
        _addressRank |= X12Kinds.AddressRank(kind);
        var wasUnknown = _wasUnknown;
        _wasUnknown = false;
        switch (kind)
        {
            case X12Kind.Hl:
                TakeLevel(segment);
                return;
            case X12Kind.Bht:
                TakeBeginning(segment);
                break;
            case X12Kind.Nm1:
                TakeName(segment);
                break;
            case X12Kind.N3 or X12Kind.N4:
                TakeAddress(segment);
                break;
            case X12Kind.Ref:
                TakeReference(segment);
                break;
            case X12Kind.Prv:
                TakeSpecialty(segment);
                break;
            case X12Kind.Sbr:
                TakeCoverage(segment);
                break;
            case X12Kind.Pat:
                TakeRelationship(segment);
                break;
            case X12Kind.Dmg:
                TakeDemographics(segment);
                break;
            case X12Kind.Clm:
                TakeClaim(segment);
                break;
            case X12Kind.Cl1:
                TakeAdmission(segment);
                break;
            case X12Kind.Dtp:
                TakeDate(segment);
                break;
            case X12Kind.Pwk or X12Kind.K3 or X12Kind.Nte:
                TakeSupplement(segment);
                break;
            case X12Kind.Hi:
                TakeDiagnoses(segment);
                break;
            case X12Kind.Lx:
                if (!TryTakeUsualLines(segment))
                    TakeLineNumber(segment);
                break;
            case X12Kind.Sv1 or X12Kind.Sv2:
                TakeService(segment);
                break;
            case X12Kind.Lin:
                TakeDrug(segment);
                break;
            case X12Kind.Ctp:
                TakeDrugQuantity(segment);
                break;
            case X12Kind.Svd:
                TakeAdjudication(segment);
                break;
            case X12Kind.Cas:
                TakeAdjustments(segment);
                break;
            case X12Kind.Amt:
                TakeAmount(segment);
                break;
            case X12Kind.Oi when _level == Level.OtherPayer:
                IsFirst(Once.OtherInsurance, segment, 0, "one OI");
                break;
            case X12Kind.Per or X12Kind.Oi or X12Kind.PassedOver:
                // Contacts may stand more than once, and nothing is taken from the others that could be overwritten.
                break;
            default:
                _wasUnknown = wasUnknown;
                ReportUnknown(segment);
                return;
        }

        // Behind the switch, because a segment that opens a loop stands in it.
        if (_tooLong != 0)
            ReportTooLong(segment);
    }

    private void ReportUnknown(in X12Segment segment)
    {
        // A stretch of damaged segments is one defect.
        if (!_wasUnknown)
            Report(FaultKind.UnknownSegment, segment, 0, "a segment of claims");
        _wasUnknown = true;
        _disturbed = true;
    }
}
