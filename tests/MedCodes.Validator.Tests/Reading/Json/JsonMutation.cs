using System.Text;
using System.Text.Json.Nodes;
using MedCodes.Validator.Tests.Reading.X12;

namespace MedCodes.Validator.Tests.Reading.Json;

/// <summary>Makes records of claims, and files of them, that something is wrong with.</summary>
internal static class JsonMutation
{
    private static readonly string[] Values =
        ["null", "true", "0", "-1.5", "1e400", "12345678901234567890", "\"\"", "\"x\"", "\"20240230\"", "\"2024-02-30\"", "{}", "[]", "[null]", "[[1]]", "{\"unreadable\":\"7OO\"}", "{\"unreadable\":7}"];

    // What stands on a line where a claim should.
    private static readonly string[] Others =
        ["", " ", "17", "\"text\"", "[{}]", "{", "}", "{}", "{\"type\":\"claim\"", "null 17 {}", "\0\0", new string('[', 70), $"{{\"type\":\"claims\",\"claims\":[\n", "{\n{\"type\":\"claim\"}\n"];

    /// <summary>Records as they are written.</summary>
    public static readonly string[] Lines =
    [
        .. new[] { ClaimFiles.EveryElement, ClaimFiles.EveryCode, ClaimFiles.Secondary }
            .SelectMany(name => Encoding.UTF8.GetString(WrittenClaims.Json(ClaimFiles.Read(ClaimFiles.Text(name)), isDocument: false)).Split('\n', StringSplitOptions.RemoveEmptyEntries)),
    ];

    /// <summary>A file of records, some of them broken, with what may stand between them, before and behind.</summary>
    public static byte[] File(Random random)
    {
        var text = string.Join(random.Next(5) == 0 ? "\r\n" : "\n", Enumerable.Range(0, random.Next(1, 9)).Select(_ => random.Next(6) == 0 ? Others[random.Next(Others.Length)] : Record(random)));
        if (random.Next(10) == 0)
            text = text.Replace("\"code\"", "\"c\\u006fde\"", StringComparison.Ordinal);
        if (random.Next(10) == 0)
            text = text.Replace("SYN", "S\\u0041\\ud800ÿ日", StringComparison.Ordinal);
        if (random.Next(10) == 0)
            text = text.Replace(",\"", ",\n  \"", StringComparison.Ordinal);
        if (random.Next(10) == 0)
            text = "\uFEFF" + text;
        var bytes = Encoding.UTF8.GetBytes(random.Next(3) == 0 ? text : text + "\n");
        if (random.Next(2) == 0)
        {
            for (var flips = random.Next(1, 4); flips > 0; flips--)
                bytes[random.Next(bytes.Length)] = random.Next(3) == 0 ? (byte)random.Next(256) : "{}[]\":,0\\\n"u8[random.Next(10)];
        }

        return random.Next(5) == 0 ? bytes[..random.Next(bytes.Length)] : bytes;
    }

    /// <summary>A record with some properties lost, doubled or given values of other types.</summary>
    public static string Record(Random random)
    {
        var claim = JsonNode.Parse(Lines[random.Next(Lines.Length)])!;
        for (var changes = random.Next(5); changes > 0; changes--)
            Change(random, claim);
        return claim.ToJsonString();
    }

    // Somewhere in the tree: a value of another type, a property lost, doubled or put elsewhere, an item lost or doubled.
    private static void Change(Random random, JsonNode node)
    {
        while (Inner(random, node) is { } inner && random.Next(3) != 0)
            node = inner;
        var value = Values[random.Next(Values.Length)];
        switch (node)
        {
            case JsonObject { Count: > 0 } some:
                var name = some.ElementAt(random.Next(some.Count)).Key;
                switch (random.Next(4))
                {
                    case 0:
                        some.Remove(name);
                        break;
                    case 1:
                        some[name + random.Next(3)] = some[name]?.DeepClone();
                        break;
                    case 2:
                        some[some.ElementAt(random.Next(some.Count)).Key] = some[name]?.DeepClone();
                        break;
                    default:
                        some[name] = Parsed(value);
                        break;
                }

                break;
            case JsonArray list:
                if (list.Count > 0 && random.Next(2) == 0)
                    list.RemoveAt(random.Next(list.Count));
                else
                    list.Insert(random.Next(list.Count + 1), list.Count > 0 && random.Next(2) == 0 ? list[random.Next(list.Count)]?.DeepClone() : Parsed(value));
                break;
        }
    }

    private static JsonNode? Inner(Random random, JsonNode node)
    {
        List<JsonNode> inner = node switch
        {
            JsonObject some => [.. some.Select(pair => pair.Value).OfType<JsonNode>().Where(part => part is JsonObject or JsonArray)],
            JsonArray list => [.. list.OfType<JsonNode>().Where(part => part is JsonObject or JsonArray)],
            _ => [],
        };
        return inner.Count == 0 ? null : inner[random.Next(inner.Count)];
    }

    private static JsonNode? Parsed(string value) => JsonNode.Parse(value);
}
