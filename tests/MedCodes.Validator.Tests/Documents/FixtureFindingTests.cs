using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using MedCodes.Validator.Batches;
using MedCodes.Validator.Findings;
using MedCodes.Validator.Rules;
using MedCodes.Validator.Sources;
using MedCodes.Validator.Tests.Support;

namespace MedCodes.Validator.Tests.Documents;

/// <summary>
/// The pages in fixtures/documents, judged as a user's are. Each says in its first line which findings it has and where; a good page
/// says none. Pages of one name in several formats are twins.
/// </summary>
public sealed partial class FixtureFindingTests
{
    private static readonly ClaimValidator Validator = new(RuleSet.Load(Repository.PathOf("rules")), new ValidatorOptions { AsOf = new DateOnly(2024, 8, 15) });

    private static readonly ImmutableArray<string> Names = [.. Repository.Files("fixtures/documents", "*").Select(file => Path.GetFileName(file))];

    public static TheoryData<string> Pages => [.. Names];

    public static TheoryData<string> Twins => [.. Names.CountBy(page => Path.GetFileNameWithoutExtension(page)).Where(name => name.Value > 1).Select(name => name.Key)];

    [Theory]
    [MemberData(nameof(Pages))]
    public void A_page_has_the_findings_that_its_first_line_says(string name)
    {
        var path = PathOf(name);
        var said = Expected().Match(File.ReadAllText(path));
        Assert.True(said.Success, "The page does not say what is wrong with it.");
        var expected = said.Groups["findings"].Value == "none"
            ? []
            : said.Groups["findings"].Value.Split(", ").Select(finding => finding.Split(" in line ")).Select(finding => (Line: int.Parse(finding[1], CultureInfo.InvariantCulture), Rule: finding[0]));
        Assert.Equal(expected.Order(), Check(path).Select(finding => (LineOf(finding), finding.Rule.Id)).Order());
    }

    [Theory]
    [MemberData(nameof(Twins))]
    public void Twins_have_the_same_findings_in_every_format(string name)
    {
        var findings = Names.Where(page => Path.GetFileNameWithoutExtension(page) == name)
            .Select(page => Check(PathOf(page)).Select(finding => $"{finding.Rule.Id} {finding.Place.Section} {finding.Message.Render(Privacy.Open)}").Order(StringComparer.Ordinal).ToList())
            .ToList();
        Assert.All(findings, other => Assert.Equal(findings[0], other));
    }

    [Fact]
    public void Good_pages_of_different_codes_have_no_errors_and_warnings_together_either()
    {
        var good = Names.Where(IsGood).DistinctBy(page => Path.GetFileNameWithoutExtension(page)).Select(page => SourceFile.OnDisk(PathOf(page))).ToList();
        Assert.True(good.Count >= 8);
        Assert.DoesNotContain(Validator.Check(good).Findings, finding => finding.Severity != Severity.Info);
    }

    [Fact]
    public void Every_format_has_good_and_flawed_pages()
    {
        var formats = Names.Select(page => (Format: Path.GetExtension(page), Good: IsGood(page)));
        Assert.Equal(10, formats.Distinct().Count());
    }

    private static bool IsGood(string page) => File.ReadAllText(PathOf(page)).Contains("expected findings: none", StringComparison.Ordinal);

    private static string PathOf(string name) => Repository.PathOf("fixtures", "documents", name);

    private static ImmutableArray<Finding> Check(string path) => [.. Validator.Check([SourceFile.OnDisk(path)]).Findings];

    private static int LineOf(Finding finding) => LineIndex.Of(finding.Place.File).At(finding.Place.Span.Offset).Line;

    [GeneratedRegex("""Synthetic example page written for tests, not for billing or care; expected findings: (?<findings>[^"<\r\n]+)""")]
    private static partial Regex Expected();
}
