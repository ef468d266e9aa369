using System.Collections.Immutable;
using MedCodes.Validator.Claims;
using MedCodes.Validator.Claims.Building;
using MedCodes.Validator.Sources;

namespace MedCodes.Validator.Reading.Json;

/// <summary>One reading of one file: values come in from the source, rows go to the builder, what is wrong becomes a fault.</summary>
internal sealed partial class JsonReading
{
    private readonly SourceFile _file;
    private readonly JsonClaimSource _source;
    private readonly JsonClaimOptions _options;
    private readonly ClaimBatchBuilder _rows;
    private readonly JsonPaths _paths;
    private readonly Func<int, bool>? _wanted;
    private readonly bool _isAhead;
    private readonly JsonTree _tree = new();
    private readonly bool _isKnownOneALine;
    private bool _isOneALine = true;
    private long _nextCut;
    private bool _wasOneALine;
    private bool _started;
    private bool _ended;

    /// <summary>Begins at the start of a file, or at a cut.</summary>
    /// <param name="file">The file.</param>
    /// <param name="source">Its bytes from there on.</param>
    /// <param name="options">How it is cut up.</param>
    /// <param name="rows">What makes batches of the file.</param>
    /// <param name="paths">Takes the values that are no claims.</param>
    /// <param name="context">What is known at the cut; null to begin at the start of the file.</param>
    /// <param name="isAhead">Whether it is not yet known what stands before the cut.</param>
    /// <param name="wanted">Which claims are wanted, by their place in the file; null for all.</param>
    /// <param name="isOneALine">Whether it is known that there are only claims up to the next cut, each on a line.</param>
    public JsonReading(
        SourceFile file, JsonClaimSource source, JsonClaimOptions options, ClaimBatchBuilder rows, JsonPaths paths, JsonContext? context = null,
        bool isAhead = false, Func<int, bool>? wanted = null, bool isOneALine = false)
    {
        (_file, _source, _options, _rows, _paths, _isAhead, _wanted, _isKnownOneALine) = (file, source, options, rows, paths, isAhead, wanted, isOneALine);
        _started = context is not null;
        context ??= JsonContext.Unknown(0);
        _rows.GoOnBehind(context.Claims);
        _interchange = new JsonEnvelope(OfInterchanges, context.Interchange);
        _transaction = new JsonEnvelope(OfTransactions, context.Transaction);
        _setting = context.Setting;
        _nextCut = BehindChunkOf(context.Offset);
    }

    /// <summary>Whether the last batch ended at a cut.</summary>
    public bool IsAtCut { get; private set; }

    /// <summary>What is known at the cut that the last batch ended at.</summary>
    public JsonContext Context => new(_source.Offset, _rows.NextOrdinal - 1, _paths.Skipped, _interchange.Said, _transaction.Said, _setting, _wasOneALine);

    private bool IsBatchFull =>
        _rows.ClaimCount >= _options.ClaimsPerBatch || _rows.LineCount >= _options.LinesPerBatch || _faults.Count >= _options.FaultsPerBatch
        || _rows.IsFar(_source.Offset);

    /// <summary>Reads the next batch; null behind the last.</summary>
    public ClaimBatch? Next()
    {
        IsAtCut = false;
        if (_ended)
            return null;
        if (!_started)
            Start();
        while (!_ended)
        {
            var isThere = _source.GoToNext();
            IsAtCut = isThere && _source.Offset >= _nextCut && _source.IsAtObjectOfLine;
            if (IsAtCut)
                Cut();
            if (IsAtCut || (isThere && IsBatchFull))
                break;
            Step();
        }

        if (_ended && _wanted is null && _file.ChangeFault is { } changed)
            _faults.Add(changed);
        var faults = _faults.OrderBy(fault => fault.Span.Offset).ToImmutableArray();
        _faults.Clear();
        // The envelopes that go on stand in the next batch if one of its claims stands in them.
        (_interchange.Row, _transaction.Row) = (-1, -1);
        return _rows.Build(faults);
    }

    private void Start()
    {
        _started = true;
        var isOpen = _source.Open();
        _paths.IsDocument = _source.IsDocument;
        if (isOpen)
            return;
        Report(FaultKind.MalformedJson, new SourceSpan(0, 0), "", expected: "an array \"claims\"");
        _ended = true;
    }

    private void Cut()
    {
        _nextCut = BehindChunkOf(_source.Offset);
        (_wasOneALine, _isOneALine) = (_isOneALine, true);
    }

    private void Step()
    {
        // Each claim is whole, so that nothing is needed of those that are not wanted.
        var isWanted = _wanted is null || _wanted(_rows.NextOrdinal);
        var step = isWanted || !_isKnownOneALine ? _source.Next(isWanted ? _tree : null) : _source.PassLine();
        _isOneALine &= step == JsonStep.Claim && _source.IsOnLine;
        switch (step)
        {
            case JsonStep.Claim when isWanted:
                TakeClaim(_tree.Whole);
                break;
            case JsonStep.Claim:
                _rows.PassOver(1);
                break;
            case JsonStep.Other:
                TakeOther(FaultKind.WrongJsonType);
                break;
            case JsonStep.Malformed:
                TakeOther(FaultKind.MalformedJson);
                break;
            default:
                if (_source.IsTruncated)
                    Report(FaultKind.TruncatedFile, new SourceSpan(_source.Offset, 0), "/claims", expected: "the end of the array of claims");
                _ended = true;
                break;
        }
    }

    private void TakeOther(FaultKind kind)
    {
        Report(kind, _source.Span, _paths.OfClaim(_rows.NextOrdinal), expected: "a claim as a JSON object");
        _paths.SkipBefore(_rows.NextOrdinal);
    }

    private long BehindChunkOf(long offset) => (offset / _options.ChunkSize + 1) * _options.ChunkSize;
}
