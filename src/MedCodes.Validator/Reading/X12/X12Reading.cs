using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using MedCodes.Validator.Claims;
using MedCodes.Validator.Claims.Building;
using MedCodes.Validator.Sources;

namespace MedCodes.Validator.Reading.X12;

/// <summary>
/// One reading of one file: where it stands in the interchange, the levels, the claim. Segments come in from the source, rows
/// go to the builder, what is wrong becomes a fault.
/// </summary>
internal sealed partial class X12Reading : IDisposable
{
    private readonly SourceFile _file;
    private readonly X12Source _source;
    private readonly X12ReaderOptions _options;
    private readonly ClaimBatchBuilder _rows;
    private bool _started;
    private bool _ended;

    /// <summary>Begins at the start of a file.</summary>
    /// <param name="file">The file.</param>
    /// <param name="source">Its bytes.</param>
    /// <param name="options">How it is cut up.</param>
    public X12Reading(SourceFile file, X12Source source, X12ReaderOptions options)
        : this(file, source, options, new ClaimBatchBuilder(file, new X12Positions(file)), null)
    {
    }

    /// <summary>Reads the next batch; null behind the last.</summary>
    public ClaimBatch? Next()
    {
        IsAtCut = false;
        if (_ended)
            return null;
        if (!_started)
        {
            _started = true;
            Start();
        }

        while (!_ended)
        {
            var step = X12Step.Segment;
            if (!_source.TryNext(out var segment))
            {
                step = _source.Next();
                if (step is not (X12Step.Segment or X12Step.Header))
                {
                    Take(step);
                    continue;
                }

                segment = _source.Current;
            }

            // One jump on the kind, that in TakeClaimSegment: processors guess jumps on data wrong, so nothing asks for it before that differs often.
            var kind = X12Kinds.Of(segment.Id);
            if ((IsBatchFull || segment.Offset >= _nextCut) && X12Kinds.EndsClaim(kind) && (IsCut(segment) || IsBatchFull))
            {
                // The segment that the next claim or level begins with is read again in the next batch.
                EndBatch(segment);
                _source.StepBack();
                return Build();
            }

            if (_place == Place.Transaction && X12Kinds.IsOfClaims(kind))
                TakeBody(segment, kind);
            else if (step == X12Step.Header)
                OpenInterchange(segment);
            else
                TakeSegment(segment, kind);
        }

        // Whoever reads it again for some claims asks by himself.
        if (_wanted is null && _file.ChangeFault is { } changed)
            _faults.Add(changed);
        return Build();
    }

    public void Dispose() => _rows.Release();

    private bool IsBatchFull
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => _rows.ClaimCount >= _options.ClaimsPerBatch || _rows.LineCount >= _options.LinesPerBatch || _rows.PartyCount >= _options.LinesPerBatch
            || _faults.Count - _faultsAcross >= _options.FaultsPerBatch;
    }

    private void EndBatch(in X12Segment next)
    {
        // The level is asked for what it must hold while its rows are still here, and not again.
        if (_place == Place.Transaction && next.Id != X12Id.Isa)
        {
            CloseLevel(next.Span);
            _isLevelClosed = true;
        }

        CommitCoverage();
        if (IsCut(next))
            Cut(next);
    }

    private ClaimBatch Build()
    {
        // A fault of a whole loop is found at its end, and some point to its start.
        var faults = _faults.OrderBy(fault => fault.Span.Offset).ToImmutableArray();
        _faults.Clear();
        _faultsAcross = 0;
        _lastOpen = _open;
        var batch = _rows.Build(faults, ref _open);
        _lastRows = batch.Rows;
        _batches++;
        KeepOpenLevels(_lastOpen);
        return batch;
    }

    private void Start()
    {
        if (_source.Peek(3).SequenceEqual("\uFEFF"u8))
            _source.Skip(3);
        var start = _source.Peek(X12Content.Enough);
        if (start.IsEmpty)
        {
            Report(FaultKind.EmptyFile, new SourceSpan(0, 0), expected: "a claim file");
            _ended = true;
            return;
        }

        var isBinary = start.Contains((byte)0);
        if (_source.FindHeader())
        {
            ReportOutside();
            return;
        }

        Report(
            isBinary ? FaultKind.BinaryFile : FaultKind.NoInterchange, _source.Span,
            expected: "an interchange header (ISA)");
        _ended = true;
    }

    private void Take(X12Step step)
    {
        switch (step)
        {
            case X12Step.BadHeader:
                LeaveInterchange(_source.Span);
                Report(FaultKind.InvalidDelimiters, _source.Span, "ISA", expected: "sixteen elements and delimiters that differ");
                if (_source.FindHeader())
                    break;
                _ended = true;
                break;
            case X12Step.TooLong:
                _segments++;
                _disturbed = true;
                Report(FaultKind.SegmentTooLong, _source.Span, LoopPath, expected: "a segment terminator");
                break;
            case X12Step.Unfinished:
                TakeUnfinished(_source.Current);
                break;
            default:
                End();
                break;
        }
    }

    private void TakeUnfinished(in X12Segment segment)
    {
        // The trailer of the last interchange is whole where only its terminator is missing; a line break there is often left out.
        if (segment.Id == X12Id.Iea && _place == Place.Interchange && segment.Count >= 2)
        {
            var isLineBreak = segment.Delimiters.Terminator is (byte)'\n' or (byte)'\r';
            TakeSegment(segment, X12Kind.Iea);
            if (!isLineBreak)
                Report(FaultKind.TruncatedFile, segment.Span, "IEA", expected: "a segment terminator");
        }
        else if (_place == Place.Outside)
        {
            Report(FaultKind.TextOutsideInterchange, segment.Span, expected: "an interchange header (ISA)");
        }
        else
        {
            Report(FaultKind.TruncatedFile, segment.Span, LoopPath, expected: "a segment terminator");
            _place = Place.Outside;
        }
    }

    private void End()
    {
        if (_place != Place.Outside)
            Report(FaultKind.TruncatedFile, new SourceSpan(_source.Offset, 0), LoopPath, expected: MissingTrailers);
        _place = Place.Outside;
        CommitCoverage();
        _ended = true;
    }

    private void ReportOutside()
    {
        if (_source.Span.Length > 0)
            Report(FaultKind.TextOutsideInterchange, _source.Span, expected: "an interchange header (ISA)");
    }
}
