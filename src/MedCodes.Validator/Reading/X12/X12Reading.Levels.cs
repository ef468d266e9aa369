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

    private void TakeLevel(in X12Segment segment)
    {
        _wasUnknown = false;
        CloseLevel(segment.Span);
        BecomeUnusable();
        if (_tooLong != 0)
            ReportTooLong(segment);
        var code = segment[3];
        if (code.SequenceEqual("20"u8))
        {
            BeginBilling(segment.Offset, IdOf(segment[1]));
        }
        else if (code.SequenceEqual("22"u8))
        {
            if (!TryPassOverSubscriber(segment))
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
        Remember(_subscriberLevels, new(id, _open));
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

    // What a name before spoke of is over as well.
    private void BecomeUnusable()
    {
        _level = Level.Unusable;
        _name = Name.None;
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
