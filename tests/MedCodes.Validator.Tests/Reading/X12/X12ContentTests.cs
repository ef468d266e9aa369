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
