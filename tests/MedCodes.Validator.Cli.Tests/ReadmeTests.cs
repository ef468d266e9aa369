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
