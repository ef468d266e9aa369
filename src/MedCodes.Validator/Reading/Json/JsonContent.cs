using System.Text.Json;

namespace MedCodes.Validator.Reading.Json;

/// <summary>Tells claims in JSON from other JSON by the member "type" that they begin with.</summary>
internal static class JsonContent
{
    /// <summary>The name of the member that says what an object is.</summary>
    public const string Type = "type";

    /// <summary>What it says of one claim.</summary>
    public const string Claim = "claim";

    /// <summary>What it says of a document of claims.</summary>
    public const string Claims = "claims";

    /// <summary>Whether the bytes that a file starts with are claims in JSON: its first object says so of itself.</summary>
    public static bool LooksLike(ReadOnlySpan<byte> start) => TypeOf(start) is Claim or Claims;

    /// <summary>What the first object says that it is; null where there is none, or it says nothing.</summary>
    public static string? TypeOf(ReadOnlySpan<byte> start)
    {
        var text = start.TrimStart("\uFEFF"u8).TrimStart(" \t\r\n"u8);
        if (text.IsEmpty || text[0] != (byte)'{')
            return null;
        try
        {
            var reader = new Utf8JsonReader(text, isFinalBlock: false, new JsonReaderState(new() { AllowMultipleValues = true }));
            reader.Read();
            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                var isType = JsonTree.TextOf(reader.ValueSpan) == Type;
                if (!reader.Read())
                    return null;
                if (isType)
                    return reader.TokenType == JsonTokenType.String ? JsonTree.TextOf(reader.ValueSpan) : null;
                if (!reader.TrySkip())
                    return null;
            }
        }
        catch (JsonException)
        {
            return null;
        }

        return null;
    }
}
