using System.Text;
using System.Text.Json.Nodes;
using MedCodes.Validator.Reading.Json;
using MedCodes.Validator.Sources;
using MedCodes.Validator.Tests.Reading.X12;
using MedCodes.Validator.Tests.Support;

namespace MedCodes.Validator.Tests.Reading.Json;

/// <summary>Records of claims whose properties were lost, doubled or given values of other types.</summary>
public class JsonMutationTests
{
    private static readonly string[] Values =
        ["null", "true", "0", "-1.5", "1e400", "12345678901234567890", "\"\"", "\"x\"", "\"20240230\"", "\"2024-02-30\"", "{}", "[]", "[null]", "[[1]]", "{\"unreadable\":\"7OO\"}", "{\"unreadable\":7}"];

    private static readonly string[] Lines =
    [
        .. new[] { ClaimFiles.EveryElement, ClaimFiles.EveryCode, ClaimFiles.Secondary }
            .SelectMany(name => Encoding.UTF8.GetString(WrittenClaims.Json(ClaimFiles.Read(ClaimFiles.Text(name)), isDocument: false)).Split('\n', StringSplitOptions.RemoveEmptyEntries)),
    ];

    [Fact]
    public void Broken_records_are_read_and_written_without_loss() => Try(first: 0, files: 400);

    [LongFact]
    [Trait("Length", "Long")]
    public void Thousands_of_broken_records_are_read_and_written_without_loss() => Try(LongRun.First, LongRun.Of(20_000));

    // The last day of a line and that of a code, which has one field for both its days.
    [Theory]
    [InlineData("\"through\":\"2024-07-16\"", "\"through\":\"2024-07-36\"")]
    [InlineData("\"date\":\"2024-06-01\",\"through\":\"2024-06-04\"", "\"date\":\"2024-06-01\",\"through\":\"2024-06-31\"")]
    [InlineData("\"date\":\"2024-06-01\",\"through\":\"2024-06-04\"", "\"date\":\"2024-06-31\",\"through\":\"2024-06-04\"")]
    public void A_last_day_that_cannot_be_read_is_written_as_such(string old, string damaged)
    {
        var line = Lines.First(line => line.Contains(old, StringComparison.Ordinal));

        WrittenAsRead(Encoding.UTF8.GetBytes(line.With(old, damaged)));
    }

    [Fact]
    public void What_reading_allocates_grows_with_the_file_and_no_faster()
    {
        var (few, many) = (Repeated(200), Repeated(800));
        Allocated(few);

        Assert.InRange((double)Allocated(many) / Allocated(few), 1, 5);
    }

    private static void Try(int first, int files) => EachSeed.Try(
        first,
        files,
        random => Encoding.UTF8.GetBytes(random.Next(3) == 0
            ? $"{{\"claims\":[{string.Join(',', Enumerable.Range(0, random.Next(1, 4)).Select(_ => Broken(random)))}]}}"
            : string.Join('\n', Enumerable.Range(0, random.Next(1, 4)).Select(_ => Broken(random)))),
        WrittenAsRead,
        Encoding.UTF8.GetString);

    private static void WrittenAsRead(byte[] bytes)
    {
        var batches = WholeRead.Of(JsonClaimReader.Read(SourceFile.FromBytes("broken.ndjson", bytes), new() { ClaimsPerBatch = 2 }), bytes);
        var said = ClaimDump.Of(batches);
        Assert.Equal(said, ClaimDump.Of(JsonClaimReader.Read(SourceFile.FromBytes("written.ndjson", WrittenClaims.Json(batches, isDocument: false)))));
        Assert.Equal(said, ClaimDump.Of(JsonClaimReader.Read(SourceFile.FromBytes("written.json", WrittenClaims.Json(batches, isDocument: true)))));
    }

    private static string Broken(Random random)
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

    private static byte[] Repeated(int times) => Encoding.UTF8.GetBytes(string.Join('\n', Enumerable.Repeat(Lines, times / Lines.Length + 1).SelectMany(lines => lines)));

    private static long Allocated(byte[] bytes)
    {
        var file = SourceFile.FromBytes("long.ndjson", bytes);
        var before = GC.GetAllocatedBytesForCurrentThread();
        foreach (var batch in JsonClaimReader.Read(file))
            GC.KeepAlive(batch);
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }
}
