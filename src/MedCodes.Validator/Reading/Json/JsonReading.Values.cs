using System.Globalization;
using System.Text;
using MedCodes.Validator.Claims;
using MedCodes.Validator.Claims.Rows;
using MedCodes.Validator.Reading.X12;
using MedCodes.Validator.Sources;

namespace MedCodes.Validator.Reading.Json;

/// <summary>Values out of members. What is there and cannot be kept is a fault, and the field is marked as unreadable.</summary>
internal sealed partial class JsonReading
{
    private const int FirstYear = 1800;
    private const int LastYear = 2199;

    /// <summary>A field where it is read: the object that holds it, its property, and the row that it goes to.</summary>
    private readonly record struct Slot(JsonValue Object, JsonProperty Property, FieldOwner Owner = 0, int Row = 0);

    private uint Text(in Slot slot, int longest = int.MaxValue)
    {
        var value = Written(slot, JsonKind.String, FaultKind.ElementTooLong);
        if (!value.IsFilled)
            return 0;
        if (value.IsPlain)
        {
            if (value.Bytes.Length <= longest)
                return _rows.Texts.Add(value.Bytes);
        }
        else if (value.Text is var text && text.Length <= longest)
        {
            return _rows.Texts.Add(text);
        }

        Refuse(slot, value, FaultKind.ElementTooLong, $"at most {longest} characters");
        return 0;
    }

    private ulong Short(in Slot slot, int longest)
    {
        var value = Written(slot, JsonKind.String, FaultKind.ElementTooLong);
        if (!value.IsFilled)
            return 0;
        if (TryPack(value, longest, out var packed))
            return packed;
        Refuse(slot, value, FaultKind.ElementTooLong, $"at most {longest} characters");
        return 0;
    }

    private static bool TryPack(in JsonValue value, int longest, out ulong packed)
    {
        var bytes = value.IsPlain ? value.Bytes : Encoding.UTF8.GetBytes(value.Text);
        packed = 0;
        return bytes.Length <= longest && PackedText.TryPack(bytes, out packed);
    }

    private ulong Number(in Slot slot)
    {
        var value = Written(slot, JsonKind.Number, FaultKind.InvalidNumber);
        if (value.Kind == JsonKind.Missing)
            return 0;
        if (X12Values.TryNumber(value.Bytes, out var packed))
            return packed;
        if (decimal.TryParse(value.Bytes, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && PackedNumber.TryPack(number, out packed))
            return packed;
        Refuse(slot, value, FaultKind.InvalidNumber, "a number");
        return 0;
    }

    private int? Count(in Slot slot)
    {
        var value = Written(slot, JsonKind.Number, FaultKind.InvalidNumber);
        if (value.Kind == JsonKind.Missing)
            return null;
        if (int.TryParse(value.Bytes, NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count <= 999_999_999)
            return count;
        Refuse(slot, value, FaultKind.InvalidNumber, "a whole number");
        return null;
    }

    private int Date(in Slot slot)
    {
        var value = Written(slot, JsonKind.String, FaultKind.InvalidDate);
        if (!value.IsFilled)
            return 0;
        if (TryDate(value.Bytes, out var packed))
            return packed;
        if (DateOnly.TryParseExact(value.Text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day.Year is >= FirstYear and <= LastYear)
            return PackedDate.Pack(day);
        Refuse(slot, value, FaultKind.InvalidDate, "CCYY-MM-DD");
        return 0;
    }

    // As nearly all are written.
    private static bool TryDate(ReadOnlySpan<byte> text, out int packed)
    {
        packed = 0;
        if (text is not [var y1, var y2, var y3, var y4, (byte)'-', var m1, var m2, (byte)'-', var d1, var d2])
            return false;
        return X12Values.TryDate([y1, y2, y3, y4, m1, m2, d1, d2], out packed);
    }

    private bool Flag(in Slot slot)
    {
        var value = slot.Object.Take(slot.Property);
        if (!value.IsThere)
            return false;
        if (value.Kind is not (JsonKind.True or JsonKind.False))
            Refuse(slot, value, FaultKind.WrongJsonType, "true or false");
        return value.Kind == JsonKind.True;
    }

    /// <summary>The value of a member, if it is there and of the right kind.</summary>
    private JsonValue Written(in Slot slot, JsonKind kind, FaultKind whenUnreadable)
    {
        var value = slot.Object.Take(slot.Property);
        if (!value.IsThere || value.Kind == kind)
            return value.IsThere ? value : default;
        if (Raw(value) is { Kind: JsonKind.String } raw && value.Kind == JsonKind.Object)
            Refuse(slot, raw, whenUnreadable, Readable(whenUnreadable));
        else if (value.Kind == JsonKind.String && kind == JsonKind.Number)
            Refuse(slot, value, FaultKind.InvalidNumber, "a number");
        else
            Refuse(slot, value, FaultKind.WrongJsonType, kind == JsonKind.String ? "a string" : "a number");
        return default;
    }

    /// <summary>What an object that stands for an unreadable value holds; the value itself for others.</summary>
    private static JsonValue Raw(JsonValue value) =>
        value is { Kind: JsonKind.Object, Count: 1 } && value.Find(JsonProperties.Unreadable) is { Kind: JsonKind.String } raw ? raw : value;

    private static string Readable(FaultKind kind) => kind switch
    {
        FaultKind.InvalidDate => "CCYY-MM-DD",
        FaultKind.InvalidNumber => "a number",
        _ => "a shorter text",
    };

    /// <summary>The items of an array; nothing where it is missing.</summary>
    private JsonValue Items(JsonValue holder, JsonProperty property)
    {
        var value = holder.Take(property);
        if (value.Kind == JsonKind.Array)
            return value;
        if (value.IsThere)
            Report(FaultKind.WrongJsonType, value.Span, holder, property, "an array");
        return default;
    }

    /// <summary>An item that must be an object. What is none is a fault and counts as an empty object, so that the places of the others stay.</summary>
    private JsonValue Object(JsonValue items, int place)
    {
        var item = items[place];
        if (item.Kind == JsonKind.Object)
            return item;
        Report(FaultKind.WrongJsonType, item.Span, item, null, "an object");
        return item.Emptied();
    }
}
