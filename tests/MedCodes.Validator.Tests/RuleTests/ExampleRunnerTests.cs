using System.Text;
using MedCodes.Validator.Batches;
using MedCodes.Validator.Sources;
using MedCodes.Validator.Tests.Rules;
using MedCodes.Validator.Tests.Support;

namespace MedCodes.Validator.Tests.RuleTests;

public sealed class ExampleRunnerTests
{
    private const string Claim = """{ "type": "claim", "id": "SYNTHETIC-1", "lines": [ { "code": "64491", "charge": "-5.00" } ] }""";

    [Fact]
    public void Claims_in_json_of_a_text_that_is_no_page_are_no_example() =>
        Assert.DoesNotContain("MC7501", Rules($"# How to install it\n\nIt reads this:\n\n```json\n{Claim}\n```\n"));

    [Fact]
    public void Claims_in_json_of_a_page_are_an_example() =>
        Assert.Contains("MC7501", Rules(
            $"{File.ReadAllText(Repository.PathOf("fixtures", "documents", "second-facet-level-add-on.md"))}\n## Billing Example\n\n```json\n{Claim}\n```\n"));

    private static IEnumerable<string> Rules(string text) =>
        new ClaimValidator(ShippedRules.Set, new ValidatorOptions { AsOf = new DateOnly(2024, 8, 15) })
            .Check([SourceFile.FromBytes("page.md", Encoding.UTF8.GetBytes(text))]).Findings.Select(finding => finding.Rule.Id);
}
