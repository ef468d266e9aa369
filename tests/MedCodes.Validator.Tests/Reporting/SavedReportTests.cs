using System.Text;
using MedCodes.Validator.Reporting;

namespace MedCodes.Validator.Tests.Reporting;

public sealed class SavedReportTests
{
    private static readonly string[] Lines = Written.As("ndjson", SampleReport.Full).TrimEnd('\n').Split('\n');

    [Fact]
    public void A_report_that_is_cut_off_is_refused()
    {
        for (var kept = 0; kept < Lines.Length; kept++)
            Assert.Throws<InvalidDataException>(() => Read(string.Join('\n', Lines.Take(kept))));
    }

    [Theory]
    [InlineData("CANARY")]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("""{"type":"CANARY"}""")]
    [InlineData("""{"type":"finding","rule":"CANARY"}""")]
    [InlineData("""{"type":"run","schemaVersion":"9.0"}""")]
    public void A_line_that_is_no_record_is_named_and_not_quoted(string line)
    {
        var error = Assert.Throws<InvalidDataException>(() => Read($"{Lines[0]}\n{line}\n{Lines[^1]}"));

        Assert.Equal("line 2 is no record of a saved report", error.Message);
    }

    private static ShownReport Read(string text) => SavedReport.Read(new MemoryStream(Encoding.UTF8.GetBytes(text)));
}
