using MedCodes.Validator.Cli.Commands;
using MedCodes.Validator.Cli.Terminal;
using MedCodes.Validator.Cli.Tests.Support;
using MedCodes.Validator.Reporting;
using MedCodes.Validator.Tests.Support;

namespace MedCodes.Validator.Cli.Tests.Commands;

/// <summary>A claim file with a token of its own in every field that identifies somebody; none may leave the program.</summary>
public sealed class PrivacyTests : IDisposable
{
    // A date must be one to be read, so it is known by itself.
    private const string Born = "19470311";

    private readonly TestFolder _folder = new();
    private readonly string _claims;

    public PrivacyTests()
    {
        // Names, addresses, ids, dates of birth and free text; the codes stay, so that rules fire.
        var text = File.ReadAllText(Repository.PathOf(Samples.BatchWithErrors));
        var lines = text.Split('\n').Select(line => line.Split('*')).Select(elements =>
        {
            switch (elements[0])
            {
                case "NM1" when elements[1] is "IL" or "QC":
                    return string.Join('*', Canaries(elements, 3, 4, 5, 7, 9));
                case "NM1":
                    return string.Join('*', Canaries(elements, 3, 4, 5, 7));
                case "N3" or "N4":
                    return string.Join('*', Canaries(elements, 1, 2, 3));
                case "PER":
                    return string.Join('*', Canaries(elements, 2, 4));
                case "CLM":
                    return string.Join('*', Canaries(elements, 1));
                case "DMG":
                    return string.Join('*', elements[0], elements[1], Born, string.Join('*', elements[3..]));
                case "REF" or "NTE":
                    return string.Join('*', Canaries(elements, 2));
                default:
                    return string.Join('*', elements);
            }
        });
        _claims = _folder.Write("claims.837", string.Join('\n', lines));
    }

