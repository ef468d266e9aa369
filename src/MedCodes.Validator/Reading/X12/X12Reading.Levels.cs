using MedCodes.Validator.Claims.Building;
using MedCodes.Validator.Claims.Rows;
using MedCodes.Validator.Sources;

namespace MedCodes.Validator.Reading.X12;

/// <summary>The levels within a transaction: billing provider, subscriber, dependent, and which segments a level asks for.</summary>
internal sealed partial class X12Reading
{
    private Level _level;
    private Seen _seen;
    private long _levelOffset;

    // A segment of this level could not be told, so what seems to be missing may be that one.
    private bool _disturbed;
    private bool _wasUnknown;
    private bool _isLevelClosed;
    private CoverageRow _coverage;
    private bool _isCoverageOpen;

    /// <summary>Where in a transaction the reader is. What comes from <see cref="Claim"/> on belongs to a claim.</summary>
    private enum Level
    {
        Header,
        Billing,
        Subscriber,
        Patient,

        /// <summary>A level whose claim's CLM is missing, or one of no use: passed over up to the next level or claim.</summary>
        Unusable,
        Claim,
        OtherPayer,
        Line,
        Adjudication,
    }

    /// <summary>Segments that were seen in the level or claim that is open.</summary>
    [Flags]
    private enum Seen
    {
        None = 0,
        Beginning = 1,
        Submitter = 2,
        Receiver = 4,
        Billing = 8,
        BillingAddress = 16,
        BillingCity = 32,
        Coverage = 64,
        Subscriber = 128,
        Payer = 256,
        Patient = 512,
        Diagnoses = 1024,
        Service = 2048,
        PrincipalDiagnosis = 4096,
    }

    private static bool IsClaimSegment(uint id) => id != X12Id.Isa && (IsRead(id) || X12Id.IsPassedOver(id));

    private static bool IsRead(uint id) => id is X12Id.Bht or X12Id.Hl or X12Id.Nm1 or X12Id.N3 or X12Id.N4 or X12Id.Ref or X12Id.Per
        or X12Id.Prv or X12Id.Sbr or X12Id.Pat or X12Id.Dmg or X12Id.Clm or X12Id.Dtp or X12Id.Pwk or X12Id.K3 or X12Id.Nte or X12Id.Hi
        or X12Id.Lx or X12Id.Sv1 or X12Id.Sv2 or X12Id.Lin or X12Id.Ctp or X12Id.Svd or X12Id.Cas or X12Id.Amt or X12Id.Oi or X12Id.Cl1;

    private void BeginLevels()
    {
        _level = Level.Header;
        _seen = Seen.None;
        _disturbed = false;
        _isLevelClosed = false;
        _billingLevels.Clear();
        _subscriberLevels.Clear();
        _name = Name.None;
        _isCoverageOpen = false;
    }

    private void TakeClaimSegment(in X12Segment segment)
    {
        _tooLong = segment.TooLong(X12Lengths.Of(segment.Id));
        if (segment.Id == X12Id.Hl)
        {
            TakeLevel(segment);
            return;
        }

        var wasUnknown = _wasUnknown;
        _wasUnknown = false;
        switch (segment.Id)
        {
            case X12Id.Bht:
                TakeBeginning(segment);
                break;
            case X12Id.Nm1:
                TakeName(segment);
                break;
            case X12Id.N3 or X12Id.N4:
                TakeAddress(segment);
                break;
            case X12Id.Ref:
                TakeReference(segment);
                break;
            case X12Id.Prv:
                TakeSpecialty(segment);
                break;
            case X12Id.Sbr:
                TakeCoverage(segment);
                break;
            case X12Id.Pat:
                TakeRelationship(segment);
                break;
            case X12Id.Dmg:
                TakeDemographics(segment);
                break;
            case X12Id.Clm:
                TakeClaim(segment);
                break;
            case X12Id.Cl1:
                TakeAdmission(segment);
                break;
            case X12Id.Dtp:
                TakeDate(segment);
                break;
            case X12Id.Pwk or X12Id.K3 or X12Id.Nte:
                TakeSupplement(segment);
                break;
            case X12Id.Hi:
                TakeDiagnoses(segment);
                break;
            case X12Id.Lx:
                TakeLineNumber(segment);
                break;
            case X12Id.Sv1 or X12Id.Sv2:
                TakeService(segment);
                break;
            case X12Id.Lin:
                TakeDrug(segment);
                break;
            case X12Id.Ctp:
                TakeDrugQuantity(segment);
                break;
            case X12Id.Svd:
                TakeAdjudication(segment);
                break;
            case X12Id.Cas:
                TakeAdjustments(segment);
                break;
            case X12Id.Amt:
                TakeAmount(segment);
                break;
            default:
                if (!IsClaimSegment(segment.Id))
                {
                    _wasUnknown = wasUnknown;
                    ReportUnknown(segment);
                }

                return;
        }

        // Behind the switch, because a segment that opens a loop stands in it.
        if (_tooLong != 0)
            ReportTooLong(segment);
        if (segment.Id is not (X12Id.N3 or X12Id.N4 or X12Id.Nm1))
            _addressRank = Math.Max(_addressRank, AfterAddress);
    }

