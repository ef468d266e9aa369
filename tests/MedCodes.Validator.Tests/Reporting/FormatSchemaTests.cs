using System.Xml;
using MedCodes.Validator.Findings;
using MedCodes.Validator.Reporting;
using MedCodes.Validator.Sources;
using MedCodes.Validator.Tests.Support;
using Newtonsoft.Json.Linq;
using NJsonSchema;

namespace MedCodes.Validator.Tests.Reporting;

/// <summary>Each machine format keeps to its schema, and each schema refuses something.</summary>
public sealed class FormatSchemaTests
{
    [Theory]
    [InlineData("sarif")]
    [InlineData("gitlab")]
    [InlineData("fhir")]
    public async Task A_document_keeps_to_its_schema(string format)
    {
        var schema = await Written.Schema(format);

        Assert.Empty(schema.Validate(Written.As(format, SampleReport.Mendable)));
        Assert.Empty(schema.Validate(Written.As(format, SampleReport.Clean)));
    }

    [Theory]
    [InlineData("sarif", "runs[0].results[0].level", "fatal")]
    [InlineData("sarif", "runs[0].results[0].partialFingerprints.primaryLocationLineHash", "line 3")]
    [InlineData("sarif", "runs[0].results[0].locations[0].physicalLocation.region.startLine", 0)]
    [InlineData("sarif", "runs[0].results[0].locations[0].physicalLocation.artifactLocation.uri", "a b.md")]
    [InlineData("sarif", "version", "2.0.0")]
    [InlineData("gitlab", "[0].severity", "error")]
    [InlineData("gitlab", "[0].location.lines.begin", 0)]
    [InlineData("gitlab", "[0].location.path", "./page.md")]
    [InlineData("fhir", "issue[0].severity", "info")]
    [InlineData("fhir", "issue[0].code", "wrong")]
    public async Task A_schema_refuses_what_a_platform_would(string format, string path, object value)
    {
        var document = JToken.Parse(Written.As(format, SampleReport.Mendable));
        document.SelectToken(path)!.Replace(JToken.FromObject(value));

        Assert.NotEmpty((await Written.Schema(format)).Validate(document.ToString()));
    }

    [Fact]
    public async Task An_outcome_without_issues_is_refused() =>
        Assert.NotEmpty((await Written.Schema("fhir")).Validate("""{ "resourceType": "OperationOutcome", "issue": [] }"""));

    [Fact]
    public async Task Each_diagnostic_keeps_to_its_schema()
    {
        var schema = await Written.Schema("rdjsonl");
        var lines = Written.As("rdjsonl", SampleReport.Mendable).TrimEnd('\n').Split('\n');

        Assert.All(lines, line => Assert.Empty(schema.Validate(line)));
        Assert.Contains(lines, line => line.Contains("\"suggestions\"", StringComparison.Ordinal));
        Assert.NotEmpty(schema.Validate(lines[0].Replace("\"ERROR\"", "\"error\"", StringComparison.Ordinal).Replace("\"INFO\"", "\"info\"", StringComparison.Ordinal)));
    }

    [Fact]
    public void A_junit_report_keeps_to_its_schema_and_the_schema_refuses_what_lacks_a_name()
    {
        var text = Written.As("junit", SampleReport.Mendable);

        Assert.Empty(Faults(text, Written.PathOf("junit.xsd")));
        Assert.Empty(Faults(Written.As("junit", SampleReport.Clean), Written.PathOf("junit.xsd")));
        Assert.NotEmpty(Faults(text.Replace(" classname=", " class=", StringComparison.Ordinal), Written.PathOf("junit.xsd")));
    }

    [NeedsFact(Need.PublishedSchemas)]
    public void A_junit_report_keeps_to_the_published_schema()
    {
        var schema = Written.Published("JUnit.xsd");

        Assert.Empty(Faults(Written.As("junit", SampleReport.Mendable), schema));
        Assert.Empty(Faults(Written.As("junit", SampleReport.Clean), schema));
        Assert.NotEmpty(Faults(Written.As("junit", SampleReport.Clean).Replace(" hostname=", " host=", StringComparison.Ordinal), schema));
    }

