using MedCodes.Validator.Claims;

namespace MedCodes.Validator.Reading.Json;

/// <summary>The transaction and the interchange that claims say they stand in; those that follow one another and say the same share them.</summary>
internal sealed partial class JsonReading
{
    private static readonly JsonProperty[] OfInterchanges =
    [
        JsonProperties.Of(ClaimField.InterchangeControlNumber), JsonProperties.Of(ClaimField.SenderId), JsonProperties.Of(ClaimField.ReceiverId), JsonProperties.Usage,
    ];

    private static readonly JsonProperty[] OfTransactions =
    [
        JsonProperties.Of(ClaimField.TransactionControlNumber), JsonProperties.GroupControlNumber, JsonProperties.Guide, JsonProperties.Reference,
        JsonProperties.Purpose, JsonProperties.Of(ClaimField.Submitted), JsonProperties.Of(ClaimField.Reporting),
    ];

    private readonly JsonEnvelope _interchange;
    private readonly JsonEnvelope _transaction;
    private ClaimSetting _setting;

    // What is wrong with an envelope is told once, with the first claim that says so, and not in each batch.
    private bool _isTold;

    /// <summary>What the first claim says of its envelopes, where it is not known what the claim before says.</summary>
    public JsonOpening? Opening { get; private set; }

    private int TakeTransaction(JsonValue value, ClaimSetting setting)
    {
        var before = _faults.Count;
        var isOfLast = TakeInterchange(value);
        var between = _faults.Count;
        if (_transaction.IsSaidBy(value) && isOfLast && setting == _setting)
        {
            if (_transaction.Row < 0)
                AddTransaction(value, setting, isTold: true);
            return _transaction.Row;
        }

        _transaction.Begin(value);
        _setting = setting;
        AddTransaction(value, setting, isTold: false);
        if (_isAhead && Opening is null)
            Opening = new JsonOpening(_interchange.Said, _transaction.Said, setting, [.. _faults.Skip(before).Take(between - before)], [.. _faults.Skip(between)]);
        return _transaction.Row;
    }

    /// <summary>Goes to the interchange of a claim; false where it is another than that of the claim before.</summary>
    private bool TakeInterchange(JsonValue value)
    {
        var isOfLast = _interchange.IsSaidBy(value);
        if (!isOfLast)
            _interchange.Begin(value);
        if (_interchange.Row < 0)
            AddInterchange(value, isOfLast);
        return isOfLast;
    }

    private void AddTransaction(JsonValue value, ClaimSetting setting, bool isTold)
    {
        _rows.AddTransaction(_transaction.Said.Offset, _interchange.Row);
        _transaction.Row = _rows.TransactionCount - 1;
        _isTold = isTold;
        Slot Of(JsonProperty property) => new(value, property, FieldOwner.Transaction, _transaction.Row);
        ref var row = ref _rows.Transaction(_transaction.Row);
        row.ControlNumber = Text(Of(JsonProperties.Of(ClaimField.TransactionControlNumber)));
        row.GroupControlNumber = Text(Of(JsonProperties.GroupControlNumber));
        row.Guide = Text(Of(JsonProperties.Guide));
        row.Reference = Text(Of(JsonProperties.Reference));
        row.Purpose = Text(Of(JsonProperties.Purpose));
        row.Submitted = Date(Of(JsonProperties.Of(ClaimField.Submitted)));
        row.Use = Text(Of(JsonProperties.Of(ClaimField.Reporting)));
        row.Setting = setting;
        _isTold = false;
    }

    private void AddInterchange(JsonValue value, bool isTold)
    {
        _rows.AddInterchange(_interchange.Said.Offset);
        _interchange.Row = _rows.InterchangeCount - 1;
        _isTold = isTold;
        Slot Of(JsonProperty property) => new(value, property, FieldOwner.Interchange, _interchange.Row);
        ref var row = ref _rows.Interchange(_interchange.Row);
        row.ControlNumber = Text(Of(JsonProperties.Of(ClaimField.InterchangeControlNumber)));
        row.SenderId = Text(Of(JsonProperties.Of(ClaimField.SenderId)));
        row.ReceiverId = Text(Of(JsonProperties.Of(ClaimField.ReceiverId)));
        row.Usage = (ushort)Short(Of(JsonProperties.Usage), 1);
        _isTold = false;
    }
}