    private void ReportUnknown(in X12Segment segment)
    {
        // A stretch of damaged segments is one defect.
        if (!_wasUnknown)
            Report(FaultKind.UnknownSegment, segment, 0, "a segment of claims");
        _wasUnknown = true;
        _disturbed = true;
    }

    private void TakeLevel(in X12Segment segment)
    {
        _wasUnknown = false;
        CloseLevel(segment.Span);
        _level = Level.Unusable;
        if (_tooLong != 0)
            ReportTooLong(segment);
        var code = segment[3];
        if (code.SequenceEqual("20"u8))
        {
            BeginBilling(segment.Offset, IdOf(segment[1]));
        }
        else if (code.SequenceEqual("22"u8))
        {
            BeginSubscriber(segment.Offset, IdOf(segment[1]), segment);
        }
        else if (code.SequenceEqual("23"u8))
        {
            BeginPatient(segment.Offset, segment);
        }
        else
        {
            _seen = Seen.None;
            if (code.IsEmpty)
                Report(FaultKind.MissingElement, segment, 3, "20, 22 or 23");
            else
                Report(FaultKind.UnknownQualifier, segment, 3, "20, 22 or 23");
        }
    }

    private void BeginBilling(long offset, ulong id)
    {
        CommitCoverage();
        Enter(Level.Billing, offset);
        _open = OpenRows.None with { Interchange = _open.Interchange, Transaction = _open.Transaction };
        _taxonomy = 0;
        Remember(_billingLevels, (id, -1));
    }

    private void BeginSubscriber(long offset, ulong id, in X12Segment segment)
    {
        CommitCoverage();
        if (segment.Id == X12Id.Hl)
            FindBilling(segment);
        Enter(Level.Subscriber, offset);
        _rows.AddParty(offset);
        _open = _open with { Subscriber = _rows.PartyCount - 1, Patient = _rows.PartyCount - 1 };
        _coverage = new CoverageRow { Transaction = _open.Transaction, Billing = _open.Billing };
        _isCoverageOpen = true;
        Remember(_subscriberLevels, (id, _open));
    }

    private void BeginPatient(long offset, in X12Segment segment)
    {
        if (segment.Id == X12Id.Hl)
            FindSubscriber(segment);
        if (_open.Subscriber < 0)
        {
            ReportMissing("HL*22", segment.Span with { Length = 0 });
            BeginSubscriber(offset, 0, default);
        }

        CommitCoverage();
        Enter(Level.Patient, offset);
        _rows.AddParty(offset).Subscriber = _open.Subscriber;
        _open = _open with { Patient = _rows.PartyCount - 1 };
    }

    private void Enter(Level level, long offset)
    {
        _level = level;
        _levelOffset = offset;
        _seen = Seen.None;
        _once = Once.None;
        _named = 0;
        _disturbed = false;
        _isLevelClosed = false;
        _name = Name.None;
    }

    /// <summary>Asks a level for what it must hold, when it ends. One missing segment is one fault, so only the first counts.</summary>
    private void CloseLevel(SourceSpan at)
    {
        if (_isSkipped || _isLevelClosed)
            return;
        var here = at with { Length = 0 };
        var missing = _disturbed || (NeededBy(_level) & ~_seen) == 0 ? null : _level switch
        {
            Level.Header => FirstMissing((Seen.Beginning, "BHT"), (Seen.Submitter, "NM1*41"), (Seen.Receiver, "NM1*40")),
            Level.Billing => FirstMissing(
                (Seen.Billing, "NM1*85"), (Seen.BillingAddress, "N3 behind NM1*85"), (Seen.BillingCity, "N4 behind NM1*85")),
            Level.Subscriber => FirstMissing((Seen.Coverage, "SBR"), (Seen.Subscriber, "NM1*IL"), (Seen.Payer, "NM1*PR")),
            Level.Patient => FirstMissing((Seen.Patient, "NM1*QC")),
            _ => null,
        };
        if (missing is not null)
            ReportMissing(missing, here);
        if (_level >= Level.Claim)
            CloseClaim(here);
    }

    private static Seen NeededBy(Level level) => level switch
    {
        Level.Header => Seen.Beginning | Seen.Submitter | Seen.Receiver,
        Level.Billing => Seen.Billing | Seen.BillingAddress | Seen.BillingCity,
        Level.Subscriber => Seen.Coverage | Seen.Subscriber | Seen.Payer,
        Level.Patient => Seen.Patient,
        _ => Seen.None,
    };

    private string? FirstMissing(params ReadOnlySpan<(Seen Flag, string Segment)> needed)
    {
        foreach (var (flag, segment) in needed)
        {
            if ((_seen & flag) == 0)
                return segment;
        }

        return null;
    }

    private void CloseLevels(SourceSpan at)
    {
        CloseLevel(at);
        CommitCoverage();
    }

    private void CommitCoverage()
    {
        if (!_isCoverageOpen)
            return;
        _isCoverageOpen = false;
        _rows.Party(_open.Subscriber).Coverage = _rows.AddCoverage(_coverage);
    }
}