    [NeedsFact(Need.PublishedSchemas)]
    public async Task Sarif_keeps_to_the_published_schema()
    {
        var schema = await JsonSchema.FromFileAsync(Written.Published("sarif-schema-2.1.0.json"));
        var text = Written.As("sarif", SampleReport.Mendable);

        Assert.Empty(schema.Validate(text));
        Assert.Empty(schema.Validate(WithSuppressed(SampleReport.Mendable)));
        Assert.Empty(schema.Validate(Written.As("sarif", SampleReport.Clean)));
        Assert.NotEmpty(schema.Validate(text.Replace("\"level\": \"error\"", "\"level\": \"fatal\"", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Sarif_holds_what_is_suppressed_only_where_it_is_asked_for_and_then_every_result_says_so()
    {
        var text = WithSuppressed(SampleReport.Mendable);

        var results = JObject.Parse(text).SelectTokens("runs[0].results[*]").ToList();
        Assert.Empty((await Written.Schema("sarif")).Validate(text));
        Assert.All(results, result => Assert.NotNull(result["suppressions"]));
        var suppression = Assert.Single(results.SelectMany(result => result["suppressions"]!));
        Assert.Equal(("inSource", "accepted", "accepted"), ((string?)suppression["kind"], (string?)suppression["status"], (string?)suppression["justification"]));
        Assert.Equal(SampleReport.Mendable.Findings.Count + 1, results.Count);
        Assert.DoesNotContain("suppressions", Written.As("sarif", SampleReport.Mendable), StringComparison.Ordinal);
    }

    [Fact]
    public void Sarif_tells_the_exit_code_of_the_run()
    {
        Assert.Contains("\"exitCode\": 1", Written.As("sarif", SampleReport.Mendable), StringComparison.Ordinal);
        Assert.Contains("\"exitCode\": 0", Written.As("sarif", ShownReport.Of(SampleReport.Mendable), out _, new ReportSettings { ExitCode = 0 }), StringComparison.Ordinal);
        Assert.Contains("\"executionSuccessful\": true", Written.As("sarif", SampleReport.Mendable), StringComparison.Ordinal);
        Assert.Contains("\"executionSuccessful\": false", Written.As("sarif", ShownReport.Of(SampleReport.Mendable), out _, new ReportSettings { ExitCode = 2 }), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Each_line_of_ndjson_keeps_to_its_schema()
    {
        var schema = await JsonSchema.FromJsonAsync(JsonReport.LineSchema);
        var lines = Enum.GetValues<PhiLevel>().SelectMany(phi => Written.As("ndjson", SampleReport.Mendable, phi).TrimEnd('\n').Split('\n')).ToList();

        Assert.All(lines, line => Assert.Empty(schema.Validate(line)));
        Assert.Equal(["run", "file", "rule", "finding", "summary"], lines.Select(line => (string?)JObject.Parse(line)["type"]).Distinct());
    }

    [Theory]
    [InlineData("run", "schemaVersion", "1.0")]
    [InlineData("run", "type", "start")]
    [InlineData("run", "phi", "some")]
    [InlineData("file", "kind", "pdf")]
    [InlineData("rule", "severity", "fatal")]
    [InlineData("finding", "fingerprint", "line 3")]
    [InlineData("finding", "further", "x")]
    [InlineData("finding", "phase", "batch")]
    [InlineData("finding", "fileNumber", "1")]
    [InlineData("summary", "complete", false)]
    public async Task The_schema_of_ndjson_refuses_what_the_contract_does_not_allow(string record, string member, object value)
    {
        var schema = await JsonSchema.FromJsonAsync(JsonReport.LineSchema);
        var line = Written.As("ndjson", SampleReport.Mendable).TrimEnd('\n').Split('\n').Select(JObject.Parse).First(one => (string?)one["type"] == record);
        line[member] = JToken.FromObject(value);

        Assert.NotEmpty(schema.Validate(line.ToString()));
    }

    [Fact]
    public void An_annotation_over_several_lines_names_no_column()
    {
        var several = SampleReport.CodeOnPage with { Place = SampleReport.CodeOnPage.Place with { Span = new SourceSpan(0, 40) } };

        Assert.Matches(@"^::notice file=pages/injection\.txt,line=1,endLine=4,title=", Written.As("github", SampleReport.Of(SampleReport.Full.Files, [several])));
        Assert.Matches(@"line=4,endLine=4,col=\d+,endColumn=\d+,title=", Written.As("github", SampleReport.Of(SampleReport.Full.Files, [SampleReport.CodeOnPage])));
    }

    [Fact]
    public void The_records_of_ndjson_end_with_one_that_says_so()
    {
        var records = Written.As("ndjson", SampleReport.Mendable).TrimEnd('\n').Split('\n').Select(JObject.Parse).ToList();

        Assert.Equal("run", (string?)records[0]["type"]);
        Assert.Equal("3.0", (string?)records[0]["schemaVersion"]);
        Assert.Equal("summary", (string?)records[^1]["type"]);
        Assert.True((bool)records[^1]["complete"]!);
        Assert.Equal(SampleReport.Mendable.Findings.Count, records.Count(record => (string?)record["type"] == "finding"));
    }

    [Fact]
    public void Gitlab_gets_every_finding_on_pages_under_a_fingerprint_of_its_own()
    {
        var report = SampleReport.Of(SampleReport.Full.Files, [SampleReport.CodeOnPage, SampleReport.CodeOnPage with { Fingerprint = new string('3', 32) }]);

        var prints = JArray.Parse(Written.As("gitlab", report)).Select(issue => (string)issue["fingerprint"]!);

        Assert.Equal(2, prints.Distinct().Count());
    }

    private static string WithSuppressed(Report report) => Written.As("sarif", ShownReport.Of(report), out _, new ReportSettings { SarifSuppressed = true });

    private static List<string> Faults(string xml, string schema)
    {
        var faults = new List<string>();
        var settings = new XmlReaderSettings { ValidationType = ValidationType.Schema };
        settings.Schemas.Add(null, schema);
        settings.ValidationEventHandler += (_, fault) => faults.Add(fault.Message);
        using var reader = XmlReader.Create(new StringReader(xml), settings);
        while (reader.Read())
        {
        }

        return faults;
    }
}
