using System.Text;
using MedCodes.Validator.Findings;
using MedCodes.Validator.Reporting;
using MedCodes.Validator.Tests.Support;
using Newtonsoft.Json.Linq;
using NJsonSchema;

namespace MedCodes.Validator.Tests.Reporting;

public sealed class JsonReportTests
{
    private static readonly Task<JsonSchema> Schema = JsonSchema.FromJsonAsync(JsonReport.Schema);

    [Fact]
    public void A_report_reads_as_approved() => Snapshot.Match(this, Written(SampleReport.Full));

    [Theory]
    [InlineData(PhiLevel.Mask)]
    [InlineData(PhiLevel.Account)]
    [InlineData(PhiLevel.Show)]
    public async Task Every_level_keeps_to_the_schema(PhiLevel phi) =>
        Assert.Empty((await Schema).Validate(Written(SampleReport.Full, phi)));

    [Fact]
    public async Task A_report_without_findings_is_a_complete_document()
    {
        var text = Written(SampleReport.Clean);

        Assert.Empty((await Schema).Validate(text));
        Assert.Empty(JObject.Parse(text)["findings"]!);
    }

    [Theory]
    [InlineData("findings[0].severity", "fatal")]
    [InlineData("findings[0].rule", "4101")]
    [InlineData("findings[0].fingerprint", "of a value")]
    [InlineData("findings[0].location.region.startLine", 0)]
    [InlineData("findings[0].witnesses[0].fields.code", true)]
    [InlineData("summary.errors", -1)]
    [InlineData("schemaVersion", "2.0")]
    public async Task The_schema_refuses_what_the_contract_does_not_allow(string path, object value)
    {
        var report = JObject.Parse(Written(SampleReport.Full));
        report.SelectToken(path)!.Replace(JToken.FromObject(value));

        Assert.NotEmpty((await Schema).Validate(report.ToString()));
    }

    [Fact]
    public async Task The_schema_refuses_unknown_and_missing_members()
    {
        var unknown = JObject.Parse(Written(SampleReport.Full));
        unknown["findings"]![0]!["colour"] = "red";
        var missing = JObject.Parse(Written(SampleReport.Full));
        ((JObject)missing["findings"]![0]!).Remove("location");

        Assert.NotEmpty((await Schema).Validate(unknown.ToString()));
        Assert.NotEmpty((await Schema).Validate(missing.ToString()));
    }

    [Fact]
    public void The_bytes_are_utf8_without_a_mark_and_the_lines_end_with_lf()
    {
        var bytes = Bytes(SampleReport.Full);

        Assert.Equal((byte)'{', bytes[0]);
        Assert.Equal((byte)'\n', bytes[^1]);
        Assert.DoesNotContain((byte)'\r', bytes);
        Assert.Equal(bytes, Bytes(SampleReport.Full));
    }

    [Fact]
    public void Places_are_counted_from_one_with_exclusive_ends_and_bytes_from_zero()
    {
        var region = JObject.Parse(Written(SampleReport.Full)).SelectToken("findings[0].location.region")!;

        Assert.Equal(SampleReport.Batch.IndexOf("64491", StringComparison.Ordinal), (int)region["byteOffset"]!);
        Assert.Equal(5, (int)region["byteLength"]!);
        Assert.Equal(10, (int)region["startLine"]!);
        Assert.Equal(8, (int)region["startColumn"]!);
        Assert.Equal(10, (int)region["endLine"]!);
        Assert.Equal(13, (int)region["endColumn"]!);
    }

    [Fact]
    public void Numbers_are_numbers_and_codes_are_text()
    {
        var fields = JObject.Parse(Written(SampleReport.Full)).SelectToken("findings[0].witnesses[0].fields")!;

        Assert.Equal(JTokenType.String, fields["code"]!.Type);
        Assert.Equal(JTokenType.Integer, fields["units"]!.Type);
        Assert.Equal(JTokenType.Array, fields["modifiers"]!.Type);
        Assert.Equal(JTokenType.Null, fields["ndc"]!.Type);
    }

    [Fact]
    public void A_withheld_value_is_told_apart_from_a_missing_one()
    {
        var witness = JObject.Parse(Written(SampleReport.Full)).SelectToken("findings[0].witnesses[0]")!;

        Assert.Null(witness["fields"]!["date"]);
        Assert.Equal(["date", "member-id"], witness["masked"]!.Values<string>());
    }

    private static string Written(Report report, PhiLevel phi = PhiLevel.Mask) => Encoding.UTF8.GetString(Bytes(report, phi));

    private static byte[] Bytes(Report report, PhiLevel phi = PhiLevel.Mask)
    {
        using var output = new MemoryStream();
        JsonReport.Write(report, output, phi);
        return output.ToArray();
    }
}