    public static TheoryData<string> Formats => [.. ReportFormats.Names];

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void The_file_is_full_of_canaries()
    {
        Assert.True(File.ReadAllText(_claims).Split("CANARY").Length > 10);
        Assert.Contains(Born, File.ReadAllText(_claims), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Formats))]
    public void No_canary_leaves_through_a_format_on_standard_output_or_standard_error(string format)
    {
        var terminal = new TestTerminal().With("GITHUB_ACTIONS", "true").With("GITHUB_STEP_SUMMARY", _folder.PathOf("summary"));

        Assert.Equal(1, Run(terminal, "check", "--as-of", "2024-09-01", "--debug", "--statistics", "--timings", "-v", "-o", format, _claims));

        HasNone(terminal.Out);
        HasNone(terminal.Err);
        if (File.Exists(_folder.PathOf("summary")))
            HasNone(File.ReadAllText(_folder.PathOf("summary")));
    }

    [Theory]
    [MemberData(nameof(Formats))]
    public void No_canary_leaves_claims_in_json_either(string format)
    {
        var json = _folder.PathOf("claims.ndjson");
        Run(new TestTerminal(), "convert", _claims, "-o", json);
        Assert.Contains("CANARY", File.ReadAllText(json), StringComparison.Ordinal);
        var terminal = new TestTerminal().With("GITHUB_ACTIONS", "true").With("GITHUB_STEP_SUMMARY", _folder.PathOf("summary"));

        Assert.Equal(1, Run(terminal, "check", "--as-of", "2024-09-01", "--debug", "-o", format, json));

        HasNone(terminal.Out + terminal.Err);
        if (File.Exists(_folder.PathOf("summary")))
            HasNone(File.ReadAllText(_folder.PathOf("summary")));
    }

    [Theory]
    [MemberData(nameof(Formats))]
    public void No_canary_in_the_name_of_a_file_leaves_where_names_are_hashed(string format)
    {
        var named = _folder.PathOf("CANARYPATIENT.837");
        File.Copy(_claims, named);
        var terminal = new TestTerminal().With("GITHUB_ACTIONS", "true").With("GITHUB_STEP_SUMMARY", _folder.PathOf("summary"));

        Assert.Equal(1, Run(terminal, "check", "--as-of", "2024-09-01", "--debug", "-v", "--path-style", "hash", "-o", format, named));

        HasNone(terminal.Out + terminal.Err);
        if (File.Exists(_folder.PathOf("summary")))
            HasNone(File.ReadAllText(_folder.PathOf("summary")));
    }

    [Fact]
    public void No_canary_stands_in_a_baseline_and_only_the_account_in_a_worklist()
    {
        var (baseline, worklist) = (_folder.PathOf("baseline.json"), _folder.PathOf("work.csv"));

        Run(new TestTerminal(), "baseline", "create", "--as-of", "2024-09-01", "--baseline", baseline, _claims);
        Run(new TestTerminal(), "check", "-q", "--as-of", "2024-09-01", "--baseline", "none", "-o", "csv=" + worklist, _claims);

        HasNone(File.ReadAllText(baseline));
        Assert.Equal(["CLM"], System.Text.RegularExpressions.Regex.Matches(File.ReadAllText(worklist), "CANARY([A-Z0-9]{3})").Select(match => match.Groups[1].Value).Distinct());
        if (!OperatingSystem.IsWindows())
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(worklist));
    }

    [Theory]
    [InlineData("--fix", "never edits claims")]
    [InlineData("--phi show", "files only")]
    [InlineData("--phi show -o summary=x", "everybody reads")]
    [InlineData("-o json=/nowhere/x", "cannot write")]
    [InlineData("--config CLAIMS", "no configuration by its name")]
    [InlineData("--baseline CLAIMS", "cannot use the baseline")]
    [InlineData("--files-from CLAIMS", "line 1 of")]
    [InlineData("--rules CLAIMS", "cannot read rules")]
    public void No_canary_leaves_through_a_run_that_fails(string options, string says)
    {
        var terminal = new TestTerminal();

        Assert.Equal(2, Run(terminal, ["check", "--debug", "--as-of", "2024-09-01", .. options.Replace("CLAIMS", _claims, StringComparison.Ordinal).Split(' '), _claims]));

        Assert.Contains(says, terminal.Err, StringComparison.Ordinal);
        HasNone(terminal.Err + terminal.Out);
    }

    [Fact]
    public void No_canary_leaves_through_a_claim_file_that_is_rendered()
    {
        var terminal = new TestTerminal();

        Assert.Equal(2, Run(terminal, "render", _claims));

        HasNone(terminal.Err + terminal.Out);
    }

    [NeedsFact(Need.NetworkNamespace)]
    public void A_run_without_a_network_is_the_same()
    {
        // Without a network of its own a process that asked for one would fail or wait.
        var check = $"dotnet '{Path.Combine(AppContext.BaseDirectory, "medcodes.dll")}' check --as-of 2024-09-01 -o json '{_claims}'";

        var without = MedcodesProcess.Shell($"unshare -rn {check}");

        Assert.Equal((MedcodesProcess.Shell(check).Out, 1), (without.Out, without.Code));
    }

    [NeedsFact(Need.Strace)]
    public void No_socket_of_a_network_is_opened()
    {
        var trace = _folder.PathOf("trace");

        var run = MedcodesProcess.Shell($"strace -f -e trace=socket -o '{trace}' {MedcodesProcess.Command} check --as-of 2024-09-01 -o html='{_folder.PathOf("out.html")}' '{_claims}'");

        Assert.True(run.Code == 1, run.Err);
        Assert.NotEqual("", File.ReadAllText(trace));
        Assert.DoesNotContain("AF_INET", File.ReadAllText(trace), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--debug")]
    [InlineData("-q")]
    public void No_canary_leaves_through_a_crash(string option)
    {
        var terminal = new TestTerminal();
        var text = File.ReadAllText(_claims);

        var code = Medcodes.Run(["check", option, "--as-of", "2024-09-01", _claims], terminal, (_, _) => throw new InvalidOperationException(text, new FormatException(text)));

        Assert.Equal(2, code);
        Assert.StartsWith("internal error MC9999", terminal.Err, StringComparison.Ordinal);
        HasNone(terminal.Err + terminal.Out);
    }

    [Fact]
    public void No_canary_leaves_through_a_log_of_an_exception()
    {
        var terminal = new TestTerminal();

        TerminalLog.Create(terminal, debug: true).Error(new InvalidOperationException("CANARYNAME"), "something failed");

        Assert.Equal("[error] something failed\nSystem.InvalidOperationException\n", terminal.Err);
    }

    private static void HasNone(string text) => Assert.DoesNotMatch($"CANARY|{Born}|1947-03-11", text);

    private static int Run(TestTerminal terminal, params string[] words) => Medcodes.Run(words, terminal, new Validation(terminal).Check);

    private static string[] Canaries(string[] elements, params int[] positions)
    {
        foreach (var position in positions.Where(position => position < elements.Length && elements[position].Length > 0))
        {
            // The terminator at the end of a line stays.
            var end = elements[position].EndsWith('~') ? "~" : "";
            elements[position] = $"CANARY{elements[0]}{position}{end}";
        }

        return elements;
    }
}
