using MedCodes.Validator.Claims;
using MedCodes.Validator.Sources;

namespace MedCodes.Validator.Reading.Json;

/// <summary>The transaction and the interchange that claims say they stand in; those that say the same share them.</summary>
internal sealed partial class JsonReading
{
    // Claims of one transaction say the same of it and follow one another: they share its rows.
    private int TakeTransaction(JsonValue value, string path, ClaimSetting setting)
    {
        var interchange = TakeInterchange(value, path);
        var key = KeyOf(value, interchange, "transactionControlNumber", "groupControlNumber", "guide", "reference", "purpose", "submitted", "use");
        if (_transaction.Row >= 0 && _transaction.Key == key && Rows.Transaction(_transaction.Row).Setting == setting)
            return _transaction.Row;
        Rows.AddTransaction(value.Span.Offset, interchange);
        _transaction = (Rows.TransactionCount - 1, key);
        Slot Of(ClaimField field) => OfClaim(value, path, field, FieldOwner.Transaction, _transaction.Row);
        Slot Other(string name) => new(value, path, name, FieldOwner.Transaction, _transaction.Row, 0, Privacy.Account);
        ref var row = ref Rows.Transaction(_transaction.Row);
        row.ControlNumber = Text(Of(ClaimField.TransactionControlNumber));
        row.GroupControlNumber = Text(Other("groupControlNumber"));
        row.Guide = Text(Other("guide"));
        row.Reference = Text(Other("reference"));
        row.Purpose = Text(Other("purpose"));
        row.Submitted = Date(Of(ClaimField.Submitted));
        row.Use = Text(Of(ClaimField.Reporting));
        row.Setting = setting;
        return _transaction.Row;
    }

    private int TakeInterchange(JsonValue value, string path)
    {
        var key = KeyOf(value, 0, "interchangeControlNumber", "senderId", "receiverId", "usage");
        if (_interchange.Row >= 0 && _interchange.Key == key)
            return _interchange.Row;
        Rows.AddInterchange(value.Span.Offset);
        _interchange = (Rows.InterchangeCount - 1, key);
        Slot Of(ClaimField field) => OfClaim(value, path, field, FieldOwner.Interchange, _interchange.Row);
        ref var row = ref Rows.Interchange(_interchange.Row);
        row.ControlNumber = Text(Of(ClaimField.InterchangeControlNumber));
        row.SenderId = Text(Of(ClaimField.SenderId));
        row.ReceiverId = Text(Of(ClaimField.ReceiverId));
        row.Usage = (ushort)Short(new Slot(value, path, "usage", FieldOwner.Interchange, _interchange.Row, 0, Privacy.Open), 1);
        return _interchange.Row;
    }

    private static string KeyOf(JsonValue value, int whole, params ReadOnlySpan<string> names)
    {
        var key = new System.Text.StringBuilder().Append(whole);
        foreach (var name in names)
        {
            var member = value.Take(name)?.Value;
            // An object stands for a value that could not be read, which is a fault each time.
            key.Append('\0').Append((int?)member?.Kind).Append(member?.Kind == JsonKind.Object ? member.Span.Offset.ToString(System.Globalization.CultureInfo.InvariantCulture) : member?.Text);
        }

        return key.ToString();
    }
}
