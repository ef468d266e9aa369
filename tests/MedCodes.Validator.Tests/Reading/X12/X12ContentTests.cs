using System.Text;
using MedCodes.Validator.Reading.X12;

namespace MedCodes.Validator.Tests.Reading.X12;

public class X12ContentTests
{
    [Theory]
    [MemberData(nameof(ClaimFiles.All), MemberType = typeof(ClaimFiles))]
    public void Claim_file_is_told_by_its_start(string name)
    {
        Assert.True(LooksLike(ClaimFiles.Text(name)));
        Assert.True(LooksLike("\uFEFF" + ClaimFiles.Text(name)));
        Assert.True(LooksLike("\r\n" + ClaimFiles.Text(name)));
        Assert.True(LooksLike("Subject: claims\n\n" + ClaimFiles.Text(name)));
    }

    [Theory]
    [InlineData("GS*HC*SENDER*RECEIVER~")]
    [InlineData("ST*837*0001~")]
    public void Claim_file_without_its_header_is_told_too(string text) => Assert.True(LooksLike(text));

    [Theory]
    [InlineData("IS*00*          *00*          *ZZ*A*ZZ*B*240801*1200*^*00501*1*0*T*:~GS*HC*A*B~ST*837*0001~BHT*0019*00*1~NM1*41*2*A~")]
    [InlineData("NM1*41*2*A*****46*A~PER*IC*B~NM1*40*2*C~HL*1**20*1~")]
    [InlineData("240816~REF*6R*L1~LX*2\nSV1*HC:64494*300*UN*1***1\nDTP*472*D8*20240816\nSE*20*0001\n")]
    public void Claim_file_with_a_damaged_header_or_none_is_told_by_its_segments(string text) => Assert.True(LooksLike(text));

    [Fact]
    public void Page_that_quotes_some_segments_is_no_claim_file() => Assert.False(LooksLike(
        "# Facet injection\n\n## Summary\nA needle.\n\n## Billing\nWrite:\n\nLX*1~\nSV1*HC:64493*450*UN*1***1~\nDTP*472*D8*20240816~\nLX*2~\n\n## Risks\nBleeding.\n\n## Recovery\nRest.\n\nMore words.\n"));

    [Theory]
    [InlineData("# Facet injection\n\nA needle.\n\n")]
    [InlineData("---\ncode: 64493\n---\nA needle is placed.\nIt is billed so:\n")]
    [InlineData("A needle is placed.\n\n```x12\n")]
    [InlineData("A needle is placed.\r\n\r\n  ~~~ x12\r\n")]
    public void Page_that_quotes_an_interchange_is_no_claim_file(string before) =>
        Assert.False(LooksLike($"{before}{ClaimFiles.Text(ClaimFiles.Professional)[..X12Header.Length]}\n\nMore words.\n"));

    [Theory]
    [InlineData("<!DOCTYPE html>\n<html><body><pre>\n")]
    [InlineData("<h1>How to bill it</h1>\n<pre>")]
    public void Page_in_html_that_quotes_a_claim_file_is_none(string before) => Assert.False(LooksLike(
        before + "ISA*00*          *00*          *ZZ*SYNTHETIC      *ZZ*RECEIVER       *240101*1200*^*00501*000000001*0*T*:~\nGS*HC*SYNTHETIC*R*20240101*1200*1*X*005010X222A1~\nST*837*1~\nBHT*0019*00*1*20240101*1200*CH~\nNM1*41*2*X~\n"));

    [Fact]
    public void Page_that_quotes_a_whole_claim_file_between_fences_is_none() =>
        Assert.False(LooksLike($"A needle.\n\n```x12\n{ClaimFiles.Text(ClaimFiles.Professional)}"));

    [Theory]
    [InlineData("# exported in the evening\n")]
    [InlineData("#1 of 2\n")]
    [InlineData("From: SYNTHETIC\nSubject: claims\n\n--boundary\n")]
    [InlineData("---\n")]
    public void Claim_file_behind_words_that_are_no_page_is_told(string before) =>
        Assert.True(LooksLike(before + ClaimFiles.Text(ClaimFiles.Professional)));

    [Theory]
    [InlineData("")]
    [InlineData("ISA")]
    [InlineData("# Summary\n\nISA is an abbreviation.")]
    [InlineData("Name of the procedure\nLumbar facet injection\n\nSummary\nST elevation.")]
    [InlineData("ST: elevation; GS: none")]
    [InlineData("{\"claims\":[]}")]
    public void Page_is_no_claim_file(string text) => Assert.False(LooksLike(text));

    private static bool LooksLike(string text) =>
        X12Content.LooksLike(Encoding.UTF8.GetBytes(text).AsSpan()[..Math.Min(Encoding.UTF8.GetByteCount(text), X12Content.Enough)]);
}
