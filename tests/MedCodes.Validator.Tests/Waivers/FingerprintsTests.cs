using System.Text;
using MedCodes.Validator.Findings;
using MedCodes.Validator.Sources;
using MedCodes.Validator.Tests.Reporting;
using MedCodes.Validator.Waivers;

namespace MedCodes.Validator.Tests.Waivers;

public sealed class FingerprintsTests
{
    private const string Page = "Title\n\nBilled with 64491 here.\nBilled with 64491 here.\n";

    [Fact]
    public void Ten_lines_put_in_above_change_no_fingerprint() =>
        Assert.Equal(Prints(Page), Prints(string.Concat(Enumerable.Repeat("new line\n", 10)) + Page));

    [Fact]
    public void White_space_and_line_ends_change_no_fingerprint() =>
        Assert.Equal(Prints(Page), Prints(Page.Replace("Billed ", "  Billed   ", StringComparison.Ordinal).Replace("\n", "\r\n", StringComparison.Ordinal)));

    [Fact]
    public void Two_equal_lines_have_two_fingerprints() => Assert.Equal(2, Prints(Page).Distinct().Count());

    [Fact]
    public void Another_text_path_or_rule_has_another_fingerprint()
    {
        var here = Prints(Page)[0];

        Assert.NotEqual(here, Prints(Page.Replace("Billed", "Coded", StringComparison.Ordinal))[0]);
        Assert.NotEqual(here, Prints(Page, "other.txt")[0]);
        Assert.NotEqual(here, Fingerprints.Assign([On(Page, "page.txt", 15) with { Rule = SampleReport.PatientNamed.Rule }], IsPage)[0].Fingerprint);
    }

    [Fact]
    public void A_fingerprint_on_a_claim_comes_from_its_place_and_never_from_its_values()
    {
        var other = SourceFile.FromBytes("batch.837", Encoding.UTF8.GetBytes(SampleReport.Batch.Replace("CANARY", "QUITE", StringComparison.Ordinal)));
        var place = SampleReport.AddOnAlone.Place;

        var prints = Fingerprints.Assign([SampleReport.AddOnAlone], IsPage).Concat(Fingerprints.Assign(
        [
            SampleReport.AddOnAlone with { Place = place with { File = other, ClaimId = "OTHER", Span = new SourceSpan(1, 2) }, Message = new Message([]), Witnesses = [] },
        ], IsPage));

        Assert.Single(prints.Select(finding => finding.Fingerprint).Distinct());
        Assert.NotEqual(
            Fingerprints.Assign([SampleReport.AddOnAlone], IsPage)[0].Fingerprint,
            Fingerprints.Assign([SampleReport.AddOnAlone with { Place = place with { Claim = 2 } }], IsPage)[0].Fingerprint);
    }

    [Fact]
    public void What_stands_in_a_claim_file_outside_of_claims_gives_no_value_to_a_fingerprint_either()
    {
        Assert.Equal(Envelope("ISA*CANARY*1~"), Envelope("ISA*OTHERS*2~"));

        static string Envelope(string text) => Fingerprints.Assign(
            [SampleReport.AddOnAlone with { Place = new Place { File = SourceFile.FromBytes("batch.837", Encoding.UTF8.GetBytes(text)), Span = new SourceSpan(4, 6) } }], _ => false)[0].Fingerprint;
    }

    private static bool IsPage(SourceFile file) => file.Path.EndsWith(".txt", StringComparison.Ordinal);

    private static List<string> Prints(string text, string path = "page.txt")
    {
        var places = new List<Finding>();
        for (var at = text.IndexOf("64491", StringComparison.Ordinal); at >= 0; at = text.IndexOf("64491", at + 1, StringComparison.Ordinal))
            places.Add(On(text, path, at));
        if (places.Count == 0)
            places.Add(On(text, path, 0));
        return [.. Fingerprints.Assign(places, IsPage).Select(finding => finding.Fingerprint)];
    }

    private static Finding On(string text, string path, int at) => SampleReport.CodeOnPage with
    {
        Place = new Place { File = SourceFile.FromBytes(path, Encoding.UTF8.GetBytes(text)), Span = new SourceSpan(at, 5), Section = "summary" },
    };
}
