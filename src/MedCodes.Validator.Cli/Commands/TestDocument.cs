using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace MedCodes.Validator.Cli.Commands;

/// <summary>What the outputs about tests inside rules have in common.</summary>
internal static class TestDocument
{
    private const int SchemaVersion = 1;

    /// <summary>One JSON document: its version, then what is written into it.</summary>
    public static string Json(Action<Utf8JsonWriter> write)
    {
        using var buffer = new MemoryStream();
        var options = new JsonWriterOptions { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
        using (var json = new Utf8JsonWriter(buffer, options))
        {
            json.WriteStartObject();
            json.WriteNumber("schemaVersion", SchemaVersion);
            write(json);
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.ToArray()) + "\n";
    }

    /// <summary>A number of things in words, such as "2 tests".</summary>
    public static string Counted(int count, string what) => count == 1 ? $"1 {what}" : $"{count} {what}s";
}
