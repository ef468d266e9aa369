using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using MedCodes.Validator.Claims;
using MedCodes.Validator.Claims.Rows;
using MedCodes.Validator.Sources;

namespace MedCodes.Validator.Reading.Json;

/// <summary>Values out of members. What is there and cannot be kept is a fault, and the field is marked as unreadable.</summary>
internal sealed partial class JsonReading
{
    /// <summary>The member of an object that stands for a value which could not be read, and holds it as it was written.</summary>
    public const string Unreadable = "unreadable";

    private const int LongestFound = 80;
    private const int FirstYear = 1800;
    private const int LastYear = 2199;
    private readonly ImmutableArray<Fault>.Builder _faults = ImmutableArray.CreateBuilder<Fault>();
    private int? _claim;

    /// <summary>A field where it is read: the object that holds it, its name, and the row that it goes to.</summary>
    private readonly record struct Slot(JsonValue Object, string Path, string Name, FieldOwner Owner, int Row, int Field, Privacy Privacy)
    {
        public string FieldPath => $"{Path}/{Name}";
    }

    private uint Text(in Slot slot, int longest = int.MaxValue)
    {
        if (Written(slot, JsonKind.String, FaultKind.ElementTooLong) is not { } value || value.Text.Length == 0)
            return 0;
        if (value.Text.Length <= longest)
            return Rows.Texts.Add(value.Text);
        Refuse(slot, value, FaultKind.ElementTooLong, $"at most {longest} characters");
        return 0;
    }

    private ulong Short(in Slot slot, int longest)
    {
        if (Written(slot, JsonKind.String, FaultKind.ElementTooLong) is not { } value || value.Text.Length == 0)
            return 0;
        if (Encoding.UTF8.GetByteCount(value.Text) <= longest && PackedText.TryPack(Encoding.UTF8.GetBytes(value.Text), out var packed))
            return packed;
        Refuse(slot, value, FaultKind.ElementTooLong, $"at most {longest} characters");
        return 0;
    }

