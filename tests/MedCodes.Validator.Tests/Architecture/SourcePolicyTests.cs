using System.Text.RegularExpressions;
using MedCodes.Validator.Tests.Support;

namespace MedCodes.Validator.Tests.Architecture;

public sealed class SourcePolicyTests
{
    private const string Library = "src/MedCodes.Validator/";

    private static readonly IReadOnlyList<(string Path, string[] Lines)> Source = Read("src");
    private static readonly IReadOnlyList<(string Path, string[] Lines)> Tests = Read("tests");

    [Fact]
    public void The_clock_is_read_through_a_time_provider_only() =>
        Assert.Empty(Lines(Source, @"\bDateTime(Offset)?\.(Utc)?(Now|Today)\b|\bStopwatch\b"));

    [Fact]
    public void The_library_never_touches_the_console() =>
        Assert.Empty(Lines(Source.Where(file => file.Path.StartsWith(Library, StringComparison.Ordinal)), @"\bConsole\."));

    [Fact]
    public void Readers_catch_no_exception_they_do_not_name() =>
        Assert.Empty(Lines(Source.Where(file => file.Path.Contains("/Reading/", StringComparison.Ordinal)), @"\bcatch\s*(\(\s*(System\.)?Exception\b|\{|$)"));

    [Fact]
    public void Nothing_is_left_for_later() =>
        Assert.Empty(Lines(Source.Concat(Tests), $@"\b({"TO"}DO|{"FIX"}ME|{"HA"}CK|Not{"Implemented"}Exception)\b"));

    [Fact]
    public void Nothing_is_hidden_in_regions() => Assert.Empty(Lines(Source.Concat(Tests), @"^\s*#(end)?region\b"));

    [Fact]
    public void No_file_has_more_than_400_lines() =>
        Assert.Empty(Source.Concat(Tests).Where(file => file.Lines.Length > 400).Select(file => $"{file.Path}: {file.Lines.Length}"));

    [Fact]
    public void Nothing_is_named_for_having_no_name() =>
        Assert.DoesNotContain(Source.Concat(Tests), file => Regex.IsMatch(file.Path, "(Util|Utils|Utilities|Helper|Helpers|Manager|Managers|Common|Impl)(/|\\.cs$)"));

    [Fact]
    public void Namespaces_are_folders()
    {
        var wrong =
            from file in Source.Concat(Tests)
            let line = file.Lines.FirstOrDefault(line => line.StartsWith("namespace ", StringComparison.Ordinal))
            where line is not null
            let folder = string.Join('.', file.Path.Split('/').Skip(1).SkipLast(1))
            let space = line["namespace ".Length..].TrimEnd(';')
            where space != folder
            select $"{file.Path}: {space}";

        Assert.Empty(wrong);
    }

    private static IEnumerable<string> Lines(IEnumerable<(string Path, string[] Lines)> files, string pattern) =>
        from file in files
        from line in file.Lines.Index()
        where Regex.IsMatch(line.Item, pattern)
        select $"{file.Path}:{line.Index + 1}: {line.Item.Trim()}";

    private static IReadOnlyList<(string Path, string[] Lines)> Read(string folder) =>
    [
        .. Repository.Files(folder, "*.cs")
            .Select(file => (Path.GetRelativePath(Repository.Folder, file).Replace('\\', '/'), File.ReadAllLines(file))),
    ];
}
