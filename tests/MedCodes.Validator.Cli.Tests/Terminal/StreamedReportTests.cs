using MedCodes.Validator.Cli.Commands;
using MedCodes.Validator.Cli.Terminal;
using MedCodes.Validator.Cli.Tests.Support;
using MedCodes.Validator.Findings;
using MedCodes.Validator.Sources;
using MedCodes.Validator.Tests.Support;

namespace MedCodes.Validator.Cli.Tests.Terminal;

/// <summary>NDJSON alone is written while files are read; whatever else is asked for, its bytes are the same.</summary>
public sealed class StreamedReportTests : IDisposable
{
    private readonly TestFolder _folder = new();

    private string Claims => _folder.Write("a.837", "x");

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("-j 1 -o ndjson")]
    [InlineData("-j 3 --memory 16MB -o ndjson")]
    [InlineData("-o ndjson=/dev/stdout")]
    [InlineData("-o ndjson -o json=report.json")]
    [InlineData("--timings -o ndjson")]
    [InlineData("--ci github -o ndjson")]
    [InlineData("-o ndjson=report.ndjson && cat report.ndjson")]
    public void However_a_run_is_made_its_ndjson_has_the_same_bytes(string asked)
    {
        var fixtures = Repository.PathOf("fixtures");

        var plain = Run($"check --as-of 2024-09-01 --exit-zero -o ndjson '{fixtures}/claims' '{fixtures}/documents'");
        var run = Run($"check --as-of 2024-09-01 --exit-zero '{fixtures}/claims' '{fixtures}/documents' {asked}");

        Assert.Equal(plain, run);
        Assert.Contains("\"phase\":\"claim\"", plain, StringComparison.Ordinal);
        Assert.True(plain.LastIndexOf("\"phase\":\"claim\"", StringComparison.Ordinal) < plain.IndexOf("\"type\":\"file\"", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("-o ndjson", true)]
    [InlineData("-o ndjson=HERE/saved.ndjson", true)]
    [InlineData("-o json", false)]
    [InlineData("-o ndjson -o json=HERE/report.json", false)]
    [InlineData("-o ndjson --baseline HERE/medcodes-baseline.json", false)]
    [InlineData("-o ndjson --config HERE/waivers.yaml", false)]
    [InlineData("-o ndjson --ci gitlab", false)]
    public void Findings_are_handed_on_early_where_nothing_needs_them_all(string asked, bool isEarly)
    {
        _folder.Write("medcodes-baseline.json", """{ "version": "1", "files": {} }""");
        _folder.Write("waivers.yaml", "waivers: [ { rule: MC2001, files: [\"**\"], reason: agreed } ]\n");
        CheckOptions? given = null;

        Medcodes.Run(["check", Claims, .. asked.Replace("HERE", _folder.Path, StringComparison.Ordinal).Split(' ')], new TestTerminal(), (options, files) =>
        {
            given = options;
            throw new FailureException("enough");
        });

        Assert.Equal(isEarly, given!.Early is not null);
    }

    [Fact]
    public void A_run_that_breaks_off_leaves_standard_output_without_a_last_line_and_ends_with_2()
    {
        var terminal = new TestTerminal();

        Assert.Equal(2, Medcodes.Run(["check", "-o", "ndjson", Claims], terminal, BreaksOff));

        Assert.Equal(["run", "rule", "finding"], terminal.Out.TrimEnd('\n').Split('\n').Select(line => line.Split('"')[3]));
        Assert.EndsWith("\n", terminal.Out, StringComparison.Ordinal);
        Assert.Equal("error: a file can no longer be read\n", terminal.Err);
    }

    [Fact]
    public void A_run_that_breaks_off_leaves_the_file_of_the_run_before_it()
    {
        var (saved, claims) = (_folder.Write("saved.ndjson", "before"), Claims);

        Assert.Equal(2, Medcodes.Run(["check", "-o", $"ndjson={saved}", claims], new TestTerminal(), BreaksOff));

        Assert.Equal("before", File.ReadAllText(saved));
        Assert.Equal(["a.837", "saved.ndjson"], Directory.GetFileSystemEntries(_folder.Path).Select(Path.GetFileName).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData(BrokenStream.ClosedPipe, "")]
    [InlineData(BrokenStream.DiskFull, "error: cannot write the ndjson report to standard output: no space is left on the device\n")]
    public void An_output_that_breaks_while_files_are_read_ends_the_run(int errorCode, string said)
    {
        var terminal = new TestTerminal { Output = new BrokenStream(100, errorCode, "broken") };
        var hasGoneOn = false;

        Assert.Equal(2, Medcodes.Run(["check", "-o", "ndjson", Claims], terminal, (options, files) =>
        {
            HandOn(options, files);
            hasGoneOn = true;
            return TestReports.Clean(options, files);
        }));

        Assert.False(hasGoneOn);
        Assert.Equal(said, terminal.Err);
    }

    [Fact]
    public void A_file_that_cannot_be_written_while_files_are_read_ends_the_run_with_its_reason()
    {
        if (!File.Exists("/dev/full"))
            return;
        var terminal = new TestTerminal();

        Assert.Equal(2, Medcodes.Run(["check", "-o", "ndjson=/dev/full", Claims], terminal, BreaksOff));

        Assert.Equal("error: cannot write the ndjson report to /dev/full: no space is left on the device\n", terminal.Err);
    }

    [Fact]
    public void What_was_handed_on_fails_the_run_and_is_counted()
    {
        using var terminal = new TestTerminal();
        var claims = Repository.PathOf("fixtures/claims/golden");

        var code = Medcodes.Run(["check", "--as-of", "2024-09-01", "--select", "MC2001", "--statistics", "-o", "ndjson", claims], terminal, new Validation(terminal).Check);

        var found = terminal.Out.Split('\n').Count(line => line.Contains("\"phase\":\"claim\"", StringComparison.Ordinal));
        Assert.Equal(1, code);
        Assert.True(found > 0);
        Assert.Contains($"{found} MC2001 npi-check-digit-mismatch\n", terminal.Err, StringComparison.Ordinal);
        Assert.Contains($"\"errors\":{found},", terminal.Out, StringComparison.Ordinal);
    }

    private static Report BreaksOff(CheckOptions options, IReadOnlyList<SourceFile> files)
    {
        HandOn(options, files);
        throw new FailureException("a file can no longer be read");
    }

    private static void HandOn(CheckOptions options, IReadOnlyList<SourceFile> files)
    {
        options.Early!.Begin(TestReports.Clean(options, files).Run);
        options.Early.Take(ContentKind.X12, TestReports.WrongNumbers(options, files).Findings);
    }

    private string Run(string line) => MedcodesProcess.Shell($"cd '{_folder.Path}' && medcodes {line}").Out;
}
