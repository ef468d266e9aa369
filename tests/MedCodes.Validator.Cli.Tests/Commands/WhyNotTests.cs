using MedCodes.Validator.Cli.Commands;
using MedCodes.Validator.Cli.Tests.Support;
using MedCodes.Validator.Tests.Support;

namespace MedCodes.Validator.Cli.Tests.Commands;

public class WhyNotTests
{
    private static readonly string Batch = Path.Combine(Repository.Folder, "fixtures", "claims", "pain-clinic-batch.837");

    [Fact]
    public void A_demand_that_is_met_is_shown_with_what_meets_it()
    {
        var text = Explain("MC4101", "--claim", "1");

        Assert.Contains("what it demands is met", text, StringComparison.Ordinal);
        Assert.Contains("= primary: line at claim 1 · line 1: code 64490", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_rule_that_speaks_of_nothing_shows_what_the_nearest_binding_lacks()
    {
        var text = Explain("add-on-without-primary", "--claim", "2");

        Assert.Contains("it speaks of nothing in this claim", text, StringComparison.Ordinal);
        Assert.Contains("= edit: none; sought ncci-add-on: a row for this program, add-on; type 1", text, StringComparison.Ordinal);
    }

    [Fact]
    public void The_condition_that_the_nearest_line_fails_is_named() =>
        Assert.Contains("nearest is claim 1 · line 1, which fails code in anesthesia-for-blocks", Explain("MC5001"), StringComparison.Ordinal);

    [Fact]
    public void What_is_forbidden_and_not_there_is_told_apart_from_what_is_met() =>
        Assert.Contains("what it forbids is not there; this came nearest", Explain("MC4201", "--claim", "9"), StringComparison.Ordinal);

    [Fact]
    public void What_was_not_evaluated_says_why() =>
        Assert.Contains("not evaluated: ncci-ptp does not cover the code", Explain("MC4201", "--claim", "2"), StringComparison.Ordinal);

    [Fact]
    public void A_rule_that_does_complain_says_so() =>
        Assert.Contains("it does complain of this claim", Explain("MC4101", "--claim", "3"), StringComparison.Ordinal);

    [Fact]
    public void Of_several_bindings_the_one_that_it_complains_of_is_shown() =>
        Assert.Contains("provider at claim 10 · 2300[10]/2310A: role referring, npi 1234567890", Explain("MC2001", "--claim", "10"), StringComparison.Ordinal);

    [Fact]
    public void What_is_required_and_missing_is_shown_with_what_was_sought() =>
        Assert.Contains("= primary: none; sought line: same patient, rendering-provider, date as addon; code in $edit.primaries", Explain("MC4101", "--claim", "3"), StringComparison.Ordinal);

    [Fact]
    public void A_rule_for_other_claims_says_so() =>
        Assert.Contains("the rule is not for professional claims", Explain("MC2208"), StringComparison.Ordinal);

    [Fact]
    public void Dates_and_ids_are_shown_only_where_they_are_asked_for()
    {
        Assert.DoesNotContain("2024", Explain("MC2101").Replace("2024Q3", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.DoesNotContain("SYNFACET1", Explain("MC4101"), StringComparison.Ordinal);
        Assert.Contains("(id SYNFACET1)", Explain("MC4101", "--phi", "account"), StringComparison.Ordinal);
        Assert.DoesNotContain("TESTPATIENT", Explain("MC4101", "--phi", "account"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("there is no rule 'MC4191'; did you mean 'MC4101'?", "MC4191")]
    [InlineData("is judged per file; why-not explains rules about claims and patients", "MC1001")]
    [InlineData("has no claim 99", "MC4101", "--claim", "99")]
    [InlineData("--claim takes a number from 1, not 'one'", "MC4101", "--claim", "one")]
    [InlineData("--phi is one of mask, account here, not 'show'", "MC4101", "--phi", "show")]
    public void What_cannot_be_explained_is_one_line_and_exit_2(string expected, string rule, params string[] more)
    {
        var terminal = new TestTerminal();

        Assert.Equal(2, Medcodes.Run(["why-not", rule, Batch, .. more], terminal, null));

        Assert.Empty(terminal.Out);
        Assert.Contains(expected, terminal.Err, StringComparison.Ordinal);
        Assert.Single(terminal.Err.TrimEnd().Split('\n'));
    }

    [Fact]
    public void A_temporary_folder_that_cannot_be_used_is_not_the_file_s_fault()
    {
        using var folder = new TestFolder();
        var batch = File.ReadAllText(Batch);
        var end = batch.IndexOf("SE*", StringComparison.Ordinal);
        File.WriteAllText(folder.PathOf("damaged.837"), batch[..end] + string.Concat(Enumerable.Repeat("DTP*472*D8*2024XX01~", 20_000)) + batch[end..]);

        var run = MedcodesProcess.Shell($"medcodes why-not MC4101 '{folder.PathOf("damaged.837")}' --claim 1", ("TMPDIR", folder.PathOf("missing")));

        Assert.Equal((2, ""), (run.Code, run.Out));
        Assert.Contains("the folder for temporary files", run.Err, StringComparison.Ordinal);
        Assert.DoesNotContain("damaged.837", run.Err, StringComparison.Ordinal);
        Assert.Single(run.Err.TrimEnd().Split('\n'));
    }

    private static string Explain(string rule, params string[] more)
    {
        var terminal = new TestTerminal();
        Assert.Equal(0, Medcodes.Run(["why-not", rule, Batch, "--as-of", "2024-09-16", .. more], terminal, null));
        return terminal.Out;
    }
}
