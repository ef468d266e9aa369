using MedCodes.Validator.Findings;
using MedCodes.Validator.Reporting;
using MedCodes.Validator.Sources;

namespace MedCodes.Validator.Tests.Reporting;

public sealed class WorkListTests
{
    [Fact]
    public void One_bad_number_on_a_thousand_claims_is_one_item()
    {
        var items = Items(Enumerable.Range(1, 1000).Select(claim => WrongNumber("1245319959", claim)).Append(WrongNumber("1245319958", 1)));

        Assert.Equal([1000, 1], items.Select(item => item.Claims));
        Assert.Equal("member-id-too-long: 1245319959", items[0].Cause);
    }

    [Fact]
    public void The_largest_charge_comes_first_and_a_line_that_two_findings_deny_counts_once()
    {
        var small = SampleReport.AddOnAlone with { ChargeAtRisk = 100 };
        var large = small with { Witnesses = [], ChargeAtRisk = 900, Place = SampleReport.InBatch("CLM*", "2300[1]", line: 2) };

        var items = Items([small, small, large]);

        Assert.Equal([900m, 100m], items.Select(item => item.ChargeAtRisk));
        Assert.Equal([1, 2], items.Select(item => item.Findings));
    }

    [Fact]
    public void A_denied_primary_and_its_add_on_are_one_item()
    {
        var primary = SampleReport.AddOnAlone with { Rule = SampleReport.PatientNamed.Rule, Witnesses = [], Place = SampleReport.InBatch("CLM*", "2300[1]", line: 7), ChargeAtRisk = 500 };
        var addOn = SampleReport.AddOnAlone with
        {
            Witnesses = [new Witness { Name = "primary", Kind = "line", Absence = new Absence("a primary", primary.Place, "date") }],
        };

        var item = Assert.Single(Items([addOn, primary]));

        Assert.Equal("MC2301", item.Rule.Id);
        Assert.Equal(600m, item.ChargeAtRisk);
        Assert.Equal(2, item.Findings);
    }

    [Fact]
    public void A_claim_that_is_found_at_a_place_of_many_claims_and_again_at_its_own_counts_once()
    {
        IEnumerable<int> claims = [1, 2, 3, 2, 3, 4];
        var findings = claims.Select((claim, number) => WrongNumber("1245319959", claim) with { ChargeAtRisk = number == 3 ? 500 : 100 });

        var item = Assert.Single(Items(findings));

        Assert.Equal((4, 6, 800m), (item.Claims, item.Findings, item.ChargeAtRisk));
    }

    [Fact]
    public void Only_so_many_places_and_findings_are_named_as_are_asked_for()
    {
        var shown = ShownReport.Of(SampleReport.Of(SampleReport.Full.Files, [.. Enumerable.Range(1, 5).Select(claim => WrongNumber("1245319959", claim))])).Findings;

        var item = Assert.Single(WorkList.Of(shown, shownOfACause: 2, placesOfACause: 3));

        Assert.Equal([0, 1], item.Members.AsEnumerable());
        Assert.Equal([1, 2, 3], item.Places.Select(place => place.Claim));
        Assert.Equal(2, item.MorePlaces);
    }

    [Fact]
    public void The_cause_is_the_same_at_every_level_of_privacy()
    {
        var causes = Enum.GetValues<PhiLevel>().Select(phi => ShownReport.Of(SampleReport.Full, phi).Findings.Select(finding => finding.Cause).ToList());

        Assert.Single(causes.Select(list => string.Join('\n', list)).Distinct());
        Assert.DoesNotContain("CANARY", RootCause.Of(SampleReport.AddOnAlone), StringComparison.Ordinal);
    }

    [Fact]
    public void The_worklist_guards_spreadsheets_against_formulas()
    {
        var file = SourceFile.FromBytes("=cmd.txt", "x"u8.ToArray());
        var finding = SampleReport.CodeOnPage with
        {
            Rule = SampleReport.CodeOnPage.Rule with { Name = "@sum", Fix = "=HYPERLINK(\"x\"),1" },
            Place = new Place { File = file, Span = new SourceSpan(0, 1) },
        };

        var row = Written.As("csv", SampleReport.Of([new CheckedFile("=cmd.txt", ContentKind.Text, 0, 0)], [finding])).Split("\r\n")[1];

        Assert.StartsWith("'@sum: =cmd.txt,", row, StringComparison.Ordinal);
        Assert.Contains(",\"'=HYPERLINK(\"\"x\"\"),1\",'=cmd.txt:1,", row, StringComparison.Ordinal);
    }

    private static Finding WrongNumber(string npi, int claim) => SampleReport.PatientNamed with
    {
        Place = SampleReport.PatientNamed.Place with { Claim = claim },
        Witnesses = [new Witness { Name = "provider", Kind = "provider", Fields = [new WitnessField("npi", [npi], false, Privacy.Open)] }],
    };

    private static IReadOnlyList<WorkItem> Items(IEnumerable<Finding> findings) =>
        WorkList.Of(ShownReport.Of(SampleReport.Of(SampleReport.Full.Files, [.. findings])).Findings, 1000, 1000);
}
