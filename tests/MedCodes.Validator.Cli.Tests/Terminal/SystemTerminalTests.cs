using MedCodes.Validator.Cli.Tests.Support;
using MedCodes.Validator.Tests.Support;

namespace MedCodes.Validator.Cli.Tests.Terminal;

/// <summary>What only a process of its own can show.</summary>
public sealed class SystemTerminalTests : IDisposable
{
    private readonly TestFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Help_ends_with_0_on_standard_output()
    {
        var run = MedcodesProcess.Shell("medcodes --help");

        Assert.Equal(0, run.Code);
        Assert.Equal("", run.Err);
        Assert.StartsWith("Description:\n", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void A_wrong_command_ends_with_2_and_says_nothing_on_standard_output()
    {
        var run = MedcodesProcess.Shell("medcodes rul");

        Assert.Equal("error: unknown command 'rul'; did you mean 'rule'?\n", run.Err);
        Assert.Equal("", run.Out);
        Assert.Equal(2, run.Code);
    }

    [Fact]
    public void A_reader_that_has_gone_away_ends_the_run_without_a_word()
    {
        // The pipe breaks only when its reader is gone before the first byte, so the writer waits for that.
        var gone = _folder.PathOf("gone");
        var run = MedcodesProcess.Shell($"{{ while [ ! -e '{gone}' ]; do :; done; medcodes --help; echo \"code $?\" >&2; }} | {{ exec <&-; : > '{gone}'; }}");

        Assert.Equal("code 2\n", run.Err);
    }

    [Fact]
    public void A_full_disk_is_one_clear_line()
    {
        if (!File.Exists("/dev/full"))
            return;

        var run = MedcodesProcess.Shell("medcodes --help > /dev/full");

        Assert.StartsWith("error: cannot write to standard output: ", run.Err, StringComparison.Ordinal);
        Assert.Equal(1, run.Err.Count(c => c == '\n'));
        Assert.Equal(2, run.Code);
    }

    [Theory]
    [InlineData("check - <&-", "error: cannot read standard input: it is closed\n", 2)]
    [InlineData("check --files-from - <&-", "error: cannot read standard input: it is closed\n", 2)]
    [InlineData("render - <&-", "error: cannot read standard input: it is closed\n", 2)]
    [InlineData("rule MC4101 >&-", "error: cannot write to standard output: it is closed\n", 2)]
    [InlineData("check -o json FILE >&-", "error: cannot write the json report to standard output: it is closed\n", 2)]
    [InlineData("check -q -o json=OUT FILE >&- <&-", "", 1)]
    [InlineData("check -o json=OUT FILE 2>&-", "", 1)]
    public void A_stream_that_is_closed_is_named_and_only_where_it_is_needed(string line, string said, int code)
    {
        var words = line.Replace("FILE", $"'{Repository.PathOf(Samples.BatchWithErrors)}'", StringComparison.Ordinal).Replace("OUT", $"'{_folder.PathOf("out.json")}'", StringComparison.Ordinal);

        var run = MedcodesProcess.Shell($"timeout 60 {MedcodesProcess.Command} {words}");

        Assert.Equal((said, code), (run.Err, run.Code));
        Assert.Equal(line.Contains("OUT", StringComparison.Ordinal), File.Exists(_folder.PathOf("out.json")));
    }

    [Fact]
    public void A_variable_that_is_empty_is_one_that_is_not_set()
    {
        var line = $"check -q --exit-zero -o csv '{Repository.PathOf(Samples.BatchWithErrors)}'";

        Assert.Equal(MedcodesProcess.Shell("medcodes " + line).Out, MedcodesProcess.Shell($"MEDCODES_SELECT= MEDCODES_FAIL_ON= MEDCODES_EXIT_ZERO= medcodes {line}").Out);
    }

    [Fact]
    public void What_follows_in_the_same_file_does_not_overwrite_the_output()
    {
        var file = _folder.PathOf("log.txt");

        MedcodesProcess.Shell($"{{ medcodes --version; echo END; }} > '{file}'");

        Assert.Matches(@"^\d+\.\d+\.\d+\nEND\n$", File.ReadAllText(file));
    }
}
