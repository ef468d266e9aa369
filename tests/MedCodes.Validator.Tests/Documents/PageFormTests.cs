using System.Text;
using MedCodes.Validator.Batches;
using MedCodes.Validator.Reading.Text;
using MedCodes.Validator.Sources;
using MedCodes.Validator.Tests.Rules;
using MedCodes.Validator.Tests.Rules.Vocabularies;
using MedCodes.Validator.Tests.Support;

namespace MedCodes.Validator.Tests.Documents;

/// <summary>The pages in fixtures/documents, each written anew in all five formats: what is found does not depend on the format.</summary>
public sealed class PageFormTests
{
    private static readonly ClaimValidator Validator = new(ShippedRules.Set, new ValidatorOptions { AsOf = new DateOnly(2024, 8, 15) });

    private static readonly PageReader Reader = new(ShippedVocabulary.Vocabulary.Schemas);

    public static TheoryData<string> Pages =>
        [.. Repository.Files("fixtures/documents", "*").Select(file => Path.GetFileName(file)).Where(name => Of(name) is not null)];

    [Theory]
    [MemberData(nameof(Pages))]
    public void A_page_has_the_same_findings_in_every_format(string name)
    {
        var page = Of(name)!;
        var findings = PageForms.Formats.Select(format => (Format: format, Found: Check(page, format))).ToList();
        Assert.All(findings, other => Assert.Equal(findings[0].Found, other.Found));
    }

    [Fact]
    public void Most_pages_can_be_said_in_every_format() => Assert.True(Pages.Count >= 30, $"{Pages.Count} pages");

    private static PageForms? Of(string name) =>
        Reader.Read(SourceFile.OnDisk(Repository.PathOf("fixtures", "documents", name))).Documents is [var only] ? PageForms.Of(only, ShippedVocabulary.Vocabulary.Schemas[0]) : null;

    private static List<string> Check(PageForms page, string format)
    {
        var file = SourceFile.FromBytes($"page.{format}", Encoding.UTF8.GetBytes(page.As(format)));
        return [.. Validator.Check([file]).Findings.Select(finding => $"{finding.Rule.Id} {finding.Place.Section} {finding.Message.Render(Privacy.Open)}").Order(StringComparer.Ordinal)];
    }
}
