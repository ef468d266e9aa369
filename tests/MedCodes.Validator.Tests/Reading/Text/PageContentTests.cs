using System.Text;
using MedCodes.Validator.Reading.Text;

namespace MedCodes.Validator.Tests.Reading.Text;

public sealed class PageContentTests
{
    [Theory]
    [InlineData("ISA*00*          *", nameof(PageContentKind.Claims))]
    [InlineData("\uFEFF\r\n ISA|00|", nameof(PageContentKind.Claims))]
    [InlineData("GS*HC*SYNTHETIC*", nameof(PageContentKind.Claims))]
    [InlineData("ST*837*0001", nameof(PageContentKind.Claims))]
    [InlineData("ISA is the first segment of an interchange.", nameof(PageContentKind.Page))]
    [InlineData("STAGES of the procedure", nameof(PageContentKind.Page))]
    [InlineData("Name of the Procedure: a block", nameof(PageContentKind.Page))]
    [InlineData("", nameof(PageContentKind.Empty))]
    [InlineData("\uFEFF \r\n\t", nameof(PageContentKind.Empty))]
    [InlineData("%PDF-1.7 and so on", nameof(PageContentKind.Binary))]
    [InlineData("P\0a\0g\0e\0", nameof(PageContentKind.Binary))]
    [InlineData("{ \"resourceType\": \"Claim\", \"procedure\": [] }", nameof(PageContentKind.OtherData))]
    [InlineData("{\"id\":\"1\",\"resourceType\":\"Claim\"}\n{\"id\":\"2\"}", nameof(PageContentKind.OtherData))]
    [InlineData("{ \"title\": \"A block\", \"summary\": \"It calms pain.\" }", nameof(PageContentKind.Page))]
    public void Files_are_told_apart_by_their_first_bytes(string text, string kind)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        Assert.Equal(kind, PageContent.Of(bytes, bytes.Length).ToString());
    }

    [Fact]
    public void Random_bytes_are_no_page()
    {
        var bytes = new byte[4096];
        new Random(7).NextBytes(bytes);
        Assert.Equal(PageContentKind.Binary, PageContent.Of(bytes, bytes.Length));
    }

    [Fact]
    public void A_text_of_megabytes_is_no_page() =>
        Assert.Equal(PageContentKind.TooLong, PageContent.Of("Summary"u8, PageContent.LongestPage + 1));

    [Fact]
    public void Latin_1_is_text() =>
        Assert.Equal(PageContentKind.Page, PageContent.Of([.. "caf"u8, 0xE9, .. " Summary"u8], 12));
}
