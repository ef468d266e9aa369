using System.Text;
using MedCodes.Validator.Benchmarks.Generation;
using MedCodes.Validator.Claims;
using MedCodes.Validator.Reading;
using MedCodes.Validator.Reading.X12;
using MedCodes.Validator.Sources;
using MedCodes.Validator.Tests.Support;

namespace MedCodes.Validator.Tests.Reading.X12;

/// <summary>What is read does not depend on how many threads read it, whatever the bytes are: not a claim, a place, a fault or where a batch ends.</summary>
public class X12ParallelTests
{
    [Theory]
    [MemberData(nameof(ClaimFiles.All), MemberType = typeof(ClaimFiles))]
    public void File_is_read_the_same_on_several_threads(string name)
    {
        var text = ClaimFiles.Text(name);
        foreach (var chunk in new[] { 1, 100, 700, 3000 })
        {
            Look(Encoding.UTF8.GetBytes(text), chunk);
            Look(Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat(text, 4))), chunk);
        }
    }

    [Fact]
    public void Broken_file_is_read_the_same_on_several_threads() => Try(first: 0, files: 300);

    [LongFact]
    [Trait("Length", "Long")]
    public void Thousands_of_broken_files_are_read_the_same_on_several_threads() => Try(LongRun.First, LongRun.Of(5_000));

    [Theory]
    [InlineData(ClaimSetting.Professional, 400)]
    [InlineData(ClaimSetting.Institutional, 400)]
    [InlineData(ClaimSetting.Professional, 3)]
    [InlineData(ClaimSetting.Professional, 100_000)]
    public void Large_file_is_read_the_same_on_several_threads(ClaimSetting setting, int claimsPerTransaction) =>
        Look(Generated(setting, claimsPerTransaction, defects: 0.1), 20_000);

    [Theory]
    [InlineData(400)]
    [InlineData(3)]
    [InlineData(100_000)]
    public void Every_stretch_of_a_sound_file_is_read_ahead(int claimsPerTransaction)
    {
        var file = SourceFile.FromBytes("generated.837", Generated(ClaimSetting.Professional, claimsPerTransaction, defects: 0));
        var options = Options(20_000);
        using var source = new X12Source(file.OpenRead(), options.BufferSize);
        using var reading = new X12Reading(file, source, options);
        using var ahead = new X12Ahead(file, options, new X12Positions(file), new Workers(2));
        var cuts = 0;
        while (reading.Next() is not null)
        {
            if (!reading.IsAtCut)
                continue;
            cuts++;
            Assert.NotNull(ahead.Take(reading.Context));
        }

        Assert.True(cuts > 10);
    }

    [Fact]
    public void Batches_of_a_file_that_is_read_ahead_lie_in_it()
    {
        var bytes = Generated(ClaimSetting.Professional, 50, defects: 0.2);

        WholeRead.Of(X12Reader.Read(SourceFile.FromBytes("generated.837", bytes), new Workers(2), Options(20_000)), bytes);
    }

    [Fact]
    public void File_that_is_left_before_its_end_is_closed()
    {
        using var folder = new TemporaryFolder();
        var path = folder.Write("claims.837", Generated(ClaimSetting.Professional, 400, defects: 0));

        Assert.Equal(20, X12Reader.Read(SourceFile.OnDisk(path), new Workers(2), Options(20_000)).Take(20).Count());
        // Nobody else has it open: it can be opened for writing alone.
        using var alone = new FileStream(path, FileMode.Open, FileAccess.ReadWrite, FileShare.None);
    }

    [Fact]
    public void No_thread_at_all_is_refused() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => X12Reader.Read(ClaimFiles.Source(""), new Workers(0)));

    private static void Try(int first, int files) => EachSeed.Try(
        first,
        files,
        random => (Bytes: Joined(random), Chunk: random.Next(3) switch { 0 => 1, 1 => 150, _ => 1000 }),
        input => Look(input.Bytes, input.Chunk),
        input => $"chunks of {input.Chunk}\n{Encoding.Latin1.GetString(input.Bytes)}");

    private static byte[] Joined(Random random)
    {
        var mutation = new X12Mutation(random);
        return [.. Enumerable.Range(0, random.Next(1, 4)).SelectMany(_ => mutation.Next())];
    }

    private static void Look(byte[] bytes, int chunk)
    {
        var file = SourceFile.FromBytes("parallel.837", bytes);
        var expected = Said(X12Reader.Read(file, Options(chunk)));
        foreach (var jobs in new[] { 2, 3 })
            Assert.Equal(expected, Said(X12Reader.Read(file, new Workers(jobs), Options(chunk))));
    }

    private static string Said(IEnumerable<ClaimBatch> read)
    {
        var batches = read.ToList();
        return string.Join('\n', batches.Select(Envelopes)) + '\n' + ClaimDump.Of(batches)
            + ClaimPlaces.Of(batches.SelectMany(batch => batch.Claims)) + ClaimPlaces.Of(batches.SelectMany(batch => batch.Faults));
    }

    private static string Envelopes(ClaimBatch batch) =>
        $"{batch.Claims.Count} {string.Join(' ', batch.Interchanges.Select(one => one.Start))} ST {string.Join(' ', batch.Transactions.Select(one => $"{one.Start} {one.GroupControlNumber} {one.Guide}"))}";

    private static X12ReaderOptions Options(int chunk) => new() { ChunkSize = chunk, BufferSize = 4096, ClaimsPerBatch = 30 };

    private static byte[] Generated(ClaimSetting setting, int claimsPerTransaction, double defects)
    {
        using var memory = new MemoryStream();
        new ClaimFileGenerator(new() { Claims = 1000, Setting = setting, DefectRate = defects, LinesOfLargestPatient = 0, ClaimsPerTransaction = claimsPerTransaction }).Write(memory);
        return memory.ToArray();
    }
}
