using MedCodes.Validator.Cli.Commands;
using MedCodes.Validator.Cli.Tests.Support;
using MedCodes.Validator.Tests.Support;

namespace MedCodes.Validator.Cli.Tests.Commands;

public sealed class SearchTests : IDisposable
{
    private static readonly string Page = Repository.PathOf("fixtures", "documents", "knee-arthroscopy.md");

    private readonly TestTerminal _terminal = new();

    public void Dispose() => _terminal.Dispose();

    [Fact]
    public void A_page_is_found_with_its_line_its_code_and_a_snippet()
    {
        Assert.Equal(0, Run("search", "torn", "meniscus", "trimmed", "--pages", Page));

        Assert.Contains("  29881\n  Arthroscopy of the knee with trimming of a torn meniscus, inner or outer\n", _terminal.Out, StringComparison.Ordinal);
        Assert.Contains("  The torn part of the meniscus is trimmed to a stable rim.\n", _terminal.Out, StringComparison.Ordinal);
        Assert.Equal("", _terminal.Err);
    }

    [Fact]
    public void Nothing_found_is_said_and_is_no_failure()
    {
        Assert.Equal(0, Run("search", "xylophone", "--pages", Page));

        Assert.Equal("nothing found\n", _terminal.Out);
    }

    [Fact]
    public void A_code_is_shown_with_its_page_tables_family_and_rules()
    {
        Assert.Equal(0, Run("show", "64491", "--as-of", "2024-08-15", "--pages", Repository.PathOf("fixtures", "documents", "second-facet-level-add-on.md")));

        Assert.StartsWith("64491\npages:\n", _terminal.Out, StringComparison.Ordinal);
        Assert.Contains("\n  ncci-add-on 2024Q3: program medicare, type 1, primary 64490, effective 2013-04-01\n", _terminal.Out, StringComparison.Ordinal);
        Assert.Contains("\n  facet-injections-cervical-thoracic: 64490 64492\n", _terminal.Out, StringComparison.Ordinal);
        Assert.Contains("\n  ncci-ptp 2024Q3: column1 64491, program medicare, setting practitioner, indicator 0, with ", _terminal.Out, StringComparison.Ordinal);
        Assert.Contains("\nsimilar codes:\n  64490 64492\n", _terminal.Out, StringComparison.Ordinal);
        Assert.Contains("\n  MC7111 region-of-another-code\n", _terminal.Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("show 00001", "nothing is known of '00001'")]
    [InlineData("show", "CODE")]
    [InlineData("search", "WORDS")]
    [InlineData("show 64491 --as-of tomorrow", "--as-of takes a day")]
    [InlineData("search knee --pages no/such/folder", "there is no such file")]
    public void What_cannot_be_looked_up_ends_with_2(string line, string says)
    {
        Assert.Equal(2, Run(line.Split(' ')));

        Assert.Equal("", _terminal.Out);
        Assert.Contains(says, _terminal.Err, StringComparison.Ordinal);
    }

    private int Run(params string[] arguments) => Medcodes.Run(arguments, _terminal, TestReports.Clean);
}
