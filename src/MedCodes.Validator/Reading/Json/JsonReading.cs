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
    private readonly Func<int, bool>? _wanted;
    private ClaimBatchBuilder? _builder;
    private JsonPaths? _paths;
    private bool _ended;

    public JsonReading(SourceFile file, JsonClaimSource source, JsonClaimOptions options, Func<int, bool>? wanted = null)
    {
        _wanted = wanted;
        _file = file;
        _source = source;
        _options = options;
    }

    private ClaimBatchBuilder Rows => _builder!;

    private JsonPaths Paths => _paths!;

    private bool IsBatchFull =>
        Rows.ClaimCount >= _options.ClaimsPerBatch || Rows.LineCount >= _options.LinesPerBatch || _faults.Count >= _options.FaultsPerBatch;

    /// <summary>Reads the next batch; null behind the last.</summary>
    public ClaimBatch? Next()
    {
        if (_ended)
            return null;
        if (_builder is null)
            Start();
        while (!_ended && !IsBatchFull && !Rows.IsFar(_source.Offset))
            Step();
        if (_ended && _wanted is null && _file.ChangeFault is { } changed)
            _faults.Add(changed);
        var faults = _faults.OrderBy(fault => fault.Span.Offset).ToImmutableArray();
        _faults.Clear();
        var open = OpenRows.None with { Interchange = _interchange.Row, Transaction = _transaction.Row };
        var batch = Rows.Build(faults, ref open);
        _interchange.Row = open.Interchange;
        _transaction.Row = open.Transaction;
        return batch;
    }

    private void Start()
    {
        var isOpen = _source.Open();
        _paths = new JsonPaths(_source.IsDocument);
        _builder = new ClaimBatchBuilder(_file, new JsonPositions(_file, _paths));
        if (isOpen)
            return;
        Report(FaultKind.MalformedJson, new SourceSpan(0, 0), "", expected: "an array \"claims\"");
        _ended = true;
    }

    private void Step()
    {
        switch (_source.Next())
        {
            case JsonStep.Value when IsPassedOver:
                Rows.PassOver(1);
                break;
            case JsonStep.Value:
                TakeValue(JsonTree.Read(_source.Current, _source.Span.Offset));
                break;
            case JsonStep.Malformed:
                Report(FaultKind.MalformedJson, _source.Span, Paths.OfClaim(Rows.NextOrdinal), expected: "a claim as a JSON object");
                Paths.SkipBefore(Rows.NextOrdinal);
                break;
            default:
                if (_source.IsTruncated)
                    Report(FaultKind.TruncatedFile, new SourceSpan(_source.Offset, 0), "/claims", expected: "the end of the array of claims");
                _ended = true;
                break;
        }
    }

    // Each claim is whole, so that nothing is needed of those that are not wanted.
    private bool IsPassedOver => _wanted is not null && _source.Current[0] == (byte)'{' && !_wanted(Rows.NextOrdinal);

    private void TakeValue(JsonValue value)
    {
        if (value.Kind == JsonKind.Object)
        {
            TakeClaim(value);
            return;
        }

        Report(FaultKind.WrongJsonType, value.Span, Paths.OfClaim(Rows.NextOrdinal), expected: "a claim as a JSON object");
        Paths.SkipBefore(Rows.NextOrdinal);
    }
}
