using System.Text.Json;
using System.Xml.Linq;
using System.Xml.Schema;
using MedCodes.Validator.Cli.Commands;
using MedCodes.Validator.Cli.Tests.Support;
using MedCodes.Validator.Tests.Support;

namespace MedCodes.Validator.Cli.Tests.Commands;

public sealed class TestTests : IDisposable
{
    private static readonly string Shipped = File.ReadAllText(Repository.PathOf("rules", "claims", "identifiers", "charge-below-zero.yaml"));

    private readonly TestFolder _folder = new();

    private readonly TestTerminal _terminal = new();

    public void Dispose()
    {
        _folder.Dispose();
        _terminal.Dispose();
    }

    [Fact]
    public void Tests_that_come_out_as_written_end_with_0()
    {
        Assert.Equal(0, Run("test", Write(Shipped)));

        Assert.Equal("4 tests of 1 rule: 4 passed, 0 failed\n", _terminal.Out);
        Assert.Equal("", _terminal.Err);
    }

    [Fact]
    public void A_test_that_comes_out_otherwise_is_named_with_its_line_and_ends_with_1()
    {
        var path = Write(Shipped.Replace("charge: -100", "charge: 100", StringComparison.Ordinal));

        Assert.Equal(1, Run("test", path));

        Assert.StartsWith("failed: MC2102 charge-below-zero: ", _terminal.Out, StringComparison.Ordinal);
        Assert.Contains($"  --> {path}:", _terminal.Out, StringComparison.Ordinal);
        Assert.Contains("  pass, not fail\n", _terminal.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void A_finding_at_another_line_than_expected_fails_the_test()
    {
        Assert.Equal(1, Run("test", Write(Shipped.Replace("line: 1", "line: 2", StringComparison.Ordinal))));

        Assert.Contains("findings at claim 1, line 1, not at claim 1, line 2", _terminal.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void A_misspelt_key_of_a_test_ends_with_2_and_the_key_that_was_meant()
    {
        Assert.Equal(2, Run("test", Write(Shipped.Replace("charge: -100", "charg: -100", StringComparison.Ordinal))));

        Assert.Equal("", _terminal.Out);
        Assert.Contains("unknown key 'charg'", _terminal.Err, StringComparison.Ordinal);
        Assert.Contains("did you mean 'charge'?", _terminal.Err, StringComparison.Ordinal);
    }

    [Fact]
    public void A_rule_without_tests_fails_only_where_tests_are_required()
    {
        var path = Write(Shipped[..Shipped.IndexOf("tests:", StringComparison.Ordinal)]);

        Assert.Equal(0, Run("test", path));
        Assert.Equal(1, Run("test", path, "--require-tests"));

        Assert.Contains("untested: MC2102 charge-below-zero has no valid or no invalid test", _terminal.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void The_results_come_as_json_too()
    {
        Assert.Equal(0, Run("test", Write(Shipped), "-o", "json"));

        using var json = JsonDocument.Parse(_terminal.Out);
        Assert.Equal(4, json.RootElement.GetProperty("passed").GetInt32());
        Assert.All(json.RootElement.GetProperty("tests").EnumerateArray(), test => Assert.True(test.GetProperty("passed").GetBoolean()));
    }

    [Fact]
    public void The_results_come_as_junit_that_keeps_to_its_schema()
    {
        var path = Write(Shipped[..Shipped.IndexOf("  valid:", StringComparison.Ordinal)].Replace("line: 1", "line: 2", StringComparison.Ordinal));
        Assert.Equal(1, Run("test", path, "--require-tests", "-o", "junit"));

        var schemas = new XmlSchemaSet();
        schemas.Add(null, Repository.PathOf("tests/MedCodes.Validator.Tests/Reporting/Schemas/junit.xsd"));
        var faults = new List<string>();
        var written = XDocument.Parse(_terminal.Out);
        written.Validate(schemas, (_, fault) => faults.Add(fault.Message));
        var broken = XDocument.Parse(_terminal.Out.Replace(" classname=", " class=", StringComparison.Ordinal));
        Assert.ThrowsAny<XmlSchemaException>(() => broken.Validate(schemas, null));

        Assert.Empty(faults);
        var suite = Assert.Single(written.Root!.Elements("testsuite"));
        Assert.Equal(("2", "2"), (suite.Attribute("tests")!.Value, suite.Attribute("failures")!.Value));
        Assert.Equal("MC2102 charge-below-zero", suite.Attribute("name")!.Value);
        Assert.Contains("has a valid and an invalid test", suite.Elements("testcase").Last().Attribute("name")!.Value, StringComparison.Ordinal);
        Assert.NotNull(suite.Elements("testcase").Last().Element("failure"));
    }

    [Fact]
    public void An_unknown_format_ends_with_2()
    {
        Assert.Equal(2, Run("test", "-o", "jsn"));

        Assert.Equal("error: medcodes test writes human or json or junit, not 'jsn'; did you mean 'json'?\n", _terminal.Err);
    }

    private string Write(string rule) => _folder.Write("claims/identifiers/charge-below-zero.yaml", rule);

    private int Run(params string[] arguments) => Medcodes.Run(arguments, _terminal, null);
}
