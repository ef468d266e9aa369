using MedCodes.Validator.Cli.Tests.Support;

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

    [Fact]
    public void What_follows_in_the_same_file_does_not_overwrite_the_output()
    {
        var file = _folder.PathOf("log.txt");

        MedcodesProcess.Shell($"{{ medcodes --version; echo END; }} > '{file}'");

        Assert.Matches(@"^\d+\.\d+\.\d+\nEND\n$", File.ReadAllText(file));
    }
}
