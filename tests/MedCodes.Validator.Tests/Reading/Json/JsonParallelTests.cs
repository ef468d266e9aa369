using System.Text;
using FsCheck;
using FsCheck.Fluent;
using MedCodes.Validator.Benchmarks.Generation;
using MedCodes.Validator.Claims;
using MedCodes.Validator.Reading;
using MedCodes.Validator.Reading.Json;
using MedCodes.Validator.Reading.X12;
using MedCodes.Validator.Sources;
using MedCodes.Validator.Tests.Reading.X12;
using MedCodes.Validator.Tests.Support;

namespace MedCodes.Validator.Tests.Reading.Json;

/// <summary>What is read depends neither on how many threads read it nor on where it is cut, whatever the bytes are: not a claim, a place or a fault.</summary>
public class JsonParallelTests
{
    private static readonly string Record = JsonMutation.Lines[0];

    [Fact]
    public void Any_cut_and_any_number_of_threads_read_the_same()
    {
        var inputs =
            from seeds in Gen.Choose(0, 1_000_000).NonEmptyListOf()
            from chunk in Gen.Choose(1, 20_000)
            from jobs in Gen.Choose(1, 5)
            from claims in Gen.Choose(1, 9)
            select (Bytes: seeds.Take(4).SelectMany(seed => JsonMutation.File(new Random(seed))).ToArray(), Chunk: chunk, Jobs: jobs, Claims: claims);
        Prop.ForAll(inputs.ToArbitrary(), input =>
        {
            var file = SourceFile.FromBytes("claims.ndjson", input.Bytes);
            Assert.Equal(Said(JsonClaimReader.Read(file)), Said(JsonClaimReader.Read(file, new Workers(input.Jobs), new() { ChunkSize = input.Chunk, ClaimsPerBatch = input.Claims })));
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(150).WithReplay(20240715UL, 7UL));
    }

    [Fact]
    public void Broken_file_is_read_the_same_on_several_threads() => Try(first: 0, files: 300);

    [LongFact]
    [Trait("Length", "Long")]
    public void Thousands_of_broken_files_are_read_the_same_on_several_threads() => Try(LongRun.First, LongRun.Of(5_000));

    public static TheoryData<string, byte[]> Damaged => new()
    {
        { "a line that breaks off", Lines(Record, Record[..400], Record, Record) },
        { "a line that breaks off within a text", Lines(Record, Record[..(Record.IndexOf("SYN", StringComparison.Ordinal) + 2)], Record) },
        { "bytes that are no UTF-8", [.. Lines(Record, Record), .. Encoding.Latin1.GetBytes(Record.Replace("SYN", "S\xFFN", StringComparison.Ordinal)), .. Lines("", Record)] },
        { "a byte order mark", Lines("\uFEFF" + Record, Record, Record) },
        { "a byte order mark within", Lines(Record, "\uFEFF" + Record, Record) },
        { "line ends of two bytes", Encoding.UTF8.GetBytes(string.Join("\r\n", Record, Record, Record, "")) },
        { "line ends of another system", Encoding.UTF8.GetBytes(string.Join('\r', Record, Record, Record, "")) },
        { "empty lines", Lines("", Record, "", "  ", Record, "", "\t", Record, "", "") },
        { "no last line end", Encoding.UTF8.GetBytes(string.Join('\n', Record, Record, Record)) },
        { "zero bytes", Lines(Record, "\0\0\0", Record, "\0" + Record, Record) },
        { "too deep", Lines(Record, new string('[', 100), $"{{\"type\":{new string('[', 100)}", Record) },
        { "as deep as may be", Lines(Record, $"{{\"x\":{new string('[', 63)}{new string(']', 63)}}}", $"{{\"x\":{new string('[', 64)}{new string(']', 64)}}}", Record) },
        { "several on a line", Lines(Record + Record, Record + " 17 " + Record, Record) },
        { "spread over lines", Lines(Enumerable.Repeat(Record.Replace(",\"", ",\n\"", StringComparison.Ordinal).Replace("{", "\n{\n", StringComparison.Ordinal).TrimStart(), 5)) },
        { "a document", Encoding.UTF8.GetBytes($"{{\"type\":\"claims\",\"claims\":[\n{string.Join(",\n", Record, Record, Record)}\n]}}") },
        { "lines of a document without its start", Lines(Record + ",", Record + ",", Record, "]}") },
        { "envelopes that are wrong each time", Lines(Enumerable.Repeat(Record.With("\"senderId\":\"SYNTHETIC\"", "\"senderId\":17").With("\"submitted\":\"", "\"submitted\":\"x"), 9)) },
        { "envelopes that change", Lines(Enumerable.Range(0, 12).Select(i => Record.With("\"senderId\":\"", $"\"senderId\":\"{i / 3}").With("\"usage\":\"T\"", i % 2 == 0 ? "\"usage\":{\"unreadable\":\"TT\"}" : "\"usage\":\"T\""))) },
        { "nothing but other values", Lines(Enumerable.Repeat("17", 50)) },
        { "a long stretch without a claim", Lines([Record, .. Enumerable.Repeat("{oops}", 2_000), Record, Record]) },
        { "a long line", Lines(Record, Record, Record.With("\"note\"", "\"note\"").With("\"text\":\"", "\"text\":\"" + new string('x', 300_000)), Record, Record) },
        { "a long line that breaks off", Lines(Record, Record, "{\"type\":\"claim\",\"id\":\"" + new string('x', 300_000), Record, Record) },
        { "blank", Lines(Enumerable.Repeat(" ", 900)) },
        { "nothing", [] },
    };

    [Theory]
    [MemberData(nameof(Damaged))]
    public void Damage_is_told_the_same_on_several_threads(string damage, byte[] bytes)
    {
        Assert.NotNull(damage);
        foreach (var chunk in new[] { 1, 700, 2500, 10_000, 100_000 })
            Look(bytes, chunk);
    }

    [Theory]
    [InlineData(400)]
    [InlineData(3)]
    public void Large_file_is_read_the_same_on_several_threads(int claimsPerTransaction) =>
        Look(Generated(claimsPerTransaction, defects: 0.1), chunk: 50_000);

    [Fact]
    public void Every_stretch_of_a_sound_file_is_read_ahead()
    {
        var file = SourceFile.FromBytes("generated.ndjson", Generated(400, defects: 0));
        var cuts = new List<JsonContext>();
        var options = new JsonClaimOptions { ChunkSize = 50_000 };
        Assert.Equal(1000, JsonClaimReader.Read(file, Workers.None, options, cuts.Add).Sum(batch => batch.Claims.Count));
        using var ahead = new JsonAhead(file, options, new JsonPositions(file, new JsonPaths()), new Workers(2));

        Assert.True(cuts.Count > 20);
        Assert.All(cuts, cut => Assert.NotNull(ahead.Take(cut)));
    }

    // However many threads there are, no more of them wait in memory than of one reading.
    [Fact]
    public void Stretch_with_more_faults_than_are_held_at_once_is_not_read_ahead()
    {
        var bytes = Lines([.. Enumerable.Repeat(Record, 40), .. Enumerable.Repeat("17", 20_000), Record]);
        var file = SourceFile.FromBytes("claims.ndjson", bytes);
        var options = new JsonClaimOptions { ChunkSize = 20 * Record.Length };
        var cuts = new List<JsonContext>();
        Assert.Equal(41, JsonClaimReader.Read(file, Workers.None, options, cuts.Add).Sum(batch => batch.Claims.Count));
        using var ahead = new JsonAhead(file, options, new JsonPositions(file, new JsonPaths()), new Workers(2));

        Assert.Null(ahead.Take(cuts[0]));
        Look(bytes, options.ChunkSize);
    }

    [Fact]
    public void Batches_of_a_file_that_is_read_ahead_lie_in_it()
    {
        var bytes = Generated(50, defects: 0.2);

        WholeRead.Of(JsonClaimReader.Read(SourceFile.FromBytes("generated.ndjson", bytes), new Workers(2), new() { ChunkSize = 50_000 }), bytes);
    }

    [Fact]
    public void File_that_is_left_before_its_end_is_closed()
    {
        using var folder = new TemporaryFolder();
        var path = folder.Write("claims.ndjson", Generated(400, defects: 0));

        Assert.Equal(10, JsonClaimReader.Read(SourceFile.OnDisk(path), new Workers(2), new() { ChunkSize = 50_000 }).Take(10).Count());
        // Nobody else has it open: it can be opened for writing alone.
        using var alone = new FileStream(path, FileMode.Open, FileAccess.ReadWrite, FileShare.None);
    }

    [Fact]
    public void No_thread_at_all_is_refused() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => JsonClaimReader.Read(ClaimFiles.Source(""), new Workers(0)));

