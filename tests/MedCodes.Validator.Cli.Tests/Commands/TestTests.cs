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
        var path = Write(Shipped.Replace("charge: -1", "charge: 100", StringComparison.Ordinal));

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
        Assert.Equal(2, Run("test", Write(Shipped.Replace("charge: -1", "charg: -100", StringComparison.Ordinal))));

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
    public void Mutants_that_every_test_passes_are_named_with_their_line_and_end_with_1()
    {
        Assert.Equal(0, Run("test", "--mutate", Write(Shipped)));
        Assert.Equal("1 rule: 3 mutants, 3 killed, 0 justified, 0 survived: 100 %\n", _terminal.Out);

        var path = Write(Shipped.Replace("code: 99024, charge: 0", "code: 99024, charge: 1", StringComparison.Ordinal));
        Assert.Equal(1, Run("test", "--mutate", path));

        var line = Array.FindIndex(Shipped.Split('\n'), text => text.Contains("at-least: 0", StringComparison.Ordinal)) + 1;
        Assert.Contains($"survived: MC2102 charge-below-zero: check.line.charge: more-than in place of at-least\n  --> {path}:{line}\n", _terminal.Out, StringComparison.Ordinal);
        Assert.Contains("1 rule: 3 mutants, 2 killed, 0 justified, 1 survived: 66.6 %\n", _terminal.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void A_surviving_mutant_is_explained_by_a_claim()
    {
        Assert.Equal(1, Run("test", "--mutate", "--explain", Write(Shipped.Replace("code: 99024, charge: 0", "code: 99024, charge: 1", StringComparison.Ordinal))));

        Assert.Contains("  | -   line.charge: { at-least: 0 }\n  | +   line.charge: { more-than: 0 }\n", _terminal.Out, StringComparison.Ordinal);
        Assert.Contains("the rule ends with pass, the mutant with fail at claim 1, line 1\n", _terminal.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void Mutants_come_as_json_too_with_the_reason_for_each_that_may_survive()
    {
        Assert.Equal(1, Run("test", "--mutate", "-o", "json", Repository.PathOf("fixtures", "rules", "mutation", "claims", "charges", "charge-above-limit.yaml")));

        using var json = JsonDocument.Parse(_terminal.Out);
        Assert.Equal(1, json.RootElement.GetProperty("justified").GetInt32());
        var survivors = json.RootElement.GetProperty("rules")[0].GetProperty("survivors").EnumerateArray().ToList();
        Assert.Contains(survivors, survivor => survivor.TryGetProperty("because", out var because) && because.GetString() == "This rule is here to be shown, not to be sound.");
        Assert.Contains(survivors, survivor => survivor.GetProperty("mutant").GetString() == "check.line.charge: less-than in place of at-most");
    }

    [Fact]
    public void A_reason_for_a_mutant_that_is_not_there_ends_with_2()
    {
        Assert.Equal(2, Run("test", "--mutate", Write(Shipped + "  survivors: [ { mutant: nothing, because: of nothing } ]\n")));

        Assert.Equal("", _terminal.Out);
        Assert.Contains("unknown mutant 'nothing'", _terminal.Err, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--explain", "error: --explain explains mutants: give --mutate too\n")]
    [InlineData("--mutate --require-tests", "error: --mutate and --require-tests cannot be combined\n")]
    public void Options_that_say_nothing_together_end_with_2(string options, string message)
    {
        Assert.Equal(2, Run(["test", .. options.Split(' ')]));

        Assert.Equal(message, _terminal.Err);
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
