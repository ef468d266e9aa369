using System.Text;
using System.Text.Json;
using MedCodes.Validator.Cli.Commands;
using MedCodes.Validator.Cli.Terminal;
using MedCodes.Validator.Cli.Tests.Support;
using MedCodes.Validator.Findings;
using MedCodes.Validator.Sources;

namespace MedCodes.Validator.Cli.Tests.Commands;

public sealed class CheckTests : IDisposable
{
    private readonly TestFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_clean_run_ends_with_0() =>
        Assert.Equal(0, Medcodes.Run(["check", _folder.Write("a.837", "x")], new TestTerminal(), TestReports.Clean));

    [Fact]
    public void Errors_end_with_1() =>
        Assert.Equal(1, Medcodes.Run(["check", _folder.Write("a.837", "x")], new TestTerminal(), TestReports.Errors));

    [Fact]
    public void Warnings_alone_end_with_0() =>
        Assert.Equal(0, Medcodes.Run(["check", _folder.Write("a.837", "x")], new TestTerminal(), TestReports.Warnings));

    [Fact]
    public void A_path_that_does_not_exist_ends_with_2_even_beside_findings()
    {
        var terminal = new TestTerminal();
        var missing = _folder.PathOf("missing.837");

        Assert.Equal(2, Medcodes.Run(["check", _folder.Write("a.837", "x"), missing, missing + "2"], terminal, TestReports.Errors));

        Assert.Equal("", terminal.Out);
        Assert.Equal($"error: cannot read '{missing}': there is no such file\nerror: cannot read '{missing}2': there is no such file\n", terminal.Err);
    }

    [Fact]
    public void A_directory_without_files_ends_with_2()
    {
        var terminal = new TestTerminal();

        Assert.Equal(2, Medcodes.Run(["check", _folder.Path], terminal, TestReports.Clean));
        Assert.Equal("error: no files found\n", terminal.Err);
    }

    [Fact]
    public void An_exception_ends_with_2_and_one_line()
    {
        var terminal = new TestTerminal();

        Assert.Equal(2, Medcodes.Run(["check", _folder.Write("a.837", "x")], terminal, (_, _) => throw new InvalidOperationException("CANARY")));

        Assert.Equal("", terminal.Out);
        Assert.Matches(@"^internal error MC9999: InvalidOperationException in MedCodes\.[^\n]*; rerun with --debug\n$", terminal.Err);
        Assert.DoesNotContain("CANARY", terminal.Err, StringComparison.Ordinal);
    }

    [Fact]
    public void No_room_for_what_was_found_is_one_clear_line()
    {
        var terminal = new TestTerminal();

        Assert.Equal(2, Medcodes.Run(["check", _folder.Write("a.837", "x")], terminal, (_, _) => throw new SpillException(new IOException("CANARY", BrokenStream.DiskFull))));

        Assert.Equal("", terminal.Out);
        Assert.Equal($"error: cannot keep what was found in '{Path.GetTempPath()}', the folder for temporary files: no space is left on the device\n", terminal.Err);
    }

    [Fact]
    public void An_exception_is_shown_with_debug_by_its_type_and_place_and_never_in_its_words()
    {
        var terminal = new TestTerminal();

        Assert.Equal(2, Medcodes.Run(["check", "--debug", _folder.Write("a.837", "x")], terminal, (_, _) => throw new InvalidOperationException("of CANARYNAME", new FormatException("CANARYNAME was no number"))));

        Assert.StartsWith("internal error MC9999: System.InvalidOperationException\n", terminal.Err, StringComparison.Ordinal);
        Assert.Contains("caused by System.FormatException", terminal.Err, StringComparison.Ordinal);
        Assert.DoesNotContain("CANARY", terminal.Err, StringComparison.Ordinal);
        Assert.Contains("   at ", terminal.Err, StringComparison.Ordinal);
    }

    [Fact]
    public void A_rule_that_crashed_is_named_and_the_run_ends_with_2_though_the_report_is_written()
    {
        var terminal = new TestTerminal();
        Checking crashing = (options, files) => TestReports.Clean(options, files) with { Crashed = [new CrashedRule("MC2101", "some-rule", "InvalidOperationException")] };

        Assert.Equal(2, Medcodes.Run(["check", "-o", "json", _folder.Write("a.837", "x")], terminal, crashing));

        using var document = JsonDocument.Parse(terminal.Out);
        Assert.Contains("error[MC9001]: the rule MC2101 some-rule crashed (InvalidOperationException)", terminal.Err, StringComparison.Ordinal);
    }

