using System.Text.Json;
using MedCodes.Validator.Cli.Tests.Support;
using MedCodes.Validator.Tests.Support;

namespace MedCodes.Validator.Cli.Tests.Commands;

/// <summary>A repository with a branch, as a build server sees a pull request.</summary>
public sealed class PullRequestTests : IDisposable
{
    private const string Fixed = "--as-of 2024-09-01";

    private readonly TestFolder _folder = new();

    public PullRequestTests()
    {
        foreach (var page in new[] { "add-on-unstated", "code-missing", "performer-gives-anesthesia", "second-facet-level-add-on" })
            Copy(page, $"docs/{page}.txt");
        Git("init -q -b main . && git config user.email someone@example.org && git config user.name Someone");
        Shell($"medcodes baseline create -q {Fixed} docs");
        Commit();
        Git("checkout -q -b work");
    }

    public void Dispose()
    {
        // Git protects its objects; on some systems that keeps them from being removed.
        foreach (var file in Directory.EnumerateFiles(_folder.PathOf(".git"), "*", SearchOption.AllDirectories))
            File.SetAttributes(file, FileAttributes.Normal);
        _folder.Dispose();
    }

    [Fact]
    public void Only_the_new_finding_of_a_branch_is_reported_in_the_forms_of_the_platforms()
    {
        // Lines move on one page, and another one loses the sentence that names its code.
        Prepend("docs/performer-gives-anesthesia.txt");
        Replace("docs/second-facet-level-add-on.txt", "CPT4 code: 64491", "CPT4 code:");
        Replace("docs/second-facet-level-add-on.txt", "\n64491\n", "\n\n");
        Commit();

        var run = Shell($"medcodes check {Fixed} --changed=main -o github -o sarif=out.sarif -o gitlab=out.json");

        Assert.Equal("::error file=docs/second-facet-level-add-on.txt,line=8,endLine=8,col=1,endColumn=11,title=MC6002 code-missing::docs/second-facet-level-add-on.txt:8:1: MC6002 The page gives no code.\n", run.Out);
        Assert.Contains("note: 2 changed files checked, and 2 others read", run.Err, StringComparison.Ordinal);
        Assert.Equal(1, run.Code);
        using var sarif = JsonDocument.Parse(File.ReadAllText(_folder.PathOf("out.sarif")));
        var result = Assert.Single(sarif.RootElement.GetProperty("runs")[0].GetProperty("results").EnumerateArray());
        var location = result.GetProperty("locations")[0].GetProperty("physicalLocation");
        Assert.Equal("MC6002", result.GetProperty("ruleId").GetString());
        Assert.Equal("docs/second-facet-level-add-on.txt", location.GetProperty("artifactLocation").GetProperty("uri").GetString());
        Assert.Equal(8, location.GetProperty("region").GetProperty("startLine").GetInt32());
        Assert.False(result.TryGetProperty("suppressions", out _));
        using var quality = JsonDocument.Parse(File.ReadAllText(_folder.PathOf("out.json")));
        Assert.Equal("docs/second-facet-level-add-on.txt", Assert.Single(quality.RootElement.EnumerateArray()).GetProperty("location").GetProperty("path").GetString());
    }

    [Fact]
    public void Added_renamed_deleted_and_untracked_files_are_told_apart()
    {
        Git("mv docs/performer-gives-anesthesia.txt docs/renamed.txt");
        Git("rm -q docs/code-missing.txt");
        Copy("prone-title-supine-steps", "docs/added.txt");
        Commit();
        Copy("code-missing", "docs/untracked.txt");

        var run = Shell($"medcodes check {Fixed} --changed=main --baseline none --ignore MC6020");

        Assert.Contains("docs/added.txt", run.Out, StringComparison.Ordinal);
        Assert.Contains("docs/untracked.txt", run.Out, StringComparison.Ordinal);
        Assert.DoesNotContain("docs/renamed.txt", run.Out, StringComparison.Ordinal);
        Assert.DoesNotContain("docs/code-missing.txt", run.Out, StringComparison.Ordinal);
        Assert.Equal(1, run.Code);
    }

