using System.Collections.Immutable;
using MedCodes.Validator.Claims.Rows;
using MedCodes.Validator.Sources;

namespace MedCodes.Validator.Claims.Building;

/// <summary>
/// Makes batches, row by row: the reader fills the rows it adds, claims that no file holds come as <see cref="ClaimInput"/>.
/// Parts are added in the order of the file, each behind the claim or line that it belongs to.
/// </summary>
/// <remarks>A reference to a row holds until the next row of its kind is added.</remarks>
internal sealed partial class ClaimBatchBuilder
{
    private readonly SourceFile? _file;
    private readonly ClaimPositions _positions;
    private readonly RowList<InterchangeRow> _interchanges = new();
    private readonly RowList<TransactionRow> _transactions = new();
    private readonly RowList<CoverageRow> _coverages = new();
    private readonly RowList<PartyRow> _parties = new();
    private readonly RowList<ProviderRow> _providers = new();
    private readonly RowList<ClaimRow> _claims = new();
    private readonly RowList<ClaimDetailRow> _claimDetails = new();
    private readonly RowList<LineRow> _lines = new();
    private readonly RowList<LineDetailRow> _lineDetails = new();
    private readonly RowList<DiagnosisRow> _diagnoses = new();
    private readonly RowList<ClaimCodeRow> _codes = new();
    private readonly RowList<SupplementRow> _supplements = new();
    private readonly RowList<SecondaryIdRow> _secondaryIds = new();
    private readonly RowList<OtherPayerRow> _otherPayers = new();
    private readonly RowList<AdjudicationRow> _adjudications = new();
    private readonly RowList<AdjustmentRow> _adjustments = new();
    private UnreadableValues _unreadable = new();
    private int _firstOrdinal = 1;
    private long? _base;

    /// <summary>Makes batches of claims that no file holds.</summary>
    public ClaimBatchBuilder()
        : this(null, DeclaredPositions.Instance)
    {
    }

    /// <summary>Makes batches of claims of a file.</summary>
    public ClaimBatchBuilder(SourceFile? file, ClaimPositions positions)
    {
        _file = file;
        _positions = positions;
        Clear();
    }

    public TextPool Texts { get; } = new();

    public int ClaimCount => _claims.Count;

    public int LineCount => _lines.Count;

    public int DiagnosisCount => _diagnoses.Count;

    public int ProviderCount => _providers.Count;

    public int PartyCount => _parties.Count;

    public int InterchangeCount => _interchanges.Count;

    public int TransactionCount => _transactions.Count;

    public int CodeCount => _codes.Count;

    public int OtherPayerCount => _otherPayers.Count;

    public int AdjudicationCount => _adjudications.Count;

    public int AdjustmentCount => _adjustments.Count;

    /// <summary>The place of the next claim in the file, from 1.</summary>
    public int NextOrdinal => _firstOrdinal + _claims.Count;

    public ref InterchangeRow Interchange(int index) => ref _interchanges[index];

    public ref TransactionRow Transaction(int index) => ref _transactions[index];

    public ref PartyRow Party(int index) => ref _parties[index];

    public ref ProviderRow Provider(int index) => ref _providers[index];

    public ref OtherPayerRow OtherPayer(int index) => ref _otherPayers[index];

    public ref AdjudicationRow Adjudication(int index) => ref _adjudications[index];

    /// <summary>The claim added last.</summary>
    public ref ClaimRow Claim => ref _claims[_claims.Count - 1];

    /// <summary>The line added last.</summary>
    public ref LineRow Line => ref _lines[_lines.Count - 1];

    /// <summary>The rarer values of the claim added last; the row is made when it is first asked for.</summary>
    public ref ClaimDetailRow ClaimDetail
    {
        get
        {
            if (Claim.Detail == 0)
            {
                Claim.Detail = _claimDetails.Count;
                return ref _claimDetails.Add();
            }

            return ref _claimDetails[Claim.Detail];
        }
    }

    /// <summary>The rarer values of the line added last; the row is made when it is first asked for.</summary>
    public ref LineDetailRow LineDetail
    {
        get
        {
            if (Line.Detail == 0)
            {
                Line.Detail = _lineDetails.Count;
                return ref _lineDetails.Add();
            }

            return ref _lineDetails[Line.Detail];
        }
    }

    /// <summary>Counts the rows' offsets from here, if none were added yet: parts may be added in another order than that of the file.</summary>
    public void BeginAt(long offset) => _base ??= offset;

    public ref InterchangeRow AddInterchange(long offset)
    {
        ref var row = ref _interchanges.Add();
        row.Segment = offset;
        return ref row;
    }

    public ref TransactionRow AddTransaction(long offset, int interchange)
    {
        ref var row = ref _transactions.Add();
        row.Segment = offset;
        row.Interchange = interchange;
        return ref row;
    }

