using System.Text;
using MedCodes.Validator.Batches;
using MedCodes.Validator.Claims;
using MedCodes.Validator.Reading.Json;
using MedCodes.Validator.Sources;
using MedCodes.Validator.Tests.Reading.X12;
using NJsonSchema;

namespace MedCodes.Validator.Tests.Reading.Json;

public class JsonClaimReaderTests
{
    private static readonly string Line = Converted(ClaimFiles.EveryElement, isDocument: false);
    private static readonly string Document = Converted(ClaimFiles.TwoTransactions, isDocument: true);

    [Theory]
    [InlineData("\"total\":730.5", "\"total\":\"7OO\"", FaultKind.InvalidNumber, "/0/total", "7OO")]
    [InlineData("\"total\":730.5", "\"total\":true", FaultKind.WrongJsonType, "/0/total", "true")]
    [InlineData("\"total\":730.5,", "", FaultKind.MissingElement, "/0/total", "")]
    [InlineData("\"onset\":\"2024-07-01\"", "\"onset\":\"2024-13-01\"", FaultKind.InvalidDate, "/0/onset", "2024-13-01")]
    [InlineData("\"onset\":\"2024-07-01\"", "\"onset\":\"20240701\"", FaultKind.InvalidDate, "/0/onset", "20240701")]
    [InlineData("\"frequency\":\"7\"", "\"frequency\":\"77\"", FaultKind.ElementTooLong, "/0/frequency", "77")]
    [InlineData("\"frequency\":\"7\"", "\"frequancy\":\"7\"", FaultKind.UnknownProperty, "/0", "frequancy")]
    [InlineData("\"frequency\":\"7\"", "\"frequency\":\"7\",\"frequency\":\"8\"", FaultKind.RepeatedProperty, "/0", "frequency")]
    [InlineData("\"modifiers\":[\"RT\"", "\"modifiers\":[\"RTX\"", FaultKind.ElementTooLong, "/0/lines/0/modifiers/0", "RTX")]
    [InlineData("\"pointers\":[1", "\"pointers\":[\"A\"", FaultKind.InvalidNumber, "/0/lines/0/pointers/0", "A")]
    [InlineData("\"role\":\"rendering\"", "\"role\":\"surgeon\"", FaultKind.UnknownQualifier, "/0/providers/1/role", "surgeon")]
    [InlineData("\"setting\":\"professional\"", "\"setting\":\"dental\"", FaultKind.UnknownQualifier, "/0/setting", "dental")]
    [InlineData("\"charge\":450.5", "\"charge\":\"4S0\"", FaultKind.InvalidNumber, "/0/lines/0/charge", "4S0")]
    [InlineData("\"paid\":200", "\"paid\":{\"unreadable\":\"2OO\"}", FaultKind.InvalidNumber, "/0/otherPayers/0/paid", "2OO")]
    [InlineData("\"otherPayers\":[{", "\"otherPayers\":[7,{", FaultKind.WrongJsonType, "/0/otherPayers/0", "7")]
    [InlineData("\"lines\":[", "\"lines\":[],\"linas\":[", FaultKind.MissingSegment, "/0", "")]
    public void What_is_wrong_is_one_fault_at_its_pointer_and_byte(string old, string damaged, FaultKind kind, string path, string at)
    {
        var text = Line.With(old, damaged);
        var fault = Faults(text).First(fault => fault.Kind == kind);

        Assert.Equal(path, fault.Path);
        Assert.Equal(at, ClaimFiles.TextOf(fault.File, fault.Span));
        Assert.Equal(1, fault.Claim);
    }

