using MedCodes.Validator.Cli.Tests.Support;
using MedCodes.Validator.Reporting;
using MedCodes.Validator.Tests.Support;

namespace MedCodes.Validator.Cli.Tests.Commands;

/// <summary>What only the operating system can show: real streams, signals and environments.</summary>
public sealed class ProcessTests : IDisposable
{
    private const string Fixed = "--as-of 2024-09-01";

    private readonly TestFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Errors_in_a_batch_end_with_1()
    {
        var run = MedcodesProcess.Shell($"medcodes check {Fixed} {Samples.BatchWithErrors}");

        Assert.Equal("", run.Err);
        Assert.Contains("error[MC", run.Out, StringComparison.Ordinal);
        Assert.Equal(1, run.Code);
    }

    [Fact]
    public void A_wrong_command_ends_with_2_and_says_nothing_on_standard_output()
    {
        var run = MedcodesProcess.Shell("medcodes chekc");

        Assert.Equal("error: unknown command 'chekc'; did you mean 'check'?\n", run.Err);
        Assert.Equal("", run.Out);
        Assert.Equal(2, run.Code);
    }

    [Fact]
    public void Standard_input_gives_the_same_as_the_file()
    {
        var file = MedcodesProcess.Shell($"medcodes check {Fixed} {Samples.BatchWithErrors}");
        var input = MedcodesProcess.Shell($"cat {Samples.BatchWithErrors} | medcodes check {Fixed} -");

        Assert.Equal(file.Out.Replace(Samples.BatchWithErrors, "<stdin>", StringComparison.Ordinal), input.Out);
        Assert.Equal(1, input.Code);
    }

    [Fact]
    public void A_named_pipe_gives_the_same_as_the_file()
    {
        var pipe = _folder.PathOf("pipe");

        var run = MedcodesProcess.Shell($"mkfifo '{pipe}'; cat {Samples.BatchWithErrors} > '{pipe}' & medcodes check {Fixed} '{pipe}'");

        Assert.Equal(1, run.Code);
        Assert.Contains("error[MC", run.Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("human")]
    [InlineData("json")]
    public void A_reader_that_goes_away_ends_the_run_without_a_word(string format)
    {
        // The reader is gone before the first byte: the pipe's end is closed by "true".
        var run = MedcodesProcess.Shell($"{{ medcodes check -q {Fixed} -o {format} {Samples.BatchWithErrors}; echo \"code $?\" >&2; }} | true");

        Assert.Equal("code 2\n", run.Err);
    }

    [Theory]
    [InlineData("-o json", "error: cannot write the json report to standard output: ")]
    [InlineData("-o human", "error: cannot write the human report to standard output: ")]
    public void A_full_disk_is_one_clear_line(string output, string says)
    {
        if (!File.Exists("/dev/full"))
            return;

        var run = MedcodesProcess.Shell($"medcodes check {Fixed} {output} {Samples.BatchWithErrors} > /dev/full");

        Assert.StartsWith(says, run.Err, StringComparison.Ordinal);
        Assert.Equal(1, run.Err.Count(c => c == '\n'));
        Assert.Equal(2, run.Code);
    }

    [Fact]
    public void What_follows_in_the_same_file_does_not_overwrite_the_report()
    {
        var file = _folder.PathOf("log.txt");

        MedcodesProcess.Shell($"{{ medcodes check {Fixed} {Samples.BatchWithErrors}; echo END; }} > '{file}'");

        Assert.StartsWith("error[MC", File.ReadAllText(file), StringComparison.Ordinal);
        Assert.EndsWith("END\n", File.ReadAllText(file), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("tr_TR.UTF-8", "Pacific/Kiritimati")]
    [InlineData("de_DE.UTF-8", "America/Los_Angeles")]
    [InlineData("ar_SA.UTF-8", "Asia/Kathmandu")]
    public void Every_format_has_the_same_bytes_in_every_language_and_time_zone(string language, string zone)
    {
        Written("here", ("LANG", "C"), ("TZ", "UTC"));
        Written("there", ("LANG", language), ("LC_ALL", language), ("TZ", zone));

        Assert.All(ReportFormats.Names, format => Assert.Equal(File.ReadAllBytes(_folder.PathOf("here." + format)), File.ReadAllBytes(_folder.PathOf("there." + format))));

        void Written(string name, params (string, string?)[] environment)
        {
            var outputs = string.Join(' ', ReportFormats.Names.Select(format => $"-o '{format}={_folder.PathOf(name)}.{format}'"));
            var run = MedcodesProcess.Shell($"medcodes check {Fixed} {outputs} {Samples.BatchWithErrors} {Samples.Page}", environment);
            Assert.True(run.Code == 1, run.Err);
        }
    }

    [Fact]
    public void Every_format_has_the_same_bytes_on_one_processor_and_on_many()
    {
        foreach (var processors in new[] { "1", "16" })
        {
            var outputs = string.Join(' ', ReportFormats.Names.Select(format => $"-o '{format}={_folder.PathOf(processors)}.{format}'"));
            Assert.Equal(1, MedcodesProcess.Shell($"medcodes check {Fixed} {outputs} fixtures/claims fixtures/documents", ("DOTNET_PROCESSOR_COUNT", processors)).Code);
        }

        Assert.All(ReportFormats.Names, format => Assert.Equal(File.ReadAllBytes(_folder.PathOf("1." + format)), File.ReadAllBytes(_folder.PathOf("16." + format))));
    }

    [Fact]
    public void A_build_server_gets_no_colour_and_no_account()
    {
        var run = MedcodesProcess.Shell($"medcodes check {Fixed} {Samples.BatchWithErrors}", ("CI", "true"), ("GITHUB_ACTIONS", "true"), ("TERM", "xterm-256color"));

        Assert.DoesNotContain('\e', run.Out);
    }

    [Fact]
    public void The_command_works_from_any_folder()
    {
        var run = MedcodesProcess.Shell($"cd / && medcodes check {Fixed} '{Repository.PathOf(Samples.BatchWithErrors)}'");

        Assert.Equal(1, run.Code);
    }
}
