using MedCodes.Validator.Batches;
using MedCodes.Validator.Findings;
using MedCodes.Validator.Reporting;
using MedCodes.Validator.Sources;
using MedCodes.Validator.Tests.Rules;
using MedCodes.Validator.Tests.Support;

namespace MedCodes.Validator.Tests.Batches;

public sealed class ClaimValidatorTests
{
    private static readonly ClaimValidator Validator = new(ShippedRules.Set, new ValidatorOptions { AsOf = new DateOnly(2024, 9, 16) });

    [Fact]
    public void An_add_on_is_silent_where_its_primary_stands_in_another_claim_of_the_patient() =>
        Assert.Empty(Check("fixtures/claims/add-on-without-primary/primary-in-another-claim.837").Findings);

    [Fact]
    public void An_add_on_whose_primary_is_another_patients_is_proven_by_the_line_and_the_row_of_the_table()
    {
        var report = Check("fixtures/claims/add-on-without-primary/primary-of-another-patient.837");

        var finding = Assert.Single(report.Findings);
        Assert.Equal("MC4101", finding.Rule.Id);
        Assert.Equal((2, 1), (finding.Place.Claim, finding.Place.Line));
        Assert.Equal("64491", TextAt(finding.Place));
        var line = Assert.Single(finding.Witnesses, witness => witness.Name == "addon");
        Assert.Contains(line.Fields, field => field is { Name: "code", Values: ["64491"] });
        var row = Assert.Single(finding.Witnesses, witness => witness.Name == "edit");
        Assert.Equal("ncci-add-on", row.Row?.Table);
        Assert.Equal("2024Q3", row.Row?.Release);
        Assert.Contains(row.Fields, field => field is { Name: "primaries", Values: ["64490"] });
    }

    [Fact]
    public void A_primary_in_another_file_of_the_run_counts()
    {
        const string folder = "fixtures/claims/add-on-without-primary/";
        var report = Check($"{folder}second-level-alone.837", $"{folder}second-level-after-first.837");

        Assert.DoesNotContain(report.Findings, finding => finding.Rule.Id == "MC4101");
    }

    [Theory]
    [InlineData("XX*1234567893~", "XX*123456789~", "123456789", "MC2001")]
    [InlineData("XX*1234567893~", "XX*123-45-6789~", "123-45-6789", "MC2001")]
    [InlineData("HI*ABK:M47812~", "HI*ABK:DOEJANE~", "DOEJANE", "MC3006")]
    [InlineData("PRV*PE*PXC*208VP0014X~", "PRV*PE*PXC*JANEDOE~", "JANEDOE", "MC2007")]
    public void What_cannot_be_a_code_is_held_back_wherever_it_stands(string written, string wrong, string secret, string rule)
    {
        var text = File.ReadAllText(Repository.PathOf("fixtures", "claims", "add-on-without-primary", "second-level-after-first.837"))
            .Replace(written, wrong, StringComparison.Ordinal);
        var report = Validator.Check([SourceFile.FromBytes("test.837", System.Text.Encoding.UTF8.GetBytes(text))]);

        Assert.Contains(report.Findings, finding => finding.Rule.Id == rule);
        foreach (var format in ReportFormats.Names)
        {
            using var output = new MemoryStream();
            ReportFormats.Write(format, ShownReport.Of(report), output, new ReportSettings());
            Assert.DoesNotContain(secret, System.Text.Encoding.UTF8.GetString(output.ToArray()), StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_payer_that_no_profile_names_is_said()
    {
        var text = File.ReadAllText(Repository.PathOf("fixtures", "claims", "add-on-without-primary", "second-level-after-first.837"))
            .Replace("*******MB~", "*******ZZ~", StringComparison.Ordinal);
        var report = Validator.Check([SourceFile.FromBytes("test.837", System.Text.Encoding.UTF8.GetBytes(text))]);

        Assert.Equal(new UsedProfile("medicare", 1, 1), Assert.Single(report.Run.Profiles));
    }

    [Fact]
    public void Every_rule_and_claim_has_an_outcome()
    {
        var report = Check("fixtures/claims/pain-clinic-batch.837");

        foreach (var entry in report.Ledger.Rules.Where(entry => ShippedRules.Set.Find(entry.Rule)!.Scope.ToString() is "Claim" or "Patient"))
        {
            var counts = entry.Counts;
            Assert.Equal(10, counts.Pass + counts.Fail + counts.Bypassed + counts.NotApplicable + counts.NotEvaluated);
        }
    }

    [Fact]
    public void The_same_files_give_the_same_report()
    {
        var once = Check("fixtures/claims/pain-clinic-batch.837", "fixtures/documents/code-missing.txt");
        var again = Check("fixtures/claims/pain-clinic-batch.837", "fixtures/documents/code-missing.txt");

        Assert.Equal(
            once.Findings.Select(finding => (finding.Rule.Id, finding.Place.Span, finding.Fingerprint)),
            again.Findings.Select(finding => (finding.Rule.Id, finding.Place.Span, finding.Fingerprint)));
        Assert.Equal(once.Ledger.Rules.AsEnumerable(), again.Ledger.Rules);
    }

    private static Report Check(params string[] paths) =>
        Validator.Check(paths.Select(path => SourceFile.FromBytes(path, File.ReadAllBytes(Repository.PathOf(path.Split('/'))))));

    private static string TextAt(Place place) => System.Text.Encoding.UTF8.GetString(place.File.Read(place.Span));
}
