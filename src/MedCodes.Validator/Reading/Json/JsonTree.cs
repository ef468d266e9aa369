using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using MedCodes.Validator.Sources;

namespace MedCodes.Validator.Reading.Json;

/// <summary>Makes values of one JSON text that is known to be well-formed.</summary>
internal static class JsonTree
{
    /// <summary>The value that the bytes are.</summary>
    /// <param name="bytes">One value, well-formed.</param>
    /// <param name="offset">Where the bytes start in the file.</param>
    public static JsonValue Read(ReadOnlySpan<byte> bytes, long offset)
    {
        var reader = new Utf8JsonReader(bytes);
        reader.Read();
        return Value(ref reader, bytes, offset);
    }

    private static JsonValue Value(ref Utf8JsonReader reader, ReadOnlySpan<byte> bytes, long offset)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.StartObject:
                return Object(ref reader, bytes, offset);
            case JsonTokenType.StartArray:
                return Array(ref reader, bytes, offset);
            case JsonTokenType.String:
                return new JsonValue(JsonKind.String, Inside(reader, offset), Text(reader));
            case JsonTokenType.Number:
                return new JsonValue(JsonKind.Number, Whole(reader, offset), Encoding.ASCII.GetString(reader.ValueSpan));
            case JsonTokenType.True:
                return new JsonValue(JsonKind.True, Whole(reader, offset), "");
            case JsonTokenType.False:
                return new JsonValue(JsonKind.False, Whole(reader, offset), "");
            default:
                return new JsonValue(JsonKind.Null, Whole(reader, offset), "");
        }
    }

    private static JsonValue Object(ref Utf8JsonReader reader, ReadOnlySpan<byte> bytes, long offset)
    {
        var start = reader.TokenStartIndex;
        var members = ImmutableArray.CreateBuilder<JsonMember>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
        {
            var (name, span) = (Text(reader), Inside(reader, offset));
            reader.Read();
            members.Add(new JsonMember(name, span, Value(ref reader, bytes, offset)));
        }

        return new JsonValue(JsonKind.Object, new SourceSpan(offset + start, (int)(reader.BytesConsumed - start)), "") { Members = members.DrainToImmutable() };
    }

    private static JsonValue Array(ref Utf8JsonReader reader, ReadOnlySpan<byte> bytes, long offset)
    {
        var start = reader.TokenStartIndex;
        var items = ImmutableArray.CreateBuilder<JsonValue>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
            items.Add(Value(ref reader, bytes, offset));
        return new JsonValue(JsonKind.Array, new SourceSpan(offset + start, (int)(reader.BytesConsumed - start)), "") { Items = items.DrainToImmutable() };
    }

    /// <summary>The bytes of a string between its quotes.</summary>
    public static SourceSpan Inside(in Utf8JsonReader reader, long offset) =>
        new(offset + reader.TokenStartIndex + 1, reader.ValueSpan.Length);

    /// <summary>The bytes of a word or number.</summary>
    public static SourceSpan Whole(in Utf8JsonReader reader, long offset) =>
        new(offset + reader.TokenStartIndex, reader.ValueSpan.Length);

    /// <summary>A string unescaped. An escape of half a character is JSON and no text: such a string is taken as it is written.</summary>
    public static string Text(in Utf8JsonReader reader)
    {
        try
        {
            return reader.GetString()!;
        }
        catch (InvalidOperationException)
        {
            return Encoding.UTF8.GetString(reader.ValueSpan);
        }
    }
}