    private ulong Number(in Slot slot)
    {
        if (Written(slot, JsonKind.Number, FaultKind.InvalidNumber) is not { } value)
            return 0;
        if (decimal.TryParse(value.Text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && PackedNumber.TryPack(number, out var packed))
            return packed;
        Refuse(slot, value, FaultKind.InvalidNumber, "a number");
        return 0;
    }

    private int? Count(in Slot slot)
    {
        if (Written(slot, JsonKind.Number, FaultKind.InvalidNumber) is not { } value)
            return null;
        if (int.TryParse(value.Text, NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count <= 999_999_999)
            return count;
        Refuse(slot, value, FaultKind.InvalidNumber, "a whole number");
        return null;
    }

    private int Date(in Slot slot)
    {
        if (Written(slot, JsonKind.String, FaultKind.InvalidDate) is not { } value || value.Text.Length == 0)
            return 0;
        if (DateOnly.TryParseExact(value.Text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day.Year is >= FirstYear and <= LastYear)
            return PackedDate.Pack(day);
        Refuse(slot, value, FaultKind.InvalidDate, "CCYY-MM-DD");
        return 0;
    }

    private bool Flag(in Slot slot)
    {
        if (slot.Object.Take(slot.Name) is not { Value: { Kind: not JsonKind.Null } value })
            return false;
        if (value.Kind is not (JsonKind.True or JsonKind.False))
            Refuse(slot, value, FaultKind.WrongJsonType, "true or false");
        return value.Kind == JsonKind.True;
    }

    /// <summary>The value of a member, if it is there and of the right kind.</summary>
    private JsonValue? Written(in Slot slot, JsonKind kind, FaultKind whenUnreadable)
    {
        if (slot.Object.Take(slot.Name) is not { Value: { Kind: not JsonKind.Null } value })
            return null;
        if (value.Kind == kind)
            return value;
        if (value.Kind == JsonKind.Object && value.Members is [{ Name: Unreadable, Value: { Kind: JsonKind.String } raw }])
            Refuse(slot, raw, whenUnreadable, Readable(whenUnreadable));
        else if (value.Kind == JsonKind.String && kind == JsonKind.Number)
            Refuse(slot, value, FaultKind.InvalidNumber, "a number");
        else
            Refuse(slot, value, FaultKind.WrongJsonType, kind == JsonKind.String ? "a string" : "a number");
        return null;
    }

    private static string Readable(FaultKind kind) => kind switch
    {
        FaultKind.InvalidDate => "CCYY-MM-DD",
        FaultKind.InvalidNumber => "a number",
        _ => "a shorter text",
    };

    private void Refuse(in Slot slot, JsonValue value, FaultKind kind, string expected)
    {
        Report(kind, value.Span, slot.FieldPath, expected, value.Text, slot.Privacy);
        if (slot.Field != 0)
            Rows.MarkUnreadable(slot.Owner, slot.Row, slot.Field);
    }

    private void Require(JsonValue holder, string path, string name, string expected)
    {
        if (holder.Members.Any(member => member.Name == name && !IsEmpty(member.Value)))
            return;
        Report(FaultKind.MissingElement, holder.Span with { Length = 0 }, $"{path}/{name}", expected);
    }

    private static bool IsEmpty(JsonValue value) => value is { Kind: JsonKind.Null } or { Kind: JsonKind.String, Text: "" };

    /// <summary>The objects of an array; nothing where it is missing.</summary>
    private IEnumerable<(JsonValue Item, string Path)> Items(JsonValue holder, string path, string name)
    {
        if (holder.Take(name) is not { Value: { Kind: not JsonKind.Null } value })
            yield break;
        if (value.Kind != JsonKind.Array)
        {
            Report(FaultKind.WrongJsonType, value.Span, $"{path}/{name}", "an array");
            yield break;
        }

        for (var i = 0; i < value.Items.Length; i++)
            yield return (value.Items[i], $"{path}/{name}/{i.ToString(CultureInfo.InvariantCulture)}");
    }

    /// <summary>The objects of an array. What is none is a fault and counts as an empty object, so that the places of the others stay.</summary>
    private IEnumerable<(JsonValue Item, string Path)> Objects(JsonValue holder, string path, string name)
    {
        foreach (var (item, at) in Items(holder, path, name))
        {
            if (item.Kind == JsonKind.Object)
            {
                yield return (item, at);
                continue;
            }

            Report(FaultKind.WrongJsonType, item.Span, at, "an object");
            yield return (new JsonValue(JsonKind.Object, item.Span, ""), at);
        }
    }

    /// <summary>Reports what no field was read from.</summary>
    private void Close(JsonValue holder, string path)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var member in holder.Members)
        {
            // The name may hold anything, so it is no part of the path.
            if (!names.Add(member.Name))
                Report(FaultKind.RepeatedProperty, member.NameSpan, path, "each property once", member.Name, Privacy.Identifying);
            else if (!member.IsTaken)
                Report(FaultKind.UnknownProperty, member.NameSpan, path, "a property of claims", member.Name, Privacy.Identifying);
        }
    }

    private void Report(
        FaultKind kind, SourceSpan span, string path, string? expected = null, string? found = null, Privacy privacy = Privacy.Identifying)
    {
        // Of a reading for some claims only those claims' own faults are wanted.
        if (_wanted is not null && _claim is null)
            return;
        _faults.Add(new Fault
        {
            Kind = kind,
            File = _file,
            Span = span,
            Path = path,
            Claim = _claim,
            Expected = expected,
            Found = found is null or { Length: <= LongestFound } ? found : found[..LongestFound],
            FoundPrivacy = found is null ? privacy : Least(privacy, found),
        });
    }

    // A value of a wrong kind may be anything, so only what is as short as a code stays open.
    private static Privacy Least(Privacy privacy, string found) =>
        privacy == Privacy.Open ? X12.X12Privacy.OfCode(Encoding.UTF8.GetBytes(found)) : privacy;
}
