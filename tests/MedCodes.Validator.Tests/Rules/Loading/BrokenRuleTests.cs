using System.Collections.Immutable;
using System.Text;
using MedCodes.Validator.Rules;
using MedCodes.Validator.Tests.Support;
using MedCodes.Validator.Yaml;

namespace MedCodes.Validator.Tests.Rules.Loading;

/// <summary>
/// A folder of fixtures/rules/broken is a fault: files added to the sound library beside it, and what is diagnosed. The lines that are
/// at fault end in "# wrong", so that an approved text cannot drift from what was meant.
/// </summary>
public sealed class BrokenRuleTests
{
    private const string Mark = "  # wrong";

    private static readonly string Folder = Repository.PathOf("fixtures", "rules");

    public static TheoryData<string> Situations =>
        [.. Directory.EnumerateDirectories(Path.Combine(Folder, "broken")).Select(folder => Path.GetFileName(folder)).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Situations))]
    public void A_fault_is_diagnosed_at_its_place_with_what_was_probably_meant(string situation)
    {
        var folder = Path.Combine(Folder, "broken", situation);
        var broken = Read(folder).ToList();
        var diagnostics = Load(broken);

        Assert.NotEmpty(diagnostics);
        Snapshot.Match(Path.Combine(folder, "diagnostics"), Write(diagnostics), Approves, UnderCi);
        foreach (var file in broken.Where(file => file.Text.Contains(Mark, StringComparison.Ordinal)))
            Assert.Equal(MarkedLines(file), diagnostics.Where(one => one.File == file.Path).Select(one => one.Line).Distinct());
    }

    [Fact]
    public void What_stands_beside_the_faults_is_sound() => Assert.Empty(Load([]));

    [Fact]
    public void Every_approved_text_is_that_of_a_fault() => Assert.Equal(
        Repository.Files("fixtures/rules", "*.verified.txt"),
        Directory.EnumerateDirectories(Path.Combine(Folder, "broken")).Select(folder => Path.Combine(folder, "diagnostics.verified.txt")).Order(StringComparer.Ordinal));

    private static bool Approves => Environment.GetEnvironmentVariable("UPDATE_SNAPSHOTS") == "1";

    private static bool UnderCi => !string.IsNullOrEmpty(Environment.GetEnvironmentVariable("CI"));

    private static ImmutableArray<Diagnostic> Load(IEnumerable<YamlSource> more)
    {
        RuleSet.TryLoad(Read(Path.Combine(Folder, "library")).Concat(more), out _, out var diagnostics);
        return diagnostics;
    }

    private static IEnumerable<YamlSource> Read(string folder) => Directory.EnumerateFiles(folder, "*.yaml", SearchOption.AllDirectories)
        .Order(StringComparer.Ordinal)
        .Select(file => new YamlSource(Path.GetRelativePath(folder, file), File.ReadAllText(file)));

    private static IEnumerable<int> MarkedLines(YamlSource file) =>
        file.Text.Split('\n').Index().Where(line => line.Item.EndsWith(Mark, StringComparison.Ordinal)).Select(line => line.Index + 1);

    private static string Write(ImmutableArray<Diagnostic> diagnostics)
    {
        var text = new StringBuilder();
        foreach (var one in diagnostics)
            text.Append(one).Append('\n').Append("  ").Append(one.LineText).Append('\n').Append(' ', one.Column + 1).Append('^', Math.Max(1, one.EndColumn - one.Column)).Append('\n');
        return text.ToString();
    }
}
