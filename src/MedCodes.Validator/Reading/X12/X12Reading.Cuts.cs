using MedCodes.Validator.Claims.Building;
using MedCodes.Validator.Claims.Rows;
using MedCodes.Validator.Sources;

namespace MedCodes.Validator.Reading.X12;

/// <summary>
/// Cuts: places at which reading may go on in another reader. They stand before the first level of a billing provider or subscriber behind
/// each so many bytes, and a batch ends there whether the next one is read by the same reader or not.
/// </summary>
internal sealed partial class X12Reading
{
    private readonly List<(int Batch, X12Trailer Trailer)> _trailers = [];
    private long _nextCut;
    private long _cut;
    private int _batches;
    private int _faultsAcross;
    private RowSet? _lastRows;
    private OpenRows _lastOpen;

    /// <summary>Begins at a cut.</summary>
    /// <param name="file">The file.</param>
    /// <param name="source">Its bytes from the cut on.</param>
    /// <param name="options">How it is cut up.</param>
    /// <param name="rows">What makes batches of the file.</param>
    /// <param name="context">What is open at the cut; null to begin at the start of the file.</param>
    /// <param name="wanted">Which claims are wanted, by their place in the file; null for all.</param>
    public X12Reading(SourceFile file, X12Source source, X12ReaderOptions options, ClaimBatchBuilder rows, X12Context? context, Func<int, bool>? wanted = null)
    {
        _file = file;
        _source = source;
        _options = options;
        _rows = rows;
        _wanted = wanted;
        _nextCut = options.ChunkSize;
        if (context is not null)
            GoOn(context);
    }

    /// <summary>Whether the last batch ended at a cut.</summary>
    public bool IsAtCut { get; private set; }

    /// <summary>What is open at the cut that the last batch ended at.</summary>
    public X12Context Context => new(
        _cut, _source.Delimiters, _interchange, _group, _transaction, _segments,
        new X12Guide(_isClaimGroup, _groupReported, _groupGuide, _isGuideNamed, _lastRows!.Transactions[_lastOpen.Transaction].Setting),
        _rows.NextOrdinal - 1, _lastRows, _lastOpen, _billingLevels is [var billing] ? billing.Id : null);

    /// <summary>The trailers of what was open at the cut that the reading began at, if that is not known here, each with the number of its batch.</summary>
    public List<(int Batch, X12Trailer Trailer)> Trailers => _trailers;

    /// <summary>Where the texts of the first batch have room for those of what was open at the cut, if that is not known here.</summary>
    public int Room { get; private set; }

    /// <summary>Whose level a segment begins: a subscriber's or a billing provider's; null for another.</summary>
    public static bool? IsOfSubscriber(in X12Segment segment) =>
        segment.Id != X12Id.Hl ? null : segment[3].SequenceEqual("22"u8) ? true : segment[3].SequenceEqual("20"u8) ? false : null;

    private void GoOn(X12Context context)
    {
        _started = true;
        _place = Place.Transaction;
        _level = Level.Unusable;
        _isLevelClosed = true;
        (_interchange, _group, _transaction, _segments) = (context.Interchange, context.Group, context.Transaction, context.Segments);
        (_isClaimGroup, _groupReported, _groupGuide) = (context.Guide.IsOfClaims, context.Guide.IsReported, context.Guide.OfGroup);
        _isGuideNamed = context.Guide.IsNamed;
        _open = _rows.GoOn(context.Rows, context.Open, context.Claims);
        if (context.Interchange.IsInherited)
            Room = _rows.Texts.Reserve(X12Stitching.UsualTexts);
        if (context.Billing is { } billing)
            _billingLevels.Add((billing, _open.Billing));
        _nextCut = BehindChunkOf(context.Offset);
    }

    private bool IsCut(in X12Segment next) =>
        next.Offset >= _nextCut && _place == Place.Transaction && !_isSkipped && IsOfSubscriber(next) is not null;

    /// <summary>Forgets at a cut what no sound file comes back to.</summary>
    private void Cut(in X12Segment next)
    {
        _cut = next.Offset;
        _nextCut = BehindChunkOf(_cut);
        var billing = IsOfSubscriber(next) == true ? _open.Billing : -1;
        var level = IsOfSubscriber(next) == true ? _billingLevels.FindLastIndex(level => level.Row == billing) : -1;
        (ulong, int)[] kept = level < 0 ? [] : [_billingLevels[level]];
        _billingLevels.Clear();
        _billingLevels.AddRange(kept);
        _subscriberLevels.Clear();
        _open = OpenRows.None with { Interchange = _open.Interchange, Transaction = _open.Transaction, Billing = billing };
        (_interchange.CrossesCut, _group.CrossesCut, _transaction.CrossesCut) = (true, true, true);
        IsAtCut = true;
    }

    private long BehindChunkOf(long offset) => (offset / _options.ChunkSize + 1) * _options.ChunkSize;
}