    /// <summary>The row of a coverage: one that is there, if it was added shortly before.</summary>
    public int AddCoverage(in CoverageRow coverage)
    {
        const int lookBack = 8;
        for (var i = _coverages.Count - 1; i >= Math.Max(0, _coverages.Count - lookBack); i--)
        {
            if (_coverages[i] == coverage)
                return i;
        }

        _coverages.Add() = coverage;
        return _coverages.Count - 1;
    }

    public ref PartyRow AddParty(long offset)
    {
        ref var row = ref _parties.Add();
        row.Segment = Relative(offset);
        row.Subscriber = _parties.Count - 1;
        return ref row;
    }

    public ref ProviderRow AddProvider(long offset, ProviderRole role)
    {
        ref var row = ref _providers.Add();
        row.Segment = Relative(offset);
        row.Role = role;
        return ref row;
    }

    public ref ClaimRow AddClaim(long offset, int party)
    {
        ref var row = ref _claims.Add();
        row.Segment = Relative(offset);
        row.Party = party;
        Begin(ref row);
        return ref row;
    }

    public ref DiagnosisRow AddDiagnosis() => ref _diagnoses.Add();

    public ref LineRow AddLine(long offset)
    {
        ref var row = ref _lines.Add();
        row.Segment = Relative(offset);
        row.Claim = _claims.Count - 1;
        return ref row;
    }

    /// <summary>Adds another payer to the claim added last.</summary>
    public ref OtherPayerRow AddOtherPayer(long offset)
    {
        ref var detail = ref ClaimDetail;
        if (detail.OtherPayerCount++ == 0)
            detail.FirstOtherPayer = _otherPayers.Count;
        ref var row = ref _otherPayers.Add();
        row.Segment = Relative(offset);
        row.Claim = _claims.Count - 1;
        return ref row;
    }

    /// <summary>Adds another payer's answer to the line added last.</summary>
    public ref AdjudicationRow AddAdjudication(long offset)
    {
        ref var detail = ref LineDetail;
        if (detail.AdjudicationCount++ == 0)
            detail.FirstAdjudication = _adjudications.Count;
        ref var row = ref _adjudications.Add();
        row.Segment = Relative(offset);
        row.Line = _lines.Count - 1;
        return ref row;
    }

    public ref AdjustmentRow AddAdjustment(long offset)
    {
        ref var row = ref _adjustments.Add();
        row.Segment = Relative(offset);
        return ref row;
    }

    public void MarkUnreadable(FieldOwner owner, int row, int field) => _unreadable.Add(owner, row, field);

    /// <summary>Makes the batch of all rows added so far and starts the next one.</summary>
    public ClaimBatch Build(ImmutableArray<Fault> faults = default)
    {
        var count = _claims.Count;
        Begin(ref _claims.Add());
        var rows = new RowSet
        {
            Base = _base ?? 0,
            FirstOrdinal = _firstOrdinal,
            Texts = Texts.ToArray(),
            Interchanges = _interchanges.ToArray(),
            Transactions = _transactions.ToArray(),
            Coverages = _coverages.ToArray(),
            Parties = _parties.ToArray(),
            Providers = _providers.ToArray(),
            Claims = _claims.ToArray(),
            ClaimDetails = _claimDetails.ToArray(),
            Lines = _lines.ToArray(),
            LineDetails = _lineDetails.ToArray(),
            Diagnoses = _diagnoses.ToArray(),
            Codes = _codes.ToArray(),
            Supplements = _supplements.ToArray(),
            SecondaryIds = _secondaryIds.ToArray(),
            OtherPayers = _otherPayers.ToArray(),
            Adjudications = _adjudications.ToArray(),
            Adjustments = _adjustments.ToArray(),
            Unreadable = _unreadable,
        };
        Clear();
        _firstOrdinal += count;
        return new ClaimBatch(_file, rows, _positions, faults.IsDefault ? [] : faults);
    }

    private void Begin(ref ClaimRow row)
    {
        row.FirstLine = _lines.Count;
        row.FirstDiagnosis = _diagnoses.Count;
        row.FirstProvider = _providers.Count;
    }

    private void Clear()
    {
        _interchanges.Clear();
        _transactions.Clear();
        _coverages.Clear();
        _parties.Clear();
        _providers.Clear();
        _claims.Clear();
        _claimDetails.Clear();
        _claimDetails.Add();
        _lines.Clear();
        _lineDetails.Clear();
        _lineDetails.Add();
        _diagnoses.Clear();
        _codes.Clear();
        _supplements.Clear();
        _secondaryIds.Clear();
        _otherPayers.Clear();
        _adjudications.Clear();
        _adjustments.Clear();
        Texts.Clear();
        _unreadable = new UnreadableValues();
        _base = null;
    }

    // A batch is a stretch of some megabytes; only a claim that goes on for four gigabytes could reach the limit.
    private uint Relative(long offset) => (uint)Math.Clamp(offset - (_base ??= offset), 0, uint.MaxValue);
}