    [Fact]
    public void Every_field_is_found_again_in_the_file()
    {
        var batch = Assert.Single(Read(Line));
        var claim = batch.Claims[0];
        var line = claim.Lines[0];

        Assert.Equal(("730.5", "/0/total"), At(claim.SpanOf(ClaimField.Total), claim.PathOf(ClaimField.Total)));
        Assert.Equal(("SYNTHETIC", "/0/senderId"), At(claim.SpanOf(ClaimField.SenderId), claim.PathOf(ClaimField.SenderId)));
        Assert.Equal(("CH", "/0/use"), At(claim.SpanOf(ClaimField.Reporting), claim.PathOf(ClaimField.Reporting)));
        Assert.Equal(("BOB", "/0/patientFirstName"), At(claim.SpanOf(ClaimField.PatientFirstName), claim.PathOf(ClaimField.PatientFirstName)));
        Assert.Equal(("64493", "/0/lines/0/code"), At(line.SpanOf(LineField.Code), line.PathOf(LineField.Code)));
        Assert.Equal(("59", "/0/lines/0/modifiers/1"), At(line.Modifiers[1].Span, line.Modifiers[1].Path));
        Assert.Equal(("12", "/0/lines/0/pointers/3"), At(line.Pointers[3].Span, line.Pointers[3].Path));
        Assert.Equal(("M5416", "/0/diagnoses/2"), At(claim.Diagnoses[2].Span, claim.Diagnoses[2].Path));
        Assert.Equal(("AA", "/0/codes/2"), At(claim.Codes[2].Span, claim.Codes[2].Path));
        Assert.Equal(("60.25", "/0/otherPayers/0/remainingLiability"), At(claim.OtherPayers[0].SpanOf(OtherPayerField.RemainingLiability), claim.OtherPayers[0].PathOf(OtherPayerField.RemainingLiability)));
        Assert.Equal(("2024-07-21", "/0/lines/0/adjudications/0/date"), At(line.Adjudications[0].SpanOf(AdjudicationField.Date), line.Adjudications[0].PathOf(AdjudicationField.Date)));
        Assert.Equal(("253", "/0/otherPayers/0"), At(claim.OtherPayers[0].Adjustments[1].Span, claim.OtherPayers[0].Path));
        Assert.Equal(("GROUP7", "/0/billingProvider/secondaryId"), At(claim.BillingProvider!.Value.SpanOf(ProviderField.SecondaryId), claim.BillingProvider.Value.PathOf(ProviderField.SecondaryId)));
        Assert.Equal("/0/lines/0/providers/1/idText", line.Providers[1].PathOf(ProviderField.IdText));
        Assert.Equal("/0/providers/0/idText", claim.Providers[0].PathOf(ProviderField.IdText));

        (string, string) At(SourceSpan span, string path) => (ClaimFiles.TextOf(batch.File!, span), path);
    }

    [Fact]
    public void A_missing_field_stands_at_its_claim()
    {
        var batch = Read($"{Line}{Line.With("\"total\":730.5,", "")}").Single();

