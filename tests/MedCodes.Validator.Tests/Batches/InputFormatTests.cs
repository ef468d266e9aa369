using System.Text;
using MedCodes.Validator.Batches;
using MedCodes.Validator.Findings;
using MedCodes.Validator.Sources;
using MedCodes.Validator.Tests.Rules;
using MedCodes.Validator.Tests.Support;

namespace MedCodes.Validator.Tests.Batches;

/// <summary>What a file is taken for: by its content, or as somebody says.</summary>
public sealed class InputFormatTests
{
    private const string Page = "fixtures/documents/second-facet-level-add-on.";
    private const string Claims = "fixtures/claims/add-on-without-primary/second-level-alone.837";

    [Fact]
    public void Pages_and_claim_files_are_told_apart_by_content_in_one_run()
    {
        var files = new[] { (Page + "txt", "x.837"), (Claims, "page.txt"), (Page + "html", "page"), (Page + "json", "claims.json") };
        var report = Check(null, [.. files.Select(file => Named(file.Item1, file.Item2))]);
        Assert.Equal([ContentKind.Text, ContentKind.X12, ContentKind.Text, ContentKind.Text], report.Files.Select(file => file.Kind));
    }

    [Theory]
    [InlineData("batch.837", ContentKind.X12)]
    [InlineData("batch.EDI", ContentKind.X12)]
    [InlineData("batch.txt", ContentKind.Text)]
    public void Claims_of_which_hardly_a_name_of_a_segment_is_left_are_claims_where_the_file_is_named_so(string name, ContentKind kind)
    {
        // The first letter of every segment is damaged.
        var damaged = string.Join('~', File.ReadAllText(Repository.PathOf(Claims)).Split('~').Select(segment => segment.TrimStart() is { Length: > 0 } text ? $"?{text[1..]}" : segment));
        var report = Check(null, SourceFile.FromBytes(name, Encoding.UTF8.GetBytes(damaged)));
        Assert.Equal(kind, Assert.Single(report.Files).Kind);
        Assert.Equal(kind == ContentKind.X12, report.Findings.Any(finding => finding.Severity == Severity.Error));
    }

    [Theory]
    [InlineData("md", InputFormat.Markdown)]
    [InlineData("html", InputFormat.Html)]
    [InlineData("yaml", InputFormat.Yaml)]
    [InlineData("json", InputFormat.Json)]
    [InlineData("txt", InputFormat.Text)]
    public void A_page_is_read_as_what_it_is_said_to_be(string extension, InputFormat format)
    {
        var report = Check(format, Named(Page + extension, "page.unknown"));
        Assert.Equal(ContentKind.Text, Assert.Single(report.Files).Kind);
        Assert.DoesNotContain(report.Findings, finding => finding.Severity != Severity.Info);
    }

    [Theory]
    [InlineData(InputFormat.X12, ContentKind.X12)]
    [InlineData(InputFormat.Text, ContentKind.Text)]
    [InlineData(InputFormat.Ndjson, ContentKind.Json)]
    [InlineData(InputFormat.Json, ContentKind.Unrecognized)]
    public void A_claim_file_is_read_as_what_it_is_said_to_be(InputFormat format, ContentKind kind) =>
        Assert.Equal(kind, Assert.Single(Check(format, Named(Claims, "batch.txt")).Files).Kind);

    [Fact]
    public void What_is_no_text_is_refused_whatever_is_said()
    {
        var report = Check(InputFormat.Markdown, SourceFile.FromBytes("page.md", new byte[1000]));
        Assert.Equal("MC1002", Assert.Single(report.Findings).Rule.Id);
    }

    [Fact]
    public void Several_pages_of_a_file_are_judged_each_by_itself()
    {
        var page = File.ReadAllText(Repository.PathOf(Page + "json"));
        var report = Check(null, SourceFile.FromBytes("pages.json", Encoding.UTF8.GetBytes($"[{page},{page}]")));
        Assert.Equal(2, Assert.Single(report.Files).Pages);
        Assert.Equal("MC6020", Assert.Single(report.Findings, finding => finding.Severity != Severity.Info).Rule.Id);
        var counts = report.Ledger.Rules.Single(rule => rule.Rule == "MC6001").Counts;
        Assert.Equal(2, counts.Pass);
    }

    private static SourceFile Named(string fixture, string name) => SourceFile.FromBytes(name, File.ReadAllBytes(Repository.PathOf(fixture)));

    private static Report Check(InputFormat? format, params SourceFile[] files) =>
        new ClaimValidator(ShippedRules.Set, new ValidatorOptions { AsOf = new DateOnly(2024, 8, 15), Format = format }).Check(files);
}
