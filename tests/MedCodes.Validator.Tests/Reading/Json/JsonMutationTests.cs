using System.Text;
using MedCodes.Validator.Reading.Json;
using MedCodes.Validator.Sources;
using MedCodes.Validator.Tests.Reading.X12;
using MedCodes.Validator.Tests.Support;

namespace MedCodes.Validator.Tests.Reading.Json;

/// <summary>Records of claims whose properties were lost, doubled or given values of other types.</summary>
public class JsonMutationTests
{
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
        var line = JsonMutation.Lines.First(line => line.Contains(old, StringComparison.Ordinal));

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
            ? $"{{\"claims\":[{string.Join(',', Enumerable.Range(0, random.Next(1, 4)).Select(_ => JsonMutation.Record(random)))}]}}"
            : string.Join('\n', Enumerable.Range(0, random.Next(1, 4)).Select(_ => JsonMutation.Record(random)))),
        WrittenAsRead,
        Encoding.UTF8.GetString);

    private static void WrittenAsRead(byte[] bytes)
    {
        var batches = WholeRead.Of(JsonClaimReader.Read(SourceFile.FromBytes("broken.ndjson", bytes), new() { ClaimsPerBatch = 2 }), bytes);
        var said = ClaimDump.Of(batches);
        Assert.Equal(said, ClaimDump.Of(JsonClaimReader.Read(SourceFile.FromBytes("written.ndjson", WrittenClaims.Json(batches, isDocument: false)))));
        Assert.Equal(said, ClaimDump.Of(JsonClaimReader.Read(SourceFile.FromBytes("written.json", WrittenClaims.Json(batches, isDocument: true)))));
    }

    private static byte[] Repeated(int times) => Encoding.UTF8.GetBytes(string.Join('\n', Enumerable.Repeat(JsonMutation.Lines, times / JsonMutation.Lines.Length + 1).SelectMany(lines => lines)));

    private static long Allocated(byte[] bytes)
    {
        var file = SourceFile.FromBytes("long.ndjson", bytes);
        var before = GC.GetAllocatedBytesForCurrentThread();
        foreach (var batch in JsonClaimReader.Read(file))
            GC.KeepAlive(batch);
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }
}