    private static void Try(int first, int files) => EachSeed.Try(
        first,
        files,
        random => (Bytes: JsonMutation.File(random), Chunk: random.Next(4) switch { 0 => 1, 1 => 300, 2 => 2000, _ => 6000 }),
        input => Look(input.Bytes, input.Chunk),
        input => $"chunks of {input.Chunk}\n{Encoding.Latin1.GetString(input.Bytes)}");

    private static void Look(byte[] bytes, int chunk)
    {
        var file = SourceFile.FromBytes("parallel.ndjson", bytes);
        var options = new JsonClaimOptions { ChunkSize = chunk, ClaimsPerBatch = 30 };
        var expected = Said(JsonClaimReader.Read(file));
        var batches = Ends(JsonClaimReader.Read(file, Workers.None, options));
        foreach (var jobs in new[] { 1, 2, 3 })
        {
            Assert.Equal(expected, Said(JsonClaimReader.Read(file, new Workers(jobs), options)));
            Assert.Equal(batches, Ends(JsonClaimReader.Read(file, new Workers(jobs), options)));
        }
    }

    private static string Said(IEnumerable<ClaimBatch> read)
    {
        var batches = read.ToList();
        return ClaimDump.Of(batches) + ClaimPlaces.Of(batches.SelectMany(batch => batch.Claims)) + ClaimPlaces.Of(batches.SelectMany(batch => batch.Faults));
    }

    private static string Ends(IEnumerable<ClaimBatch> read) => string.Join('\n', read.Select(batch =>
        $"{batch.Claims.Count} {batch.Faults.Length} {string.Join(' ', batch.Interchanges.Select(one => one.Start))} ST {string.Join(' ', batch.Transactions.Select(one => one.Start))}"));

    private static byte[] Lines(params IEnumerable<string> lines) => Encoding.UTF8.GetBytes(string.Concat(lines.Select(line => line + "\n")));

    private static byte[] Generated(int claimsPerTransaction, double defects)
    {
        using var memory = new MemoryStream();
        new ClaimFileGenerator(new() { Claims = 1000, DefectRate = defects, LinesOfLargestPatient = 0, ClaimsPerTransaction = claimsPerTransaction }).Write(memory);
        return WrittenClaims.Json(X12Reader.Read(SourceFile.FromBytes("generated.837", memory.ToArray())), isDocument: false);
    }
}