    [Fact]
    public void The_day_is_today_unless_it_is_given()
    {
        var days = new List<DateOnly>();
        var file = _folder.Write("a.837", "x");
        Checking note = (options, files) =>
        {
            days.Add(options.AsOf);
            return TestReports.Clean(options, files);
        };

        Medcodes.Run(["check", file], new TestTerminal(), note);
        Medcodes.Run(["check", file, "--as-of", "2023-01-31"], new TestTerminal(), note);

        Assert.Equal([new DateOnly(2024, 9, 1), new DateOnly(2023, 1, 31)], days);
    }

    [Fact]
    public void Json_on_standard_output_is_one_document_and_the_verdict_stands_on_standard_error()
    {
        var terminal = new TestTerminal();

        Medcodes.Run(["check", "-o", "json", _folder.Write("a.837", "x")], terminal, TestReports.Clean);

        using var document = JsonDocument.Parse(terminal.Out);
        Assert.Equal(0, document.RootElement.GetProperty("findings").GetArrayLength());
        Assert.Equal("1 file, 1 claim, 2 service lines: no findings\n", terminal.Err);
    }

    [Fact]
    public void Quiet_leaves_standard_error_empty()
    {
        var terminal = new TestTerminal();

        Medcodes.Run(["check", "-q", "-o", "json", _folder.Write("a.837", "x")], terminal, TestReports.Clean);

        Assert.Equal("", terminal.Err);
    }

    [Fact]
    public void Several_formats_come_out_of_one_run()
    {
        var terminal = new TestTerminal();
        var json = _folder.PathOf("out=put.json");

        Medcodes.Run(["check", "-o", "human", "-o", "json=" + json, _folder.Write("a.837", "x")], terminal, TestReports.Errors);

        Assert.StartsWith("error[MC1999]", terminal.Out, StringComparison.Ordinal);
        Assert.StartsWith("{", File.ReadAllText(json), StringComparison.Ordinal);
        Assert.Equal(["a.837", "out=put.json"], Directory.GetFiles(_folder.Path).Select(Path.GetFileName).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Standard_input_is_read_once_under_a_name_of_its_own()
    {
        var terminal = new TestTerminal { Input = new MemoryStream(Encoding.UTF8.GetBytes("x")) };

        Assert.Equal(1, Medcodes.Run(["check", "-", "-"], terminal, TestReports.Errors));

        Assert.Contains($"--> {InputFiles.StandardInput} · claim 1", terminal.Out, StringComparison.Ordinal);
        Assert.Contains("checked: 1 file,", terminal.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void Directories_are_read_to_the_bottom_in_order_without_hidden_files_and_no_file_twice()
    {
        var names = new List<string>();
        foreach (var name in new[] { "b.837", "a/z.837", "a/y/x.837", ".git/config", ".hidden" })
            _folder.Write(name, "x");

        Medcodes.Run(
            ["check", _folder.PathOf("b.837"), _folder.Path],
            new TestTerminal(),
            (options, files) =>
            {
                names.AddRange(files.Select(file => Path.GetRelativePath(_folder.Path, file.Path)));
                return TestReports.Clean(options, files);
            });

        Assert.Equal(["b.837", Path.Join("a", "y", "x.837"), Path.Join("a", "z.837")], names);
    }

    [Fact]
    public void A_path_that_starts_with_an_at_sign_is_a_path()
    {
        var terminal = new TestTerminal();

        Assert.Equal(2, Medcodes.Run(["check", "@missing"], terminal, TestReports.Clean));
        Assert.Equal("error: cannot read '@missing': there is no such file\n", terminal.Err);
    }

    [Fact]
    public void A_path_that_starts_with_a_dash_stands_behind_two_dashes()
    {
        var terminal = new TestTerminal();

        Assert.Equal(2, Medcodes.Run(["check", "--", "--missing"], terminal, TestReports.Clean));
        Assert.Equal("error: cannot read '--missing': there is no such file\n", terminal.Err);
    }
}
