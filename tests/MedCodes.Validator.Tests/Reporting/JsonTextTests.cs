using System.Buffers;
using System.Text;
using System.Text.Json;
using MedCodes.Validator.Reporting;

namespace MedCodes.Validator.Tests.Reporting;

/// <summary>What is written without checks is what the runtime writes.</summary>
public sealed class JsonTextTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Objects_lists_and_values_are_written_as_the_runtime_writes_them(bool indented)
    {
        using var bytes = new PooledBytes(1);
        var own = new JsonText(bytes, indented);
        own.WriteStartObject();
        own.WriteStartObject("empty"u8);
        own.WriteEndObject();
        own.WriteStartArray("none"u8);
        own.WriteEndArray();
        own.WriteString("text"u8, "some \"words\"");
        own.WriteIfGiven("absent"u8, null);
        own.WriteNumber("number"u8, long.MinValue);
        own.WriteNumber("amount"u8, 1.10m);
        own.WriteBoolean("yes"u8, true);
        own.WritePropertyName("named");
        own.WriteNullValue();
        own.WritePropertyName("list"u8);
        own.WriteStartArray();
        own.WriteNumberValue(decimal.MinValue);
        own.WriteStringValue("b");
        own.WriteStartObject();
        own.WriteEndObject();
        own.WriteEndArray();
        own.WriteEndObject();

        Assert.Equal(Runtime(indented, json =>
        {
            json.WriteStartObject();
            json.WriteStartObject("empty");
            json.WriteEndObject();
            json.WriteStartArray("none");
            json.WriteEndArray();
            json.WriteString("text", "some \"words\"");
            json.WriteNumber("number", long.MinValue);
            json.WriteNumber("amount", 1.10m);
            json.WriteBoolean("yes", true);
            json.WriteNull("named");
            json.WriteStartArray("list");
            json.WriteNumberValue(decimal.MinValue);
            json.WriteStringValue("b");
            json.WriteStartObject();
            json.WriteEndObject();
            json.WriteEndArray();
            json.WriteEndObject();
        }), Encoding.UTF8.GetString(bytes.Written));
    }

    [Fact]
    public void Every_character_is_written_as_the_runtime_writes_it()
    {
        var characters = Enumerable.Range(0, char.MaxValue + 1).Select(character => ((char)character).ToString())
            .Concat(["\ud83d\ude80", "a\ud83d", "\ude80b", "•••*•", "x\u2028y"]);

        Assert.All(characters.Chunk(4096), some => Assert.Equal(
            Runtime(indented: false, json =>
            {
                json.WriteStartArray();
                foreach (var character in some)
                    json.WriteStringValue(character);
                json.WriteEndArray();
            }),
            Own(some)));
    }

    private static string Own(IEnumerable<string> texts)
    {
        using var bytes = new PooledBytes(1);
        var json = new JsonText(bytes, indented: false);
        json.WriteStartArray();
        foreach (var text in texts)
            json.WriteStringValue(text);
        json.WriteEndArray();
        return Encoding.UTF8.GetString(bytes.Written);
    }

    private static string Runtime(bool indented, Action<Utf8JsonWriter> write)
    {
        var bytes = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(bytes, JsonRun.Style(indented)))
            write(json);
        return Encoding.UTF8.GetString(bytes.WrittenSpan);
    }
}
