using MedCodes.Validator.Cli.Commands;
using MedCodes.Validator.Cli.Terminal;
using MedCodes.Validator.Cli.Tests.Support;
using MedCodes.Validator.Findings;
using MedCodes.Validator.Sources;
using MedCodes.Validator.Tests.Support;

namespace MedCodes.Validator.Cli.Tests.Terminal;

/// <summary>NDJSON alone is written while files are read; whatever else is asked for, its bytes are the same.</summary>
public sealed partial class StreamedReportTests : IDisposable
{
    private static readonly string[] WrittenEarly = ["\"phase\":\"claim\"", "\"phase\":\"file\"", "\"type\":\"file\""];

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
        Assert.Contains("\"phase\":\"file\"", plain, StringComparison.Ordinal);
        Assert.All(
            WrittenEarly,
            early => Assert.True(plain.LastIndexOf(early, StringComparison.Ordinal) < plain.IndexOf("\"phase\":\"run\"", StringComparison.Ordinal)));
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

        Assert.Equal(["run", "rule", "finding", "file"], terminal.Out.TrimEnd('\n').Split('\n').Select(line => line.Split('"')[3]));
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

    [Theory]
    [InlineData("-o ndjson", true)]
    [InlineData("-o ndjson=HERE/report.ndjson", true)]
    [InlineData("-o json", false)]
    [InlineData("-o json=HERE/report.json", false)]
    public void Input_that_cannot_be_read_for_quoting_is_not_blamed_on_the_output(string asked, bool isEarly)
    {
        var terminal = new TestTerminal();
        var claims = Claims;

        var code = Medcodes.Run(["check", claims, .. asked.Replace("HERE", _folder.Path, StringComparison.Ordinal).Split(' ')], terminal, (options, files) =>
        {
            File.Delete(claims);
            if (isEarly)
                HandOn(options, files);
            return TestReports.WrongNumbers(options, files);
        });

        Assert.Equal(2, code);
        Assert.Equal("error: a file can no longer be read: there is no such file\n", terminal.Err);
        Assert.Empty(Directory.GetFileSystemEntries(_folder.Path));
    }

    [Fact]
    public void Where_a_rule_crashes_what_was_found_is_written_to_its_end_and_the_run_ends_with_2()
    {
        var terminal = new TestTerminal();

        var code = Medcodes.Run(["check", "-o", "ndjson", Claims], terminal, (options, files) =>
        {
            HandOn(options, files);
            return TestReports.Clean(options, files) with { Crashed = [new CrashedRule("MC2004", "invented-defect", "NotSupportedException")] };
        });

        Assert.Equal(2, code);
        Assert.Equal(["run", "rule", "finding", "file", "summary"], terminal.Out.TrimEnd('\n').Split('\n').Select(line => line.Split('"')[3]));
        Assert.Contains("error[MC9001]: the rule MC2004 invented-defect crashed (NotSupportedException)", terminal.Err, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("-j 1 -o ndjson")]
    [InlineData("-j 3 -o ndjson")]
    [InlineData("-o ndjson -o json=report.json")]
    public void What_a_configuration_says_of_its_files_holds_for_what_is_handed_on(string asked)
    {
        var claims = File.ReadAllText(Repository.PathOf("fixtures/claims/pain-clinic-batch.837")).Replace("SE*", "SE*9", StringComparison.Ordinal);
        foreach (var folder in new[] { "graded", "off", "plain" })
            _folder.Write($"{folder}/claims.837", claims);
        _folder.Write("graded/medcodes.yaml", "rules: { MC2001: info, MC1117: warning }\n");
        _folder.Write("off/medcodes.yaml", "rules: { MC2001: off, MC1117: off }\n");

        var found = Run($"check --as-of 2024-09-01 --exit-zero graded off plain {asked}").Split('\n')
            .Where(line => line.Contains("\"type\":\"finding\"", StringComparison.Ordinal) && (line.Contains("\"rule\":\"MC2001\"", StringComparison.Ordinal) || line.Contains("\"rule\":\"MC1117\"", StringComparison.Ordinal)))
            .Select(line => FoundIn().Match(line).Groups)
            .Select(found => $"{found[1].Value} {found[2].Value} {found[3].Value} {found[4].Value}")
            .ToList();

        Assert.Equal(
            ["claim MC2001 info graded", "file MC1117 warning graded", "claim MC2001 error plain", "file MC1117 error plain"],
            found.Distinct());
    }

    // A page says itself what is not to be reported of it.
    [Fact]
    public void What_a_page_suppresses_is_suppressed_in_what_is_written_early_too()
    {
        File.WriteAllBytes(
            Path.Combine(Directory.CreateDirectory(_folder.PathOf("docs")).FullName, "page.txt"),
            [.. "# medcodes-disable-file MC1201 -- an old scan\n"u8, .. File.ReadAllBytes(Repository.PathOf("fixtures/documents/code-missing.txt")), 0xC3, (byte)'\n']);

        var alone = Run("check --as-of 2024-09-01 --exit-zero -o ndjson docs");
        var besides = Run("check --as-of 2024-09-01 --exit-zero -o ndjson -o json=report.json docs");

        Assert.Equal(besides, alone);
        Assert.Contains("\"suppressed\":1", alone, StringComparison.Ordinal);
        Assert.DoesNotContain("MC1201", alone, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("json")]
    [InlineData("csv")]
    [InlineData("human")]
    public void What_is_rendered_of_files_that_are_shown_by_one_name_stands_in_the_order_of_the_run(string format)
    {
        var claims = File.ReadAllText(Repository.PathOf("fixtures/claims/pain-clinic-batch.837")).Replace("SE*", "SE*9", StringComparison.Ordinal);
        foreach (var folder in new[] { "a", "b", "c" })
            _folder.Write($"{folder}/same.837", folder == "b" ? claims.Replace("SV1*", "SV1*HC:00000*1*UN*1***1~SV1*", StringComparison.Ordinal) : claims);
        File.Copy(Repository.PathOf("fixtures/documents/code-missing.txt"), Directory.CreateDirectory(_folder.PathOf("d")).FullName + "/same.837");

        var direct = Run($"check --as-of 2024-09-01 --exit-zero --phi mask --path-style basename -o {format} a b c d");
        var rendered = Run($"check --as-of 2024-09-01 --exit-zero --phi mask --path-style basename -o ndjson=saved.ndjson a b c d; medcodes render -o {format} saved.ndjson");

        Assert.Equal(direct, rendered);
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
        foreach (var file in TestReports.Clean(options, files).Files)
            options.Early.Close(file, []);
    }

    [System.Text.RegularExpressions.GeneratedRegex("\"phase\":\"([a-z]+)\",\"rule\":\"([A-Z0-9]+)\".*?\"severity\":\"([a-z]+)\".*?\"location\":{\"file\":\"([a-z]+)/")]
    private static partial System.Text.RegularExpressions.Regex FoundIn();

    private string Run(string line) => MedcodesProcess.Shell($"cd '{_folder.Path}' && medcodes {line}").Out;
}
