using System.Text.RegularExpressions;
using System.Xml.Linq;
using MedCodes.Validator.Cli.Tests.Support;
using MedCodes.Validator.Tests.Support;

namespace MedCodes.Validator.Cli.Tests;

/// <summary>What the README shows is what happens.</summary>
public sealed class ReadmeTests
{
    private const string Run = "dotnet run --project src/MedCodes.Validator.Cli -- ";

    private static readonly string Text = File.ReadAllText(Repository.PathOf("README.md"));
    private static readonly IReadOnlyList<FencedBlock> Blocks = FencedBlocks.In(Text);

    [Fact]
    public void Every_command_prints_what_stands_below_it()
    {
        var runs = 0;
        foreach (var (index, block) in Blocks.Index().Where(one => one.Item.Text.StartsWith(Run, StringComparison.Ordinal)))
        {
            // The same command as "dotnet run" starts, without building it once more.
            var run = MedcodesProcess.Shell("medcodes " + block.Text[Run.Length..]);

            Assert.Equal("", run.Err);
            Assert.Equal("text", Blocks[index + 1].Language);
            Assert.Equal(Blocks[index + 1].Text, run.Out);
            runs++;
        }

        Assert.True(runs > 0, "The README shows no run.");
    }

    [Fact]
    public void Every_other_command_is_one_that_the_build_runs()
    {
        var build = File.ReadAllLines(Repository.PathOf(".ci", "run"));
        var others = Blocks
            .Where(block => block.Language == "sh")
            .SelectMany(block => block.Text.Split('\n', StringSplitOptions.RemoveEmptyEntries))
            .Where(line => !line.StartsWith(Run, StringComparison.Ordinal));

        Assert.All(others, line => Assert.Contains(build, one => one.StartsWith(line, StringComparison.Ordinal)));
    }

    public static TheoryData<string> Snippets =>
    [
        .. Blocks.Where(block => block.Language is "bash" or "yml")
            .SelectMany(block => block.Text.Split('\n'))
            .Select(line => Regex.Match(line, @"medcodes (check .+)$").Groups[1].Value)
            .Where(line => line.Length > 0)
            .Distinct(),
    ];

    [Theory]
    [MemberData(nameof(Snippets))]
    public void A_snippet_to_paste_runs_as_it_stands(string line)
    {
        using var folder = new TestFolder();
        folder.Write("docs/page.txt", File.ReadAllText(Repository.PathOf("fixtures/documents/second-facet-level-add-on.txt")));

        var run = MedcodesProcess.Shell($"cd '{folder.Path}' && medcodes {line}", ("CI_PROJECT_DIR", folder.Path));

        Assert.True(run.Code == 0, run.Err);
    }

    [Fact]
    public void The_workflow_gives_the_action_inputs_that_it_has_and_the_pipeline_collects_files_that_are_written()
    {
        var action = File.ReadAllText(Repository.PathOf(".github/actions/medcodes/action.yml"));
        var workflow = Assert.Single(Blocks, block => block.Text.Contains("actions/medcodes", StringComparison.Ordinal)).Text;
        var used = Regex.Matches(workflow[workflow.IndexOf("actions/medcodes", StringComparison.Ordinal)..workflow.IndexOf("upload-sarif", StringComparison.Ordinal)], @"^          ([a-z-]+):", RegexOptions.Multiline).Select(match => match.Groups[1].Value).ToList();
        Assert.NotEmpty(used);
        Assert.All(used, input => Assert.Contains($"\n  {input}:\n", action, StringComparison.Ordinal));

        var pipeline = Assert.Single(Blocks, block => block.Text.Contains("codequality:", StringComparison.Ordinal)).Text;
        var junit = Regex.Match(pipeline, "junit: (.+)").Groups[1].Value;
        Assert.Contains($"-o junit={junit}", pipeline, StringComparison.Ordinal);
        Assert.Contains("codequality: gl-code-quality-report.json", pipeline, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("As a .NET tool", "dotnet tool install medcodes")]
    [InlineData("As one file that needs no .NET", "-p:OneFile=true")]
    [InlineData("In a GitHub workflow", ".github/actions/medcodes")]
    [InlineData("In a GitLab pipeline", "--ci gitlab")]
    [InlineData("With pre-commit", "- id: medcodes")]
    [InlineData("As an image", ".github/docker/Dockerfile")]
    public void Each_way_in_has_a_section_with_what_to_paste(string heading, string snippet)
    {
        var section = Text[Text.IndexOf($"### {heading}\n", StringComparison.Ordinal)..];

        Assert.Contains(FencedBlocks.In(section[..section.IndexOf("\n### ", StringComparison.Ordinal)]), block => block.Text.Contains(snippet, StringComparison.Ordinal));
    }

    [Fact]
    public void The_rule_shown_is_the_rule_shipped()
    {
        var rule = Assert.Single(Blocks, block => block.Language == "yaml").Text;
        var path = Regex.Match(Text, @"`(rules/[^`]+\.yaml)`").Groups[1].Value;

        Assert.Equal(File.ReadAllText(Repository.PathOf(path.Split('/'))), rule);
    }

    [Fact]
    public void Every_dependency_is_listed_with_its_reason()
    {
        var used = XDocument.Load(Repository.PathOf("src", "Directory.Packages.props"))
            .Descendants("PackageVersion")
            .Select(package => package.Attribute("Include")!.Value)
            .Order(StringComparer.Ordinal);
        var listed = Regex.Matches(Text, @"^\| `([^`]+)` \| .+ \|$", RegexOptions.Multiline)
            .Select(match => match.Groups[1].Value)
            .Order(StringComparer.Ordinal);

        Assert.Equal(used, listed);
    }
}
