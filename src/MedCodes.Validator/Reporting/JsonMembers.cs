using System.Collections.Immutable;
using System.Text.Json;

namespace MedCodes.Validator.Reporting;

/// <summary>Members of an object that the JSON formats write often.</summary>
internal static class JsonMembers
{
    private const int FlushAt = 1 << 16;

    /// <summary>Writes a list of texts.</summary>
    public static void WriteTexts(this Utf8JsonWriter json, string name, ImmutableArray<string> texts)
    {
        json.WriteStartArray(name);
        foreach (var text in texts)
            json.WriteStringValue(text);
        json.WriteEndArray();
    }

    /// <summary>Writes a text, or no member at all where there is none.</summary>
    public static void WriteIfGiven(this Utf8JsonWriter json, string name, string? text)
    {
        if (text is not null)
            json.WriteString(name, text);
    }

    /// <summary>Writes the object that SARIF puts around a text.</summary>
    public static void WriteMessage(this Utf8JsonWriter json, string name, string text)
    {
        json.WriteStartObject(name);
        json.WriteString("text", text);
        json.WriteEndObject();
    }

    /// <summary>Hands over what is written where it is much, so that a long list takes no memory.</summary>
    public static void FlushIfMuch(this Utf8JsonWriter json)
    {
        if (json.BytesPending > FlushAt)
            json.Flush();
    }
}
