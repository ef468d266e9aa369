using System.Collections.Immutable;
using MedCodes.Validator.Rules;
using MedCodes.Validator.Tests.Support;
using MedCodes.Validator.Yaml;

namespace MedCodes.Validator.Tests.Rules.Loading;

/// <summary>Files of a library whose lines and values were lost, doubled, swapped and taken from other files.</summary>
public class RuleMutationTests
{
    private static readonly ImmutableArray<YamlSource> Library =
    [
        .. Repository.Files("fixtures/rules/library", "*.yaml")
            .Select(path => new YamlSource(Path.GetRelativePath(Repository.PathOf("fixtures", "rules", "library"), path), File.ReadAllText(path))),
    ];

    private static readonly ImmutableArray<YamlSource> Shipped =
        [.. Repository.Files("rules", "*.yaml").Select(path => new YamlSource(Path.GetRelativePath(Repository.PathOf("rules"), path), File.ReadAllText(path)))];

    private static readonly string[] Lines = [.. Shipped.SelectMany(source => source.Text.Split('\n')).Distinct(), "\t", "- - -", "? x", "&a", "*a", "!!str x", "<<: *a", "{", "]", "---", "\"", "x: |"];

    private static readonly string[] Words = [.. Lines.SelectMany(line => line.Split(' ')).Distinct(), "$", "$x.y", "[]", "{}", "~", "null", "-1", "1e9", "9999999999999999999999999999999", "9999-99-99", "2024-02-30"];

    [Fact]
    public void Broken_libraries_are_diagnosed_at_places_inside_their_files() => Try(first: 0, libraries: 300);

    [LongFact]
    [Trait("Length", "Long")]
    public void Thousands_of_broken_libraries_are_diagnosed_at_places_inside_their_files() => Try(LongRun.First, LongRun.Of(10_000));

    [Theory]
    [InlineData("[")]
    [InlineData("{a: ")]
    [InlineData("- ")]
    [InlineData("a: 1\n")]
    [InlineData("  - { x: [1, 2] }\n")]
    public void What_loading_allocates_grows_with_the_file_and_no_faster(string shape)
    {
        Allocated(shape, 200);
        var (few, many) = (Allocated(shape, 1000), Allocated(shape, 4000));

        Assert.True(many < (few * 5) + 200_000, $"{few} and {many} bytes");
    }

    private static void Try(int first, int libraries) => EachSeed.Try(
        first,
        libraries,
        random => Broken(random, random.Next(2) == 0 ? Library[random.Next(Library.Length)] : Shipped[random.Next(Shipped.Length)]),
        broken => Look([.. Library.Where(source => source.Path != broken.Path), broken]),
        broken => $"{broken.Path}\n{broken.Text}");

    private static void Look(List<YamlSource> sources)
    {
        var isLoaded = RuleSet.TryLoad(sources, out _, out var diagnostics);
        Assert.Equal(isLoaded, diagnostics.IsEmpty);
        foreach (var one in diagnostics)
        {
            var lines = sources.First(source => source.Path == one.File).Text.Split('\n');
            Assert.InRange(one.Line, 1, lines.Length + 1);
            Assert.InRange(one.Column, 1, (one.Line <= lines.Length ? lines[one.Line - 1].Length : 0) + 2);
            Assert.True(one.EndColumn >= one.Column);
        }
    }

    private static YamlSource Broken(Random random, YamlSource source)
    {
        var lines = random.Next(2) == 0 ? Mutation.Of(random, source.Text.Split('\n'), Lines) : [.. source.Text.Split('\n')];
        for (var changes = random.Next(4); changes > 0 && lines.Count > 0; changes--)
        {
            var place = random.Next(lines.Count);
            lines[place] = string.Join(' ', Mutation.Of(random, lines[place].Split(' '), Words, most: 2));
        }

        return new YamlSource(source.Path, string.Join('\n', lines));
    }

    private static long Allocated(string shape, int times)
    {
        var source = new YamlSource("claims/some/long.yaml", string.Concat(Enumerable.Repeat(shape, times)));
        var before = GC.GetAllocatedBytesForCurrentThread();
        RuleSet.TryLoad([source], out _, out var diagnostics);
        Assert.NotEmpty(diagnostics);
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }
}
