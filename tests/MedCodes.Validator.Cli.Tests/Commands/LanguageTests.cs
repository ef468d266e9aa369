using System.Text.Json;
using MedCodes.Validator.Cli.Commands;
using MedCodes.Validator.Cli.Tests.Support;

namespace MedCodes.Validator.Cli.Tests.Commands;

public sealed class LanguageTests : IDisposable
{
    private readonly TestTerminal _terminal = new();

    public void Dispose() => _terminal.Dispose();

    [Fact]
    public void The_language_is_described_as_Markdown()
    {
        Assert.Equal(0, Run("language"));

        Assert.StartsWith("# The rule language\n", _terminal.Out, StringComparison.Ordinal);
        Assert.Contains("### `line`\n", _terminal.Out, StringComparison.Ordinal);
        Assert.Equal("", _terminal.Err);
    }

    [Theory]
    [InlineData("rule")]
    [InlineData("code-set")]
    [InlineData("table")]
    [InlineData("terms")]
    [InlineData("page")]
    [InlineData("profile")]
    public void A_schema_is_written_as_JSON(string name)
    {
        Assert.Equal(0, Run("language", "--schema", name));

        using var schema = JsonDocument.Parse(_terminal.Out);
        Assert.Equal("http://json-schema.org/draft-07/schema#", schema.RootElement.GetProperty("$schema").GetString());
    }

    [Fact]
    public void An_unknown_schema_ends_with_2_and_the_nearest_name()
    {
        Assert.Equal(2, Run("language", "--schema", "rules"));

        Assert.Equal("", _terminal.Out);
        Assert.Equal("error: there is no schema 'rules'; did you mean 'rule'?\n", _terminal.Err);
    }

    private int Run(params string[] arguments) => Medcodes.Run(arguments, _terminal, TestReports.Clean);
}
