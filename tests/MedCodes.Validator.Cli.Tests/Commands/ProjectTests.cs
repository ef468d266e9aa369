using MedCodes.Validator.Cli.Tests.Support;
using MedCodes.Validator.Tests.Support;

namespace MedCodes.Validator.Cli.Tests.Commands;

/// <summary>The command in a project with configuration, baseline, suppressions and waivers.</summary>
public sealed class ProjectTests : IDisposable
{
    private const string Fixed = "--as-of 2024-09-01";

    private readonly TestFolder _folder = new();

    public ProjectTests()
    {
        Copy("fixtures/documents/code-missing.txt", "docs/code-missing.txt");
        Copy("fixtures/documents/add-on-unstated.txt", "docs/add-on-unstated.txt");
        Copy(Samples.BatchWithErrors, "claims/batch.837");
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void The_nearest_configuration_holds_for_each_file_and_files_above_it_do_not()
    {
        _folder.Write("medcodes.yaml", "root: yes\nrules: { MC6002: off }\n");
        _folder.Write("docs/medcodes.yaml", "rules: { MC7118: warning }\n");

        var run = Run($"check {Fixed} docs");

        Assert.Contains("warning[MC7118]", run.Out, StringComparison.Ordinal);
        Assert.Contains("error[MC6002]", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void Overrides_and_exclusions_hold_for_the_files_that_they_name()
    {
        _folder.Write("medcodes.yaml", """
            overrides:
              - files: ["docs/*"]
                rules: { MC6002: warning }
              - files: ["docs/code-*.txt"]
                rules: { MC6002: info }
            exclude: ["**/add-on-*.txt"]
            """);

        var directory = Run($"check {Fixed} docs");
        var named = Run($"check {Fixed} docs/add-on-unstated.txt");
        var forced = Run($"check {Fixed} --force-exclude docs/add-on-unstated.txt");

        Assert.Contains("info[MC6002]", directory.Out, StringComparison.Ordinal);
        Assert.DoesNotContain("add-on-unstated", directory.Out, StringComparison.Ordinal);
        Assert.Equal(0, directory.Code);
        Assert.Contains("MC7118", named.Out, StringComparison.Ordinal);
        Assert.Contains("no findings", forced.Out, StringComparison.Ordinal);
        Assert.Equal(0, forced.Code);
    }

    [Fact]
    public void A_fault_in_the_configuration_ends_with_2_and_shows_its_place()
    {
        _folder.Write("medcodes.yaml", "rulez: {}\n");

        var run = Run($"check {Fixed} docs");

        Assert.Equal("error: unknown key 'rulez' in the configuration\n  --> medcodes.yaml:1:1\n 1 | rulez: {}\n   | ^^^^^ did you mean 'rules'?\nerror: 1 fault in the configuration; nothing was done\n", run.Err);
        Assert.Equal("", run.Out);
        Assert.Equal(2, run.Code);
    }

    [Fact]
    public void A_fault_in_a_file_that_another_one_extends_has_a_place_that_leads_to_it()
    {
        _folder.Write("base.yaml", "rulez: {}\n");
        _folder.Write("docs/medcodes.yaml", "extends: ../base.yaml\n");

        Assert.Contains("  --> docs/../base.yaml:1:1\n", Run($"check {Fixed} docs").Err, StringComparison.Ordinal);
    }

    [Fact]
    public void Config_show_tells_where_each_value_is_said_and_init_writes_a_start()
    {
        Assert.Equal(0, Run("init").Code);
        Assert.Equal(2, Run("init").Code);
        _folder.Write("docs/medcodes.yaml", "extends: ../medcodes.yaml\nfail-on: warning\nrules: { MC7118: off }\nwaivers:\n  - { rule: MC4101, files: \"*.837\", reason: confirmed, until: 2024-12-31 }\n");

        var shown = Run("config show docs/add-on-unstated.txt").Out;

        Assert.Matches(@"fail-on = warning +# docs/medcodes.yaml:2\n", shown);
        Assert.Matches(@"rules\.MC7118 = off +# docs/medcodes.yaml:3\n", shown);
        Assert.Matches(@"max-warnings = any +# <default>\n", shown);
        Assert.Matches(@"waivers\.MC4101 = confirmed \(until 2024-12-31\) +# docs/medcodes.yaml:5\n", shown);
        Assert.StartsWith("{", Run("config schema").Out, StringComparison.Ordinal);
    }

    [Fact]
    public void A_baseline_survives_inserted_lines_and_says_when_it_can_be_pruned()
    {
        Assert.Equal(0, Run($"baseline create {Fixed} docs").Code);
        Assert.Equal(2, Run($"baseline create {Fixed} docs").Code);
        var page = File.ReadAllText(_folder.PathOf("docs/add-on-unstated.txt"));
        _folder.Write("docs/add-on-unstated.txt", "Two more lines\nabove the page\n" + page);
        Copy("fixtures/documents/anesthesia-for-prone-block.txt", "docs/code-missing.txt");

        var after = Run($"check {Fixed} docs");
        var strict = Run($"check {Fixed} docs --strict-baseline -q");
        Run($"baseline prune {Fixed} docs");
        var pruned = Run($"check {Fixed} docs --strict-baseline");

        Assert.Contains("no findings; 2 baselined", after.Out, StringComparison.Ordinal);
        Assert.Contains("note: the baseline holds 1 that nothing matches any more; medcodes baseline prune takes them out", after.Err, StringComparison.Ordinal);
        Assert.Equal(0, after.Code);
        Assert.Equal(1, strict.Code);
        Assert.Equal(("", 0), (pruned.Err, pruned.Code));
        Assert.Equal("      1 MC7001 docs/add-on-unstated.txt\n      1 MC7118 docs/add-on-unstated.txt\n", Run("baseline show").Out);
        Assert.Equal(1, Run($"check {Fixed} docs --baseline none").Code);
        Assert.Equal(2, Run($"check {Fixed} docs --baseline missing.json").Code);
    }

    [Fact]
    public void Claims_are_in_a_baseline_only_where_it_is_named()
    {
        var pages = Run($"baseline create {Fixed} claims docs");
        var both = Run($"baseline update {Fixed} claims docs --baseline both.json");

        Assert.Matches(@"medcodes-baseline.json: 3 findings; [1-9]\d* in claim files left out, which only a baseline holds that --baseline names\n$", pages.Err);
        Assert.DoesNotContain("left out", both.Err, StringComparison.Ordinal);
        Assert.DoesNotContain("claims/", File.ReadAllText(_folder.PathOf("medcodes-baseline.json")), StringComparison.Ordinal);
        Assert.Equal(1, Run($"check {Fixed} claims").Code);
        Assert.Equal(1, Run($"check {Fixed} claims --baseline medcodes-baseline.json").Code);
        Assert.Equal(0, Run($"check {Fixed} claims --baseline both.json").Code);
    }

    [Fact]
    public void The_nearest_baseline_of_the_project_counts_from_every_folder_below_it()
    {
        Directory.CreateDirectory(_folder.PathOf(".git"));
        Run($"baseline create {Fixed} docs");

        var below = MedcodesProcess.Shell($"cd '{_folder.PathOf("docs")}' && medcodes check {Fixed} . && medcodes baseline show");

        Assert.Contains("no findings; 3 baselined", below.Out, StringComparison.Ordinal);
        Assert.Contains("1 MC6002 docs/code-missing.txt\n", below.Out, StringComparison.Ordinal);
        Assert.Equal(0, below.Code);
    }

    [Fact]
    public void What_the_baseline_holds_of_a_deleted_page_is_told_and_pruned()
    {
        Run($"baseline create {Fixed} docs");
        File.Delete(_folder.PathOf("docs/code-missing.txt"));

        var check = Run($"check {Fixed} docs");
        var strict = Run($"check {Fixed} docs --strict-baseline -q");
        var prune = Run($"baseline prune {Fixed} docs");

        Assert.Contains("note: the baseline holds 1 that nothing matches any more", check.Err, StringComparison.Ordinal);
        Assert.Equal((0, 1, 0), (check.Code, strict.Code, prune.Code));
        Assert.EndsWith("medcodes-baseline.json: 2 findings; 1 taken out\n", prune.Err, StringComparison.Ordinal);
        Assert.Equal(0, Run($"check {Fixed} docs --strict-baseline").Code);
    }

    [Theory]
    [InlineData("rules: { MC4301: off }", "", "MC4103", false)]
    [InlineData("", "--ignore MC4301", "MC4103", false)]
    [InlineData("", "--select MC4103", "MC4103", true)]
    [InlineData("rules: { MC4301: off }", "--select MC4301", "MC4301", true)]
    [InlineData("rules: { MC4301: off }", "--severity MC4301=info", "info[MC4301]", true)]
    public void A_rule_that_is_off_denies_nothing_and_the_command_line_says_the_last_word(string configuration, string options, string rule, bool found)
    {
        _folder.Write("medcodes.yaml", configuration);
        _folder.Write("claims/denied.837", DeniedPrimary());

        Assert.Equal(found, Run($"check {Fixed} {options} claims/denied.837").Out.Contains(rule, StringComparison.Ordinal));
    }

    [Fact]
    public void What_lies_beside_pages_is_passed_over_unless_it_is_named()
    {
        _folder.Write("docs/compose.yaml", "services:\n  web:\n    image: x\n");
        File.WriteAllBytes(_folder.PathOf("docs/logo.png"), [0x89, (byte)'P', (byte)'N', (byte)'G', 0, 0, 0, 1, 2, 3]);
        File.WriteAllBytes(_folder.PathOf("docs/lost.837"), [0, 1, 2, 3, 0, 1, 2, 3]);

        var found = Run($"check {Fixed} docs");
        var named = Run($"check {Fixed} docs docs/compose.yaml");

        Assert.DoesNotContain("compose.yaml", found.Out, StringComparison.Ordinal);
        Assert.DoesNotContain("logo.png", found.Out, StringComparison.Ordinal);
        Assert.Contains("--> docs/lost.837", found.Out, StringComparison.Ordinal);
        Assert.Contains("note: 2 files passed over that hold neither claims nor pages", found.Err, StringComparison.Ordinal);
        Assert.Contains("error[MC1002]", named.Out, StringComparison.Ordinal);
        Assert.Contains("--> docs/compose.yaml", named.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void A_waiver_accepts_a_finding_on_a_claim_until_its_last_day()
    {
        _folder.Write("medcodes.yaml", """
            waivers:
              - { rule: MC4101, files: ["claims/*.837"], where: { claim: 1 }, reason: the payer confirmed it, until: 2024-09-01 }
            """);

        var within = Run($"check {Fixed} claims");
        var after = Run("check --as-of 2024-09-02 claims");

        Assert.Contains("no findings; 1 waived", within.Out, StringComparison.Ordinal);
        Assert.Equal(0, within.Code);
        Assert.Contains("error[MC4101]", after.Out, StringComparison.Ordinal);
        Assert.Contains("error[MC9504]: The waiver of MC4101 ended on 2024-09-01.\n  --> medcodes.yaml:2:5", after.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void A_suppression_counts_until_somebody_audits()
    {
        var page = File.ReadAllText(_folder.PathOf("docs/code-missing.txt"));
        _folder.Write("docs/code-missing.txt", page + "\n# medcodes-disable-file MC6002 -- the code is being assigned\n");

        Assert.Contains("no findings; 1 suppressed", Run($"check {Fixed} docs/code-missing.txt").Out, StringComparison.Ordinal);
        Assert.Equal(1, Run($"check {Fixed} docs/code-missing.txt --no-inline-suppressions").Code);
    }

    [Fact]
    public void Fixes_are_shown_made_once_and_keep_every_other_byte()
    {
        var bytes = File.ReadAllBytes(_folder.PathOf("docs/add-on-unstated.txt"));
        byte[] before = [0xEF, 0xBB, 0xBF, .. "# medcodes-disable-file MC6002 -- gone\r\n"u8, .. bytes, .. "\r\nC\u00e9\r\n"u8];
        File.WriteAllBytes(_folder.PathOf("docs/page.txt"), before);

        var diff = Run($"check {Fixed} --diff docs/page.txt");
        var untouched = File.ReadAllBytes(_folder.PathOf("docs/page.txt"));
        var first = Run($"check {Fixed} --fix docs/page.txt");
        var second = Run($"check {Fixed} --fix docs/page.txt");

        Assert.StartsWith("--- a/docs/page.txt\n+++ b/docs/page.txt\n@@ -1,", diff.Out, StringComparison.Ordinal);
        Assert.Equal(1, diff.Code);
        Assert.Equal(before, untouched);
        Assert.Contains("note: mended 1 finding", first.Err, StringComparison.Ordinal);
        Assert.DoesNotContain("mended", second.Err, StringComparison.Ordinal);
        Assert.Equal([0xEF, 0xBB, 0xBF, .. bytes, .. "\r\nC\u00e9\r\n"u8], File.ReadAllBytes(_folder.PathOf("docs/page.txt")));
        Assert.Equal(0, Run($"check {Fixed} --diff docs/page.txt").Code);
    }

    [Fact]
    public void What_comes_from_standard_input_is_never_written_over_a_file_of_its_name()
    {
        _folder.Write("docs/page.txt", "something else");

        var run = MedcodesProcess.Shell($"cd '{_folder.Path}' && {{ echo '# medcodes-disable-file MC6002 -- gone'; cat docs/add-on-unstated.txt; }} | medcodes check {Fixed} --fix --stdin-filename docs/page.txt -");

        Assert.Contains("[MC9501]", run.Out, StringComparison.Ordinal);
        Assert.DoesNotContain("mended", run.Err, StringComparison.Ordinal);
        Assert.Equal("something else", File.ReadAllText(_folder.PathOf("docs/page.txt")));
    }

    [Theory]
    [InlineData("\n")]
    [InlineData("\r\n")]
    public void Rules_that_find_nothing_are_taken_out_of_a_comment_whose_reason_and_line_end_stay(string end)
    {
        var page = File.ReadAllText(_folder.PathOf("docs/add-on-unstated.txt"));
        _folder.Write("docs/page.txt", $"# medcodes-disable-file MC6002, MC7118, MC7001 until=2030-01-01 -- café -- two reasons{end}{page}");

        var first = Run($"check {Fixed} --fix docs/page.txt");
        var second = Run($"check {Fixed} --fix docs/page.txt");

        Assert.Contains("note: mended 1 finding", first.Err, StringComparison.Ordinal);
        Assert.DoesNotContain("mended", second.Err, StringComparison.Ordinal);
        Assert.Equal($"# medcodes-disable-file MC7118 MC7001 until=2030-01-01 -- café -- two reasons{end}{page}", File.ReadAllText(_folder.PathOf("docs/page.txt")));
    }

    [Theory]
    [InlineData("--fix")]
    [InlineData("--diff")]
    public void Claims_are_never_edited_and_no_edit_of_them_is_shown(string option)
    {
        var run = Run($"check {Fixed} {option} docs claims");

        Assert.Equal($"error: {option} is for pages: medcodes never edits claims\n", run.Err);
        Assert.Equal(2, run.Code);
    }

    [Fact]
    public void A_saved_report_is_rendered_as_the_check_itself_would_have()
    {
        var check = Run($"check {Fixed} -o ndjson=saved.ndjson -o sarif=direct.sarif -o html=direct.html docs claims");

        var render = Run("render saved.ndjson -o sarif=again.sarif -o html=again.html -o human");

        Assert.Equal(1, check.Code);
        Assert.Equal(1, render.Code);
        Assert.Equal(File.ReadAllText(_folder.PathOf("direct.sarif")), File.ReadAllText(_folder.PathOf("again.sarif")));
        Assert.Equal(File.ReadAllText(_folder.PathOf("direct.html")), File.ReadAllText(_folder.PathOf("again.html")));
        Assert.Equal(Run($"check {Fixed} docs claims").Out, render.Out);
        Assert.Equal(2, Run("render docs/code-missing.txt").Code);
        Run($"check {Fixed} --phi account -o ndjson=account.ndjson claims");
        Assert.Contains("everybody reads github", Run("render account.ndjson -o github").Err, StringComparison.Ordinal);
    }

    [Fact]
    public void Patterns_lists_and_ignored_files_choose_what_is_checked()
    {
        Directory.CreateDirectory(_folder.PathOf(".git"));
        _folder.Write(".gitignore", "add-on-*\n!add-on-unstated.txt\nbuild/\n/docs/secret.txt\n");
        _folder.Write("docs/add-on-other.txt", "x");
        _folder.Write("docs/build/page.txt", "x");
        _folder.Write("docs/secret.txt", "x");
        _folder.Write("list", "\uFEFFdocs/code-missing.txt\r\n\r\nclaims/batch.837\r\n");

        Assert.Equal(["docs/add-on-unstated.txt", "docs/code-missing.txt"], Checked("docs"));
        Assert.Equal(["docs/add-on-other.txt", "docs/add-on-unstated.txt", "docs/build/page.txt", "docs/code-missing.txt", "docs/secret.txt"], Checked("--no-gitignore docs"));
        Assert.Equal(["docs/code-missing.txt"], Checked("'docs/**/code-*.txt'"));
        Assert.Equal(["claims/batch.837", "docs/add-on-unstated.txt", "docs/code-missing.txt"], Checked("'**/*.{837,txt}'"));
        Assert.Equal(["docs/code-missing.txt", "claims/batch.837"], Checked("--files-from list"));
        Assert.Equal(["claims/batch.837", "docs/code-missing.txt"], Checked("--files-from - -0", "printf 'claims/batch.837\\0docs/code-missing.txt\\0' | "));
        Assert.Equal(["docs/secret.txt"], Checked("docs/secret.txt"));
        Assert.Equal("error: no file fits 'docs/*.md'\n", Run("check 'docs/*.md'").Err);
        Assert.Equal(0, Run("check --allow-empty").Code);
        Assert.Equal(2, Run("check --files-from missing").Code);
    }

    [Fact]
    public void Standard_input_may_have_the_name_of_a_page() =>
        Assert.Contains("--> docs/named.txt:", MedcodesProcess.Shell($"cd '{_folder.Path}' && cat docs/code-missing.txt | medcodes check {Fixed} --stdin-filename docs/named.txt -").Out, StringComparison.Ordinal);

    [Theory]
    [InlineData("", "1 document;")]
    [InlineData("--as yaml", "2 documents;")]
    [InlineData("--as text", "1 document;")]
    [InlineData("--as x12", "0 claims")]
    public void Standard_input_is_taken_for_what_as_says(string option, string said)
    {
        var run = MedcodesProcess.Shell($"cd '{_folder.Path}' && printf 'pages:\n  - title: One\n  - title: Two\n' | medcodes check {Fixed} {option} -");
        Assert.Contains(said, run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void A_build_server_gets_annotations_and_a_summary_besides_the_report()
    {
        var summary = _folder.PathOf("summary.md");
        (string, string?)[] github = [("CI", "true"), ("GITHUB_ACTIONS", "true"), ("GITHUB_STEP_SUMMARY", summary), ("GITHUB_WORKSPACE", _folder.Path)];

        var human = MedcodesProcess.Shell($"cd '{_folder.PathOf("docs")}' && medcodes check {Fixed} .", github);
        var json = MedcodesProcess.Shell($"cd '{_folder.Path}' && medcodes check {Fixed} -o json claims | grep -c '^::'", github);
        var none = MedcodesProcess.Shell($"cd '{_folder.Path}' && medcodes check {Fixed} --ci none docs", github);

        Assert.Contains("error[MC6002]", human.Out, StringComparison.Ordinal);
        Assert.Contains("\n::error file=docs/code-missing.txt,line=8,", human.Out, StringComparison.Ordinal);
        Assert.Equal("0\n", json.Out);
        Assert.DoesNotContain("::error", none.Out, StringComparison.Ordinal);
        var text = File.ReadAllText(summary);
        Assert.Equal(2, text.Split("## ❌ medcodes").Length - 1);
    }

    [Fact]
    public void GitLab_gets_its_code_quality_report_besides_where_it_is_asked_for()
    {
        (string, string?)[] gitlab = [("CI", "true"), ("GITLAB_CI", "true"), ("CI_PROJECT_DIR", _folder.Path)];

        var run = MedcodesProcess.Shell($"cd '{_folder.PathOf("docs")}' && medcodes check {Fixed} --ci gitlab code-missing.txt", gitlab);
        var quality = File.ReadAllText(_folder.PathOf("gl-code-quality-report.json"));
        File.Delete(_folder.PathOf("gl-code-quality-report.json"));
        MedcodesProcess.Shell($"cd '{_folder.PathOf("docs")}' && medcodes check {Fixed} code-missing.txt", gitlab);

        Assert.Contains("error[MC6002]", run.Out, StringComparison.Ordinal);
        Assert.Contains("\"path\": \"docs/code-missing.txt\"", quality, StringComparison.Ordinal);
        Assert.False(File.Exists(_folder.PathOf("gl-code-quality-report.json")));
    }

    [Fact]
    public void What_is_left_out_of_a_directory_is_counted() =>
        Assert.Contains("note: 1 file left out by .gitignore, the configuration or a pattern behind \"!\"\n", Excluding(), StringComparison.Ordinal);

    /// <summary>A claim whose first line has more units than are paid, so that the add-on beside it falls with it.</summary>
    private static string DeniedPrimary() => File.ReadAllText(Repository.PathOf("fixtures/claims/newline-terminated.837"))
        .Replace("SV1*HC:64490:RT:59*100*UN*1***1\nDTP*472*D8*20240715\n", "SV1*HC:64490*100*UN*2***1\nDTP*472*D8*20240715\nLX*2\nSV1*HC:64491*100*UN*1***1\nDTP*472*D8*20240715\n", StringComparison.Ordinal)
        .Replace("CLM*SYN-0005*100*", "CLM*SYN-0005*200*", StringComparison.Ordinal)
        .Replace("SE*26*", "SE*29*", StringComparison.Ordinal);

    private string Excluding()
    {
        _folder.Write("medcodes.yaml", "exclude: [\"**/add-on-*.txt\"]\n");
        return Run($"check {Fixed} docs").Err;
    }

    private ProcessResult Run(string line) => MedcodesProcess.Shell($"cd '{_folder.Path}' && medcodes {line}");

    private string[] Checked(string paths, string before = "")
    {
        var run = MedcodesProcess.Shell($"cd '{_folder.Path}' && {before}medcodes check {Fixed} -q --exit-zero -o ndjson {paths}");
        Assert.Equal("", run.Err);
        return [.. run.Out.Split('\n').Where(line => line.StartsWith("{\"type\":\"file\"", StringComparison.Ordinal)).Select(line => line.Split('"')[7])];
    }

    private void Copy(string from, string to) => _folder.Write(to, File.ReadAllText(Repository.PathOf(from)));
}
