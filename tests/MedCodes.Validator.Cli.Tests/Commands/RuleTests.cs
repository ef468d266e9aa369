using MedCodes.Validator.Cli.Commands;
using MedCodes.Validator.Cli.Tests.Support;
using MedCodes.Validator.Tests.Support;
using MedCodes.Validator.Waivers;

namespace MedCodes.Validator.Cli.Tests.Commands;

public sealed class RuleTests : IDisposable
{
    private readonly TestFolder _folder = new();

    private readonly TestTerminal _terminal = new();

    public void Dispose()
    {
        _folder.Dispose();
        _terminal.Dispose();
    }

    [Theory]
    [InlineData("MC4101")]
    [InlineData("mc4101")]
    [InlineData("add-on-without-primary")]
    public void A_rule_is_explained_by_its_id_or_name(string name)
    {
        Assert.Equal(0, Run("rule", name));

        Assert.StartsWith("MC4101 add-on-without-primary\n", _terminal.Out, StringComparison.Ordinal);
        Assert.Equal("", _terminal.Err);
    }

    [Fact]
    public void A_rule_can_be_shown_as_it_is_written()
    {
        Assert.Equal(0, Run("rule", "MC2102", "--source"));

        Assert.Equal(File.ReadAllText(Repository.PathOf("rules", "claims", "identifiers", "charge-below-zero.yaml")), _terminal.Out);
    }

    [Fact]
    public void An_unknown_rule_ends_with_2_and_the_nearest_name()
    {
        Assert.Equal(2, Run("rule", "add-on-without-primry"));

        Assert.Equal("", _terminal.Out);
        Assert.Equal("error: there is no rule 'add-on-without-primry'; did you mean 'add-on-without-primary'?\n", _terminal.Err);
    }

    [Theory]
    [InlineData("json")]
    [InlineData("markdown")]
    [InlineData("text")]
    public void A_rule_is_explained_with_its_examples_in_every_form(string format)
    {
        Assert.Equal(0, Run("rule", "MC2102", "-o", format));

        Assert.Contains("a charge taken back", _terminal.Out, StringComparison.Ordinal);
        Assert.Contains("loop 2400, SV102", _terminal.Out, StringComparison.Ordinal);
        Assert.DoesNotContain("the charge is missing\n\n", _terminal.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_a_name_every_built_in_rule_is_listed()
    {
        Assert.Equal(0, Run("rule"));

        var files = Repository.Files("rules/claims", "*.yaml").Concat(Repository.Files("rules/documents", "*.yaml"));
        Assert.Equal(files.Count() + MetaRules.All.Length, _terminal.Out.Count(c => c == '\n'));
    }

    [Fact]
    public void A_users_rule_stands_beside_the_built_in_ones_or_in_place_of_one()
    {
        var builtIn = File.ReadAllText(Repository.PathOf("rules", "claims", "identifiers", "charge-below-zero.yaml"));
        _folder.Write("claims/identifiers/charge-below-zero.yaml", builtIn.Replace("is negative.", "is below nothing.", StringComparison.Ordinal));
        _folder.Write(
            "claims/own/charge-of-my-house.yaml",
            builtIn.Replace("MC2102", "MC2999", StringComparison.Ordinal).Replace("charge-below-zero", "charge-of-my-house", StringComparison.Ordinal));

        Assert.Equal(0, Run("rule", "MC2102", "--rules", _folder.Path));
        Assert.Equal(0, Run("rule", "MC2999", "--rules", _folder.Path));

        Assert.Contains("is below nothing.", _terminal.Out, StringComparison.Ordinal);
        Assert.Contains("MC2999 charge-of-my-house", _terminal.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void Everything_that_is_wrong_with_the_rules_is_said_at_once_with_its_place()
    {
        var first = _folder.Write("claims/own/first.yaml", "id: MC2998\nnmae: first\n");
        var second = _folder.Write("claims/own/second.yaml", "id: MC2997\nsevrity: error\n");

        Assert.Equal(2, Run("rule", "--rules", _folder.Path));

        Assert.Equal("", _terminal.Out);
        Assert.Contains($"  --> {first}:2:1\n 2 | nmae: first\n   | ^^^^ did you mean 'name'?\n", _terminal.Err, StringComparison.Ordinal);
        Assert.Contains($"  --> {second}:2:1\n 2 | sevrity: error\n   | ^^^^^^^ did you mean 'severity'?\n", _terminal.Err, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("missing")]
    [InlineData("")]
    public void A_directory_without_rules_ends_with_2(string name)
    {
        Assert.Equal(2, Run("rule", "--rules", _folder.PathOf(name)));

        Assert.StartsWith("error: ", _terminal.Err, StringComparison.Ordinal);
    }

    private int Run(params string[] arguments) => Medcodes.Run(arguments, _terminal, TestReports.Clean);
}
