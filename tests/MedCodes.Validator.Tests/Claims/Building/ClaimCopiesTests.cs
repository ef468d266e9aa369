using System.Buffers;
using System.Text;
using MedCodes.Validator.Batches;
using MedCodes.Validator.Claims;
using MedCodes.Validator.Claims.Building;
using MedCodes.Validator.Claims.Rows;
using MedCodes.Validator.Reading.Json;
using MedCodes.Validator.Reading.X12;
using MedCodes.Validator.Sources;
using MedCodes.Validator.Tests.Reading;
using MedCodes.Validator.Tests.Reading.X12;
using MedCodes.Validator.Tests.Support;

namespace MedCodes.Validator.Tests.Claims.Building;

/// <summary>Some claims of a batch, copied into one of their own and written to bytes and back, say what they said and stand where they stood.</summary>
public sealed class ClaimCopiesTests
{
    private static readonly Func<int, bool>[] Choices = [_ => true, claim => claim % 2 == 0, claim => claim % 2 == 1, claim => claim % 5 == 3, claim => claim > 2, claim => claim == 0];

    public static TheoryData<string> Files => [.. Repository.Files("fixtures", "*").Where(path => path.Contains("claims", StringComparison.Ordinal) && Path.GetExtension(path) is ".837" or ".json" or ".ndjson")];

    [Theory]
    [MemberData(nameof(Files))]
    public void Copied_claims_are_what_they_were_and_stand_where_they_stood(string path)
    {
        var file = SourceFile.FromBytes(path, File.ReadAllBytes(path));
        Compare(ClaimFileContent.Read(file, ClaimFileContent.KindOf(file)));
    }

    [Fact]
    public void Claims_of_batches_that_go_on_under_the_same_provider_or_patient_are_what_they_were() =>
        EachSeed.Try(0, 60, random => new X12Mutation(random).Next(), bytes =>
        {
            var file = SourceFile.FromBytes("some.837", (byte[])[.. bytes, .. bytes]);
            Compare(X12Reader.Read(file, new X12ReaderOptions { ClaimsPerBatch = 1, BufferSize = 1 << 12 }));
            Compare(X12Reader.Read(file, new X12ReaderOptions { ClaimsPerBatch = 3, BufferSize = 1 << 12 }));
        }, Encoding.Latin1.GetString);

    [Fact]
    public void Values_of_envelopes_that_cannot_be_read_cannot_be_read_in_a_copy() =>
        Compare(JsonClaimReader.Read(SourceFile.FromBytes("claims.json", """{ "claims": [ { "id": "1", "senderId": 5, "receiverId": {}, "transactionControlNumber": 7, "lines": [] }, { "id": "2", "senderId": 5, "lines": [] } ] }"""u8.ToArray())));

    [Fact]
    public void No_part_of_a_claim_has_more_fields_than_are_kept_as_bits() =>
        Assert.All(
            typeof(ClaimField).Assembly.GetTypes().Where(type => type.IsEnum && type.Namespace == typeof(ClaimField).Namespace && type.Name.EndsWith("Field", StringComparison.Ordinal)),
            fields => Assert.InRange(Enum.GetValues(fields).Cast<object>().Max(Convert.ToInt32), 1, 63));

    [Fact]
    public void A_copy_holds_nothing_that_its_claims_do_not_stand_under()
    {
        var batch = ClaimFiles.ReadOne(ClaimFiles.Text(ClaimFiles.TwoTransactions));

        using var copies = new ClaimCopies(batch);
        var copy = copies.Of([batch.Claims.Count - 1]);

        Assert.Equal((1, 1, 1), (copy.Claims.Count, copy.Transactions.Count, copy.Interchanges.Count));
        Assert.Equal(batch.Claims[^1].Lines.Count, copy.Lines.Count);
        Assert.Equal(batch.Claims[^1].Ordinal, Assert.Single(copy.Claims).Ordinal);
    }

    private static void Compare(IEnumerable<ClaimBatch> read)
    {
        foreach (var batch in read.ToList())
        {
            using var copies = new ClaimCopies(batch);
            foreach (var choice in Choices)
            {
                int[] chosen = [.. Enumerable.Range(0, batch.Claims.Count).Where(choice)];
                var expected = chosen.Select(claim => batch.Claims[claim]).ToList();

                var copy = ThroughBytes(copies.Of(chosen));

                Assert.Equal(expected.Select(claim => claim.Ordinal), copy.Claims.Select(claim => claim.Ordinal));
                Assert.Equal(ClaimDump.Of(expected), ClaimDump.Of(copy.Claims));
                Assert.Equal(ClaimPlaces.Of(expected), ClaimPlaces.Of(copy.Claims));
            }
        }
    }

    private static ClaimBatch ThroughBytes(ClaimBatch batch)
    {
        var bytes = new ArrayBufferWriter<byte>();
        RowSetBytes.Write(batch.Rows, bytes);
        bytes.Write("next"u8);
        var rest = bytes.WrittenSpan;
        var rows = RowSetBytes.Read(ref rest);
        Assert.Equal("next"u8, rest);
        return new ClaimBatch(batch.File, rows, batch.Positions, []);
    }
}
