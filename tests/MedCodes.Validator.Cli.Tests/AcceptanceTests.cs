using System.Text.Json;
using System.Text.RegularExpressions;
using MedCodes.Validator.Cli.Commands;
using MedCodes.Validator.Cli.Tests.Support;
using MedCodes.Validator.Tests.Support;

namespace MedCodes.Validator.Cli.Tests;

/// <summary>What the command promises its users, seen from outside, where no other test stands for it by its name.</summary>
public sealed class AcceptanceTests : IDisposable
{
    private const string Fixed = "--as-of 2024-09-01";

    private readonly TestFolder _folder = new();

    public AcceptanceTests()
    {
        Copy("code-missing", "docs/code-missing.txt");
        Copy("second-facet-level-add-on", "docs/clean.txt");
    }

    public void Dispose() => _folder.Dispose();

    [NeedsFact(Need.Jq)]
    public void Json_of_a_clean_page_pipes_through_jq()
    {
        var run = Run($"check {Fixed} -o json docs/clean.txt | jq -e '.summary.errors == 0 and (.findings | length) == 0'");

        Assert.Equal(("true\n", 0), (run.Out, run.Code));
    }

    [Fact]
    public void A_malformed_header_is_a_finding_and_no_crash()
    {
        _folder.Write("bad.837", "ISA*00*          *00~GS*HC*SYNTHETIC*SYNTHETIC~ST*837*0001~");

        var run = Run($"check {Fixed} bad.837");

        Assert.Equal(1, run.Code);
        Assert.Contains("error[MC1", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void A_project_is_checked_without_the_files_that_are_our_own()
    {
        var run = MedcodesProcess.Shell($"cd '{_folder.Path}' && medcodes init && medcodes baseline create . && medcodes check . && ls");

        Assert.Equal(0, run.Code);
        Assert.Contains("checked: 2 files, 2 documents", run.Out, StringComparison.Ordinal);
        Assert.Contains("medcodes-baseline.json\nmedcodes.yaml\n", run.Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("medcodes.yaml", "rules:\n  MC21O1: off\n", "medcodes.yaml:2:3", "did you mean 'MC2101")]
    [InlineData("medcodes.yaml", "overrides:\n  - files: a\n    rules: { MC6002: wrning }\n", "medcodes.yaml:3:22", "did you mean 'warning'?")]
    [InlineData("medcodes.yaml", "rules:\n  MC210: off\n", "medcodes.yaml:2:3", "did you mean 'MC2010'?")]
    [InlineData("own/claims/retired.yaml", "id: MC2190\nname: retired\nseverty: error\n", "own/claims/retired.yaml:3:1", "did you mean 'severity'?")]
    public void A_typing_error_ends_with_2_and_shows_its_line_column_and_what_was_meant(string file, string text, string place, string meant)
    {
        _folder.Write(file, text);

        var run = Run($"check {Fixed} {(file.StartsWith("own", StringComparison.Ordinal) ? "--rules own" : "")} docs");

        Assert.Equal((2, ""), (run.Code, run.Out));
        Assert.Contains($"  --> {place}\n", run.Err, StringComparison.Ordinal);
        Assert.Contains(meant, run.Err, StringComparison.Ordinal);
    }

    [Fact]
    public void Ten_lines_put_in_above_change_no_fingerprint_in_sarif()
    {
        Run($"check {Fixed} -o sarif=before.sarif docs");
        _folder.Write("docs/code-missing.txt", string.Concat(Enumerable.Repeat("A line put in above.\n", 10)) + "\n" + File.ReadAllText(_folder.PathOf("docs/code-missing.txt")));
        Run($"check {Fixed} -o sarif=after.sarif docs");

        var (before, after) = (Results("before.sarif"), Results("after.sarif"));
        Assert.NotEmpty(before);
        Assert.Equal(before.Select(result => result.Fingerprint), after.Select(result => result.Fingerprint));
        Assert.Equal(before.Select(result => result.Line + 11), after.Select(result => result.Line));
    }

    [NeedsFact(Need.Jq)]
    public void A_fingerprint_is_the_same_from_every_folder_and_however_the_path_is_written()
    {
        MedcodesProcess.Shell($"git init -q '{_folder.Path}'");
        var outputs = new[] { ("docs", "."), ("./docs/../docs", "."), (_folder.PathOf("docs"), "."), (".", "docs"), (_folder.PathOf("docs"), "..") }
            .Select(way => MedcodesProcess.Shell($"cd '{_folder.Path}' && cd {way.Item2} && medcodes check {Fixed} -q -o json '{way.Item1}' | jq -c '[.findings[].fingerprint]'").Out)
            .ToList();
        var piped = Run($"check {Fixed} -q -o json --stdin-filename docs/code-missing.txt - < docs/code-missing.txt | jq -c '[.findings[].fingerprint]'").Out;

        Assert.All([.. outputs, piped], fingerprints => Assert.Equal(outputs[0], fingerprints));
        Assert.Matches("^\\[\"[0-9a-f]{32}\"", outputs[0]);
    }

    [Fact]
    public void A_baseline_holds_after_a_line_above_and_a_mended_finding_and_says_what_to_prune()
    {
        Copy("add-on-unstated", "docs/add-on.txt");
        Assert.Equal(0, Run($"baseline create {Fixed} docs").Code);
        _folder.Write("docs/code-missing.txt", "One more line.\n\n" + File.ReadAllText(_folder.PathOf("docs/code-missing.txt")));
        Copy("anesthesia-for-prone-block", "docs/add-on.txt");

        var run = Run($"check {Fixed} docs");

        Assert.Matches(@"no findings; \d baselined\n", run.Out);
        Assert.Contains("medcodes baseline prune takes them out", run.Err, StringComparison.Ordinal);
        Assert.Equal(0, run.Code);
    }

    [Fact]
    public void A_baseline_follows_a_page_to_another_name_and_folder()
    {
        Copy("steps-misnumbered", "docs/steps.txt");
        Assert.Equal(0, Run($"baseline create {Fixed} docs").Code);
        MedcodesProcess.Shell($"cd '{_folder.Path}' && mkdir pages && mv docs/code-missing.txt docs/renamed.txt && mv docs/steps.txt pages/");

        var moved = Run($"check {Fixed} .");
        var before = Run("baseline show").Out;
        var pruned = Run($"baseline prune {Fixed} .");

        Assert.Matches(@"no findings; \d baselined\n", moved.Out);
        Assert.Equal(("", 0), (moved.Err, moved.Code));
        Assert.EndsWith("; 0 taken out\n", pruned.Err, StringComparison.Ordinal);
        Assert.Equal(before.Replace("docs/code-missing.txt", "docs/renamed.txt", StringComparison.Ordinal).Replace("docs/steps.txt", "pages/steps.txt", StringComparison.Ordinal).Split('\n').Order(StringComparer.Ordinal), Run("baseline show").Out.Split('\n').Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Every_rule_is_documented_offline_with_its_sources_and_examples()
    {
        using var documented = JsonDocument.Parse(Run("rule --all -o json").Out);
        var listed = Run("rule").Out.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split(' ')[0]);

        var rules = documented.RootElement.GetProperty("rules").EnumerateArray().ToList();
        Assert.Equal(listed, rules.Select(rule => rule.GetProperty("id").GetString()));
        foreach (var rule in rules)
        {
            Assert.All(["summary", "why", "fix"], text => Assert.NotEqual("", rule.GetProperty(text).GetString()));
            Assert.NotEmpty(rule.GetProperty("sources").EnumerateArray());

            // What is wrong with suppressions is found by the command itself; its examples are tests of the command.
            if (rule.GetProperty("category").GetString() != "validator")
                Assert.Equal([true, false], rule.GetProperty("examples").EnumerateArray().Select(example => example.GetProperty("finds").GetBoolean()).Distinct().OrderDescending());
        }
    }

    [Fact]
    public void Every_built_in_rule_has_tests_and_all_of_them_come_out()
    {
        var run = Run("test --require-tests");

        Assert.Equal(("", 0), (run.Err, run.Code));
        Assert.Matches(@"passed, 0 failed\n$", run.Out);
    }

    [Fact]
    public void A_dot_is_the_folder_with_all_below_it_and_odd_names_are_paths_like_others()
    {
        Copy("code-missing", "docs/a/b/[x] ü 'y'.txt");
        File.WriteAllBytes(_folder.PathOf("list"), [.. "docs/clean.txt\n"u8, 0xFF, 0xFE, (byte)'\n']);

        Assert.Equal(["docs/a/b/[x] ü 'y'.txt", "docs/clean.txt", "docs/code-missing.txt"], Checked("docs/../docs"));
        Assert.Equal(["a/b/[x] ü 'y'.txt", "clean.txt", "code-missing.txt"], Checked(".", "docs"));
        Assert.Equal(["docs/clean.txt", "docs/code-missing.txt"], Checked("docs '!docs/a'"));
        Assert.Equal(["docs/a/b/[x] ü 'y'.txt"], Checked("'docs/**' '!*-*.txt' '!docs/cl*'"));
        Assert.Contains("cannot read line 2 of 'list'", Run($"check {Fixed} --files-from list").Err, StringComparison.Ordinal);
    }

    [Fact]
    public void Bytes_that_are_no_utf8_are_a_finding_at_their_place()
    {
        File.WriteAllBytes(_folder.PathOf("docs/clean.txt"), [.. File.ReadAllBytes(_folder.PathOf("docs/clean.txt")), 0xE9, (byte)'\n']);

        Assert.Contains("[MC1201]", Run($"check {Fixed} docs/clean.txt").Out, StringComparison.Ordinal);
    }

    [Fact]
    public void No_color_counts_only_where_it_is_not_empty_and_a_pipe_on_a_build_server_has_no_escape()
    {
        Assert.Contains('\e', Run($"check {Fixed} docs", ("NO_COLOR", ""), ("FORCE_COLOR", "1")).Out);
        Assert.DoesNotContain('\e', Run($"check {Fixed} docs", ("NO_COLOR", "1"), ("FORCE_COLOR", "1")).Out);
        Assert.DoesNotContain('\e', Run($"check {Fixed} docs | cat", ("GITHUB_ACTIONS", "true"), ("FORCE_COLOR", "")).Out);
    }

    [Theory]
    [InlineData("INT", 130)]
    [InlineData("TERM", 143)]
    public void A_run_that_is_killed_ends_with_its_signal_and_leaves_no_file_behind(string signal, int code)
    {
        // The run waits for the end of a pipe whose content is too large for memory, so that the signal finds it at work. The command
        // "timeout" hands the signal on even where whoever started the tests ignores it, and ends a run that does not end.
        var (pipe, temporary) = (_folder.PathOf("pipe"), Directory.CreateDirectory(_folder.PathOf("tmp")).FullName);

        var run = MedcodesProcess.Shell($"""
            cd '{_folder.Path}' && mkfifo pipe
            TMPDIR='{temporary}' timeout -s KILL 60 {MedcodesProcess.Command} check -o json=out.json pipe &
            pid=$!
            exec 3>pipe
            head -c 17000000 /dev/zero >&3
            until ls tmp/medcodes-*/input >/dev/null 2>&1; do :; done
            kill -{signal} $pid
            wait $pid
            """);

        Assert.True(run.Code == code, $"{run.Code} {run.Err}");
        Assert.Equal(["docs", "pipe", "tmp"], Directory.EnumerateFileSystemEntries(_folder.Path).Select(Path.GetFileName).Order(StringComparer.Ordinal));
        Assert.DoesNotContain(Directory.EnumerateFileSystemEntries(temporary), entry => Path.GetFileName(entry).StartsWith("medcodes-", StringComparison.Ordinal));
    }

    [Fact]
    public void Thousands_of_findings_keep_to_what_platforms_take_and_every_cut_is_said()
    {
        using var terminal = new TestTerminal();
        string[] outputs = ["-o", "github", "-o", "sarif=" + _folder.PathOf("out.sarif"), "-o", "summary=" + _folder.PathOf("out.md"), "-o", "html=" + _folder.PathOf("out.html"), "-o", "gitlab=" + _folder.PathOf("out.json")];

        Assert.Equal(1, Medcodes.Run(["check", "--baseline", "none", .. outputs, _folder.PathOf("docs/code-missing.txt")], terminal, TestReports.Thousands));

        var commands = terminal.Out.TrimEnd('\n').Split('\n');
        Assert.Equal(10, commands.Count(line => line.StartsWith("::error ", StringComparison.Ordinal)));
        Assert.Equal(10, commands.Count(line => line.StartsWith("::warning ", StringComparison.Ordinal)));
        Assert.Equal("::notice title=medcodes::25,980 more findings; see the job summary", commands[^1]);
        Assert.Equal(21, commands.Length);
        Assert.Equal(25_000, Results("out.sarif").Count);
        Assert.InRange(new FileInfo(_folder.PathOf("out.md")).Length, 1, 900 * 1024);
        Assert.Contains("The first 50 of 26,000.", File.ReadAllText(_folder.PathOf("out.md")), StringComparison.Ordinal);
        using var quality = JsonDocument.Parse(File.ReadAllText(_folder.PathOf("out.json")));
        Assert.Equal(26_000, quality.RootElement.EnumerateArray().Select(issue => issue.GetProperty("fingerprint").GetString()).Distinct().Count());
        Assert.Contains("note: github shows no more annotations in a step; 25,980 findings left out of them\n", terminal.Err, StringComparison.Ordinal);
        Assert.Contains("note: sarif holds 25,000 of 26,000 findings, the most severe ones; platforms refuse more\n", terminal.Err, StringComparison.Ordinal);
        Assert.Matches(@"note: html shows [\d,]+ of 26,000 findings, at most 50 of a cause; json and csv hold them all\n", terminal.Err);
    }

    private IReadOnlyList<(string Fingerprint, int Line)> Results(string file)
    {
        using var sarif = JsonDocument.Parse(File.ReadAllText(_folder.PathOf(file)));
        return [.. sarif.RootElement.GetProperty("runs")[0].GetProperty("results").EnumerateArray().Select(result => (
            result.GetProperty("partialFingerprints").GetProperty("primaryLocationLineHash").GetString()!,
            result.GetProperty("locations")[0].GetProperty("physicalLocation").GetProperty("region").GetProperty("startLine").GetInt32()))];
    }

    private string[] Checked(string paths, string from = ".")
    {
        var run = MedcodesProcess.Shell($"cd '{_folder.PathOf(from)}' && medcodes check {Fixed} -q --exit-zero -o ndjson {paths}");
        Assert.Equal("", run.Err);
        return [.. Regex.Matches(run.Out, "\"type\":\"file\",\"path\":\"([^\"]+)\"").Select(match => match.Groups[1].Value.Replace("docs/../", "", StringComparison.Ordinal).Replace("./", "", StringComparison.Ordinal))];
    }

    private ProcessResult Run(string line, params (string, string?)[] environment) => MedcodesProcess.Shell($"cd '{_folder.Path}' && medcodes {line}", environment);

    private void Copy(string page, string to) => _folder.Write(to, File.ReadAllText(Repository.PathOf($"fixtures/documents/{page}.txt")));
}