        Assert.Equal(new SourceSpan(Line.Length, 0), batch.Claims[1].SpanOf(ClaimField.Total));
        Assert.Equal("/1/total", batch.Claims[1].PathOf(ClaimField.Total));
    }

    [Fact]
    public void A_line_that_is_no_json_costs_that_line_alone()
    {
        var batch = Read($"{Line}{{\"type\":\"claim\",\"id\":\"CUT\n17\n{Line}").Single();

        Assert.Equal(2, batch.Claims.Count);
        Assert.Equal([FaultKind.MalformedJson, FaultKind.WrongJsonType], batch.Faults.Select(fault => fault.Kind));
        Assert.Equal(["/1", "/2"], batch.Faults.Select(fault => fault.Path));
        Assert.Equal("/3", batch.Claims[1].Path);
        Assert.Equal("64493", ClaimFiles.TextOf(batch.File!, batch.Claims[1].Lines[0].SpanOf(LineField.Code)));
    }

    [Fact]
    public void A_document_that_breaks_off_keeps_the_claims_before()
    {
        var text = Document[..Document.LastIndexOf("\"lines\"", StringComparison.Ordinal)];
        var batch = Read(text).Single();

        Assert.Single(batch.Claims);
        Assert.Equal("/claims/0", batch.Claims[0].Path);
        Assert.Equal(FaultKind.MalformedJson, Assert.Single(batch.Faults).Kind);
        Assert.Equal(FaultKind.TruncatedFile, Assert.Single(Faults(Document[..^4])).Kind);
    }

    [Fact]
    public void Claims_spread_over_lines_or_by_a_byte_order_mark_are_read()
    {
        var spread = Line.Replace(",\"", ",\n  \"", StringComparison.Ordinal);

        Assert.Equal(ClaimDump.Of(Read(Line)), ClaimDump.Of(Read(spread)));
        Assert.Equal(ClaimDump.Of(Read(Line)), ClaimDump.Of(Read("\uFEFF" + Line)));
        Assert.Equal(Line.IndexOf("730.5", StringComparison.Ordinal) + 3, Read("\uFEFF" + Line)[0].Claims[0].SpanOf(ClaimField.Total).Offset);
    }

    [Fact]
    public void Claims_of_one_transaction_share_it_across_batches()
    {
        var text = string.Concat(Enumerable.Repeat(Line, 20));
        var summary = FileSummary.Of(SourceFile.FromBytes("claims.ndjson", Encoding.UTF8.GetBytes(text)));
        var batches = JsonClaimReader.Read(SourceFile.FromBytes("claims.ndjson", Encoding.UTF8.GetBytes(text)), new() { ClaimsPerBatch = 3 }).ToList();

        Assert.Equal(20, Assert.Single(Assert.Single(summary.Interchanges).Transactions).Claims);
        Assert.All(batches, batch => Assert.True(batch.Transactions.Count <= 1));
        Assert.Equal("/19/submitted", batches[6].Claims[1].PathOf(ClaimField.Submitted));
        Assert.Equal("2024-08-01", ClaimFiles.TextOf(batches[6].File!, batches[6].Claims[1].SpanOf(ClaimField.Submitted)));
        Assert.True(batches[6].Claims[1].SpanOf(ClaimField.Submitted).Offset > 19 * Line.Length);
    }

    [Theory]
    [InlineData("{\"type\":\"claim\"", true)]
    [InlineData(" \n{ \"id\": 1, \"type\": \"claims\", ", true)]
    [InlineData("{\"type\":\"run\"}", false)]
    [InlineData("{\"resourceType\":\"Claim\",\"type\":{}}", false)]
    [InlineData("[{\"type\":\"claim\"}]", false)]
    [InlineData("{\"title\":\"type\"}", false)]
    [InlineData("", false)]
    [InlineData("{", false)]
    public void Claims_say_what_they_are(string start, bool isClaims) => Assert.Equal(isClaims, JsonContent.LooksLike(Encoding.UTF8.GetBytes(start)));

    [Fact]
    public void Any_cut_or_changed_byte_is_survived()
    {
        var bytes = Encoding.UTF8.GetBytes(Converted(ClaimFiles.Secondary, isDocument: false));
        var document = Encoding.UTF8.GetBytes(Converted(ClaimFiles.Secondary, isDocument: true));
        var random = new Random(20240718);
        for (var length = 0; length < bytes.Length; length += 3)
            Survives(bytes[..length]);
        for (var i = 0; i < 1500; i++)
        {
            var damaged = (byte[])(i % 2 == 0 ? bytes : document).Clone();
            for (var flips = random.Next(1, 4); flips > 0; flips--)
                damaged[random.Next(damaged.Length)] = random.Next(3) == 0 ? (byte)random.Next(256) : "{}[]\":,0\\\n"u8[random.Next(10)];
            Survives(damaged);
        }
    }

    [Theory]
    [MemberData(nameof(ClaimFiles.All), MemberType = typeof(ClaimFiles))]
    public async Task What_is_written_follows_the_schema(string name)
    {
        var schema = await JsonSchema.FromJsonAsync(ClaimConverter.Schema);

        Assert.Empty(schema.Validate(Converted(name, isDocument: true)));
        Assert.All(Converted(name, isDocument: false).Split('\n', StringSplitOptions.RemoveEmptyEntries), line => Assert.Empty(schema.Validate(line)));
        Assert.NotEmpty(schema.Validate(Line.With("\"frequency\"", "\"frequancy\"")));
        Assert.Empty(schema.Validate(Line.With("\"total\":730.5", "\"total\":{\"unreadable\":\"7OO\"}")));
    }

    private static string Converted(string name, bool isDocument)
    {
        using var stream = new MemoryStream();
        ClaimConverter.Convert(ClaimFiles.Source(ClaimFiles.Text(name)), stream, isDocument ? ClaimFormat.Json : ClaimFormat.Ndjson);
        return Encoding.UTF8.GetString(stream.ToArray());
    }

    private static List<ClaimBatch> Read(string text) => [.. JsonClaimReader.Read(SourceFile.FromBytes("claims.json", Encoding.UTF8.GetBytes(text)))];

    private static IEnumerable<Fault> Faults(string text) => Read(text).SelectMany(batch => batch.Faults);

    private static void Survives(byte[] bytes)
    {
        foreach (var batch in JsonClaimReader.Read(SourceFile.FromBytes("damaged.json", bytes), new() { ClaimsPerBatch = 1 }))
        {
            Assert.All(batch.Faults, fault => Assert.InRange(fault.Span.End, fault.Span.Offset, bytes.Length));
            foreach (var claim in batch.Claims)
            {
                foreach (var field in Enum.GetValues<ClaimField>())
                    Assert.InRange(claim.SpanOf(field).End, 0, bytes.Length);
                foreach (var line in claim.Lines)
                    Assert.InRange(line.SpanOf(LineField.Code).End, 0, bytes.Length);
            }

            ClaimDump.Of([batch]);
        }
    }
}
