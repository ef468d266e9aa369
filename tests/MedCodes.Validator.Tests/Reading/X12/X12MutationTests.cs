using System.Text;
using System.Text.Unicode;
using MedCodes.Validator.Claims;
using MedCodes.Validator.Reading.Json;
using MedCodes.Validator.Reading.X12;
using MedCodes.Validator.Sources;
using MedCodes.Validator.Tests.Support;

namespace MedCodes.Validator.Tests.Reading.X12;

/// <summary>Broken files are read to the end, what is said of them lies in them, and what was read is what is written.</summary>
public class X12MutationTests
{
    [Fact]
    public void Broken_files_are_read_and_written_without_loss() => Try(first: 0, files: 400);

    [LongFact]
    [Trait("Length", "Long")]
    public void Thousands_of_broken_files_are_read_and_written_without_loss() => Try(LongRun.First, LongRun.Of(20_000));

    [Fact]
    public void Broken_files_are_read_the_same_however_few_bytes_are_in_hand() =>
        EachSeed.Try(0, 1500, random => new X12Mutation(random).Next(), LookBothWays, Encoding.Latin1.GetString);

    // With so few bytes in hand hardly anything is taken in one go, neither lines nor composites.
    private static void LookBothWays(byte[] bytes) => Assert.Equal(Read(bytes, 16), Read(bytes, 1 << 16));

    private static string Read(byte[] bytes, int buffer)
    {
        ClaimBatch[] batches = [.. X12Reader.Read(SourceFile.FromBytes("broken.837", bytes), new() { BufferSize = buffer })];
        var faults = batches.SelectMany(batch => batch.Faults).Select(fault => $"{fault.Kind} {fault.Span} {fault.Path} {fault.Claim} {fault.Expected} {fault.Found}");
        return ClaimDump.Of(batches) + string.Join('\n', faults);
    }

    private static void Try(int first, int files) => EachSeed.Try(first, files, random => new X12Mutation(random).Next(), Look, Encoding.Latin1.GetString);

    private static void Look(byte[] bytes)
    {
        var batches = WholeRead.Of(X12Reader.Read(SourceFile.FromBytes("broken.837", bytes), new() { BufferSize = 1024, ClaimsPerBatch = 2 }), bytes);
        var (looked, steps) = X12CostTests.Cost(bytes, 1024);
        Assert.InRange(looked, 0, (4L * bytes.Length) + 2048);
        Assert.InRange(steps, 0, bytes.Length + 2);

        // What is no text in UTF-8 cannot be written in a record.
        if (Utf8.IsValid(bytes))
            Assert.Equal(Said(batches), Said(JsonClaimReader.Read(SourceFile.FromBytes("written.ndjson", WrittenClaims.Json(batches, isDocument: false)))));
    }

    // A claim outside every transaction says itself what it is; the transaction that is made up for it cannot know.
    private static string Said(IEnumerable<ClaimBatch> batches) =>
        string.Join('\n', ClaimDump.Of(batches).Split('\n').Where(line => !line.StartsWith("    Setting:", StringComparison.Ordinal)));
}
