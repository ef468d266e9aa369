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
    private const long Farthest = 1 << 30;
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
    private readonly List<long> _carriedProviders = [];
    private readonly List<long> _carriedParties = [];
    private UnreadableValues _unreadable = new();
    private int _firstOrdinal = 1;

    // The claims of the batch that were passed over, and once there is one the places of those that were not.
    private int _passedOver;
    private List<int>? _ordinals;
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
    public int NextOrdinal => _firstOrdinal + _claims.Count + _passedOver;

    /// <summary>Counts the rows' offsets from here, if none were added yet: parts may be added in another order than that of the file.</summary>
    public void BeginAt(long offset) => _base ??= offset;

    /// <summary>Counts claims that get no rows.</summary>
    public void PassOver(int claims)
    {
        _ordinals ??= [.. Enumerable.Range(_firstOrdinal, _claims.Count)];
        _passedOver += claims;
    }

    /// <summary>Whether a place is so far behind the batch's first row that the batch is better ended before it: rows count their offsets in 32 bits.</summary>
    public bool IsFar(long offset) => _base is { } first && offset - first > Farthest;

    public void MarkUnreadable(FieldOwner owner, int row, int field) => _unreadable.Add(owner, row, field);

    /// <summary>Makes the batch of all rows added so far and starts the next one.</summary>
    public ClaimBatch Build(ImmutableArray<Fault> faults = default)
    {
        var (count, passedOver) = (_claims.Count, _passedOver);
        Begin(ref _claims.Add());
        var rows = new RowSet
        {
            Base = _base ?? 0,
            FirstOrdinal = _firstOrdinal,
            Ordinals = _ordinals?.ToArray(),
            CarriedProviders = [.. _carriedProviders],
            CarriedParties = [.. _carriedParties],
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
        _firstOrdinal += count + passedOver;
        return new ClaimBatch(_file, rows, _positions, faults.IsDefault ? [] : faults);
    }

    /// <summary>Gives back the memory in which rows were gathered. The batches have their own.</summary>
    public void Release()
    {
        _parties.Release();
        _providers.Release();
        _claims.Release();
        _claimDetails.Release();
        _lines.Release();
        _lineDetails.Release();
        _diagnoses.Release();
        _coverages.Release();
        _adjudications.Release();
        _adjustments.Release();
        _otherPayers.Release();
    }

    private void Begin(ref ClaimRow row)
    {
        row.FirstLine = _lines.Count;
        row.FirstDiagnosis = _diagnoses.Count;
        row.FirstProvider = _providers.Count;
    }

    /// <summary>Forgets all rows that were added and makes no batch of them.</summary>
    public void Clear()
    {
        _carriedProviders.Clear();
        _carriedParties.Clear();
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
        _passedOver = 0;
        _ordinals = null;
    }

    // A batch is a stretch of some megabytes; only a claim that goes on for four gigabytes could reach the limit.
    private uint Relative(long offset) => (uint)Math.Clamp(offset - (_base ??= offset), 0, uint.MaxValue);
}
