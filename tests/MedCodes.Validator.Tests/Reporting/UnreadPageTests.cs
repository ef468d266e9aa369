using System.Text;
using MedCodes.Validator.Batches;
using MedCodes.Validator.Findings;
using MedCodes.Validator.Reporting;
using MedCodes.Validator.Sources;
using MedCodes.Validator.Tests.Rules;

namespace MedCodes.Validator.Tests.Reporting;

/// <summary>A page that cannot be read is a page all the same: people find the place by line and column, and no report speaks of claims.</summary>
public sealed class UnreadPageTests
{
    private static readonly Report Report = new ClaimValidator(ShippedRules.Set, new ValidatorOptions { AsOf = new DateOnly(2024, 8, 15) })
        .Check([SourceFile.FromBytes("page.yaml", Encoding.UTF8.GetBytes("title: A\nsummary: [\n"))]);

    public static TheoryData<string> Formats => [.. ReportFormats.Names.Except(["fhir", "csv"])];

    [Theory]
    [MemberData(nameof(Formats))]
    public void No_format_speaks_of_claims_or_bytes_alone(string format)
    {
        var text = Written.As(format, Report);
        Assert.DoesNotContain("in the claims", text, StringComparison.Ordinal);
        Assert.DoesNotContain("(byte", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("human", "--> page.yaml:2:11")]
    [InlineData("github", "::error file=page.yaml,line=2,")]
    [InlineData("gitlab", "\"begin\": 2")]
    [InlineData("junit", "page.yaml:2:11")]
    [InlineData("rdjsonl", "\"line\":2,\"column\":11")]
    [InlineData("sarif", "\"startLine\": 2")]
    [InlineData("csv", "page.yaml:2")]
    public void The_place_is_a_line_of_the_page(string format, string place) => Assert.Contains(place, Written.As(format, Report), StringComparison.Ordinal);
}
