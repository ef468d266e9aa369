using System.Text;
using MedCodes.Validator.Benchmarks.Generation;
using MedCodes.Validator.Claims;
using MedCodes.Validator.Reading;
using MedCodes.Validator.Reading.Json;
using MedCodes.Validator.Reading.X12;
using MedCodes.Validator.Sources;
using MedCodes.Validator.Tests.Reading.X12;
using MedCodes.Validator.Tests.Support;

namespace MedCodes.Validator.Tests.Reading;

/// <summary>A reading for some claims gives these as a reading of all does, whatever is wrong with the others.</summary>
public class PassedOverTests
{
    private static readonly Func<int, bool>[] Choices =
        [_ => false, _ => true, ordinal => ordinal % 2 == 0, ordinal => ordinal % 2 == 1, ordinal => ordinal % 5 == 3, ordinal => ordinal > 3, ordinal => ordinal <= 2];

    [Theory]
    [MemberData(nameof(ClaimFiles.All), MemberType = typeof(ClaimFiles))]
    public void Wanted_claims_of_a_file_are_those_of_the_whole_file(string name)
    {
        Look(Encoding.UTF8.GetBytes(ClaimFiles.Text(name)));
        Look(Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat(ClaimFiles.Text(name), 3))));
    }

    [Fact]
    public void Wanted_claims_of_a_broken_file_are_those_of_the_whole_file() => Try(first: 0, files: 200);

    [LongFact]
    [Trait("Length", "Long")]
    public void Wanted_claims_of_thousands_of_broken_files_are_those_of_the_whole_files() => Try(LongRun.First, LongRun.Of(5_000));

    [Fact]
    public void Wanted_claims_of_a_large_file_are_those_of_the_whole_file()
    {
        var file = SourceFile.FromBytes("generated.837", Generated(3000));
        foreach (var buffer in new[] { 1 << 10, 1 << 16 })
            Compare(X12Reader.Read(file), wanted => new X12ClaimFile(file, new() { BufferSize = buffer, ClaimsPerBatch = 50 }).Read(Workers.None, wanted));
    }

    [Theory]
    [InlineData("")]
    [InlineData("HL*1**20*1~\n")]
    public void Dependent_that_names_a_subscriber_who_was_passed_over_has_that_subscriber(string between)
    {
        var text = ClaimFiles.Text("two-patients-one-dependent.837");
        var lines = text.Split('\n').ToList();
        int At(string start) => lines.FindIndex(line => line.StartsWith(start, StringComparison.Ordinal));
        var dependent = At("HL*4*");
        var other = lines[At("HL*2*")..At("HL*3*")].Select(line => line.Replace("HL*2*", "HL*8*", StringComparison.Ordinal));
        var file = ClaimFiles.Source(string.Join('\n', lines[..dependent].Concat(other).Append(between).Concat(lines[dependent..])));

        Compare(X12Reader.Read(file), wanted => new X12ClaimFile(file, new() { BufferSize = 1 << 16 }).Read(Workers.None, wanted));
    }

    [Fact]
    public void Wanted_records_are_those_of_the_whole_file()
    {
        var written = WrittenClaims.Json(X12Reader.Read(SourceFile.FromBytes("generated.837", Generated(40))), isDocument: false);
        var lines = Encoding.UTF8.GetString(written).Split('\n');
        lines[3] = "17";
        lines[7] = "{\"id\":";
        foreach (var text in new[] { string.Join('\n', lines), $"{{\"claims\":[{string.Join(',', Encoding.UTF8.GetString(written).TrimEnd().Split('\n'))}]}}" })
        {
            var file = SourceFile.FromBytes("claims.json", Encoding.UTF8.GetBytes(text));
            Compare(JsonClaimReader.Read(file), wanted => new JsonClaimFile(file, new() { ClaimsPerBatch = 3 }).Read(Workers.None, wanted), hasTransactions: false);
        }
    }

    private static void Try(int first, int files) => EachSeed.Try(first, files, random => new X12Mutation(random).Next(), Look, Encoding.Latin1.GetString);

    private static void Look(byte[] bytes)
    {
        var file = SourceFile.FromBytes("some.837", bytes);
        foreach (var buffer in new[] { 16, 1 << 16 })
            Compare(X12Reader.Read(file, new X12ReaderOptions { BufferSize = 1 << 16 }), wanted => new X12ClaimFile(file, new() { BufferSize = buffer }).Read(Workers.None, wanted));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Wanted_claims_are_found_again_where_the_first_reading_learnt_to_cut(int jobs)
    {
        LookAgain(Generated(1000), chunk: 20_000, jobs);
        EachSeed.Try(0, 100, random => new X12Mutation(random).Next(), bytes => LookAgain(bytes, chunk: 300, jobs), Encoding.Latin1.GetString);
    }

    [Theory]
    [InlineData(1, "")]
    [InlineData(2, "")]
    [InlineData(2, "17")]
    [InlineData(2, "{\"id\":")]
    [InlineData(2, "{}{}")]
    [InlineData(2, "{\n}")]
    public void Wanted_records_are_found_again_where_the_first_reading_learnt_to_cut(int jobs, string between)
    {
        var lines = Encoding.UTF8.GetString(WrittenClaims.Json(X12Reader.Read(SourceFile.FromBytes("generated.837", Generated(200))), isDocument: false)).Split('\n');
        foreach (var line in new[] { 3, 40, 41, 150, 200 })
            lines[line] = between + (line == 41 ? "" : "\n") + lines[line];
        var again = new JsonClaimFile(SourceFile.FromBytes("again.ndjson", Encoding.UTF8.GetBytes(string.Join('\n', lines))), new() { ChunkSize = 20_000 });

        Compare(again.Read(new Workers(jobs)), wanted => again.Read(new Workers(jobs), wanted), hasTransactions: false);
    }

    [Fact]
    public void Stretches_without_a_wanted_claim_are_not_looked_at()
    {
        using var folder = new TemporaryFolder();
        var bytes = Generated(1000);
        var file = SourceFile.OnDisk(folder.Write("claims.837", bytes));
        var again = new X12ClaimFile(file, new() { ChunkSize = 20_000, BufferSize = 1 << 12 });
        Assert.Equal(1000, again.Read(new Workers(2)).Sum(batch => batch.Claims.Count));
        bytes.AsSpan(200_000).Fill((byte)'?');
        folder.Write("claims.837", bytes);

        Assert.Equal([1, 30], again.Read(new Workers(2), ordinal => ordinal is 1 or 30).SelectMany(batch => batch.Claims).Select(claim => claim.Ordinal));
    }

    private static void LookAgain(byte[] bytes, int chunk, int jobs)
    {
        var again = new X12ClaimFile(SourceFile.FromBytes("again.837", bytes), new() { ChunkSize = chunk, BufferSize = 1 << 12 });
        Compare(again.Read(new Workers(jobs)), wanted => again.Read(new Workers(jobs), wanted));
    }

    // The first record that says what a transaction is stands for its start, and that one may be passed over.
    private static void Compare(IEnumerable<ClaimBatch> read, Func<Func<int, bool>, IEnumerable<ClaimBatch>> readSome, bool hasTransactions = true)
    {
        var all = read.ToList();
        foreach (var wanted in Choices)
        {
            var some = readSome(wanted).ToList();
            var expected = all.SelectMany(batch => batch.Claims).Where(claim => wanted(claim.Ordinal)).ToList();
            var actual = some.SelectMany(batch => batch.Claims).ToList();
            Assert.Equal(expected.Select(claim => claim.Ordinal), actual.Select(claim => claim.Ordinal));
            Assert.Equal(ClaimDump.Of(expected), ClaimDump.Of(actual));
            if (hasTransactions)
                Assert.Equal(ClaimPlaces.Of(expected), ClaimPlaces.Of(actual));
            Assert.Equal(
                ClaimPlaces.Of(all.SelectMany(batch => batch.Faults).Where(fault => fault.Claim is { } claim && wanted(claim))),
                ClaimPlaces.Of(some.SelectMany(batch => batch.Faults)));
        }
    }

    private static byte[] Generated(int claims)
    {
        using var memory = new MemoryStream();
        new ClaimFileGenerator(new() { Claims = claims, DefectRate = 0.1, LinesOfLargestPatient = 0, ClaimsPerTransaction = 400 }).Write(memory);
        return memory.ToArray();
    }
}