    [Theory]
    [InlineData("--changed=main")]
    [InlineData("--changed=main docs")]
    [InlineData("--changed=main 'docs/*.txt'")]
    [InlineData("--staged")]
    public void A_new_page_for_the_code_of_an_unchanged_one_is_found(string options)
    {
        Copy("second-facet-level-add-on", "docs/twin.txt");
        Git("add docs/twin.txt");

        var run = Shell($"medcodes check {Fixed} {options}");

        Assert.Contains("warning[MC6020]: The page docs/add-on-unstated.txt is of 64491 too.\n  --> docs/twin.txt:1:1", run.Out, StringComparison.Ordinal);
        Assert.DoesNotContain("--> docs/add-on-unstated.txt", run.Out, StringComparison.Ordinal);
        Assert.Contains("note: 1 changed file checked, and 4 others read for what takes several files\n", run.Err, StringComparison.Ordinal);
    }

    [Fact]
    public void An_old_finding_of_an_unchanged_line_hides_no_new_one_of_its_rule()
    {
        // The baseline holds one finding of the rule on the page; the branch adds a second line that has it.
        _folder.Write("docs/page.txt", File.ReadAllText(_folder.PathOf("docs/add-on-unstated.txt")) + "\n# medcodes-disable-line MC2001\n");
        Shell($"medcodes baseline update -q {Fixed} docs");
        Commit();
        Git("branch -f before");
        _folder.Write("docs/page.txt", File.ReadAllText(_folder.PathOf("docs/page.txt")) + "\n# medcodes-disable-line MC2002\n");
        Commit();

        var run = Shell($"medcodes check {Fixed} --changed=before --select MC9502");

        Assert.Contains("1 warning", run.Out, StringComparison.Ordinal);
        Assert.Contains("1 baselined", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void Unchanged_claims_beside_a_changed_page_keep_nobody_from_mending_it()
    {
        _folder.Write("claims/batch.837", File.ReadAllText(Repository.PathOf(Samples.BatchWithErrors)));
        Commit();
        Git("branch -f before");
        _folder.Write("docs/code-missing.txt", "# medcodes-disable-file MC2001 -- gone\n" + File.ReadAllText(_folder.PathOf("docs/code-missing.txt")));

        Assert.Contains("note: mended 1 finding", Shell($"medcodes check {Fixed} --changed=before --fix").Err, StringComparison.Ordinal);
        _folder.Write("claims/batch.837", "\n" + File.ReadAllText(_folder.PathOf("claims/batch.837")));
        Assert.Contains("never edits claims", Shell($"medcodes check {Fixed} --changed=before --fix").Err, StringComparison.Ordinal);
    }

    [Fact]
    public void A_path_that_does_not_exist_is_no_clean_run_because_nothing_was_changed() =>
        Assert.Equal(2, Shell($"medcodes check {Fixed} --changed=main dosc").Code);

    [Fact]
    public void What_the_configuration_leaves_out_is_left_out_of_the_changes()
    {
        _folder.Write("medcodes.yaml", "exclude: [\"docs/new-*.txt\"]\n");
        Commit();
        Git("branch -f before");
        Copy("code-missing", "docs/new-page.txt");

        Assert.Equal(0, Shell($"medcodes check {Fixed} --changed=before").Code);
    }

    [Fact]
    public void Only_what_is_staged_is_compared_with_what_is_staged()
    {
        // In the working tree the staged page has no code any more, and the code stands in a page that git does not know.
        Copy("second-facet-level-add-on", "docs/staged.txt");
        Git("add docs/staged.txt");
        Copy("second-facet-level-add-on", "docs/unknown.txt");
        File.Delete(_folder.PathOf("docs/staged.txt"));

        var run = Shell($"medcodes check {Fixed} --staged");

        Assert.Contains("--> docs/staged.txt", run.Out, StringComparison.Ordinal);
        Assert.DoesNotContain("docs/unknown.txt", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void A_renamed_page_reports_what_its_changed_lines_have()
    {
        Git("mv docs/performer-gives-anesthesia.txt docs/renamed.txt");
        Replace("docs/renamed.txt", "pain specialist", "pain specialist himself");
        Commit();

        Assert.Contains("docs/renamed.txt", Shell($"medcodes check {Fixed} --changed=main --baseline none --changed-scope file").Out, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_staged_is_checked_as_it_is_staged()
    {
        Copy("code-missing", "docs/staged.txt");
        Git("add docs/staged.txt");
        _folder.Write("docs/staged.txt", "nothing of it is left in the working tree");
        Copy("code-missing", "docs/not-staged.txt");

        var run = Shell($"medcodes check {Fixed} --staged --baseline none");

        Assert.Contains("--> docs/staged.txt:8:1", run.Out, StringComparison.Ordinal);
        Assert.DoesNotContain("not-staged", run.Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("medcodes.yaml")]
    [InlineData("docs/.medcodes.yaml")]
    public void A_changed_configuration_asks_for_everything(string file)
    {
        _folder.Write(file, "fail-on: error\n");
        Commit();

        var run = Shell($"medcodes check {Fixed} --changed=main --baseline none docs");

        Assert.Contains($"note: {file} was changed, so everything is checked and reported", run.Err, StringComparison.Ordinal);
        Assert.Contains("docs/code-missing.txt", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void Nothing_to_compare_with_ends_with_2_and_never_green()
    {
        var unknown = Shell($"medcodes check {Fixed} --changed=origin/main docs");
        var usual = Shell($"medcodes check {Fixed} --changed docs");
        Git("checkout -q --orphan other && git commit -q -m other");
        var unrelated = Shell($"medcodes check {Fixed} --changed=main docs");

        Assert.Equal((2, 2, 2), (unknown.Code, usual.Code, unrelated.Code));
        Assert.Contains("there is no commit 'origin/main' here; a shallow clone lacks it (fetch-depth: 0 gets all)", unknown.Err, StringComparison.Ordinal);
        Assert.Contains("name a commit, as in --changed=main", usual.Err, StringComparison.Ordinal);
        Assert.Contains("no commit in common", unrelated.Err, StringComparison.Ordinal);
    }

    [Fact]
    public void A_shallow_clone_ends_with_2_and_says_what_helps()
    {
        Prepend("docs/code-missing.txt");
        Commit();
        var clone = _folder.PathOf("clone");
        Git($"clone -q --depth 1 --branch work 'file://{_folder.Path}' clone");

        var run = MedcodesProcess.Shell($"cd '{clone}' && GITHUB_BASE_REF=main medcodes check {Fixed} --changed docs");

        Assert.Equal(2, run.Code);
        Assert.Contains("fetch-depth: 0", run.Err, StringComparison.Ordinal);
    }

    [Fact]
    public void Nothing_changed_is_a_clean_run_that_says_so()
    {
        var run = Shell($"medcodes check {Fixed} --changed=main");

        Assert.Equal(0, run.Code);
        Assert.Contains("note: 0 changed files checked", run.Err, StringComparison.Ordinal);
    }

    [Fact]
    public void Outside_of_a_repository_nobody_can_say_what_was_changed() =>
        Assert.Contains("no git repository", MedcodesProcess.Shell($"cd / && medcodes check --changed=main '{_folder.PathOf("docs")}'").Err, StringComparison.Ordinal);

    private ProcessResult Shell(string line) => MedcodesProcess.Shell($"cd '{_folder.Path}' && {line}");

    private void Git(string line)
    {
        var run = Shell("git " + line);
        Assert.True(run.Code == 0, run.Err);
    }

    private void Commit() => Git("add -A && git commit -q -m change");

    private void Copy(string page, string to) => _folder.Write(to, File.ReadAllText(Repository.PathOf($"fixtures/documents/{page}.txt")));

    private void Prepend(string path) => _folder.Write(path, "One more line\n\n" + File.ReadAllText(_folder.PathOf(path)));

    private void Replace(string path, string from, string to) =>
        _folder.Write(path, File.ReadAllText(_folder.PathOf(path)).Replace(from, to, StringComparison.Ordinal));
}
