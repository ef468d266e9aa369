using MedCodes.Validator.Findings;
using MedCodes.Validator.Reporting;
using MedCodes.Validator.Tests.Support;

namespace MedCodes.Validator.Tests.Reporting;

public sealed class RuleExplanationTests
{
    [Fact]
    public void A_claim_rule_reads_as_approved() => Snapshot.Match(this, Explained(SampleReport.AddOnAlone.Rule with
    {
        Why = string.Join(' ', Enumerable.Repeat("A sentence that is long enough to be wrapped somewhere.", 4)),
    }));

    [Fact]
    public void A_document_rule_says_nothing_of_payers()
    {
        var text = Explained(SampleReport.CodeOnPage.Rule);

        Assert.DoesNotContain("payer", text, StringComparison.Ordinal);
        Assert.DoesNotContain("SNIP", text, StringComparison.Ordinal);
    }

    private static string Explained(RuleDescription rule)
    {
        using var output = new StringWriter();
        RuleExplanation.Write(new DocumentedRule(rule, "patient") { Examples = [new RuleExample("an add-on alone", true), new RuleExample("with its primary", false)] }, output);
        return output.ToString();
    }
}
