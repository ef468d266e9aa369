using System.Collections.Frozen;
using MedCodes.Validator.Batches;
using MedCodes.Validator.Findings;
using MedCodes.Validator.Reading;
using MedCodes.Validator.Rules;
using MedCodes.Validator.Rules.Loading;
using MedCodes.Validator.Sources;
using MedCodes.Validator.Tests.Rules;
using MedCodes.Validator.Tests.Support;
using MedCodes.Validator.Yaml;

namespace MedCodes.Validator.Tests.Batches;

/// <summary>The golden set: every defect is told where it is, and no clean twin is called wrong.</summary>
public sealed class GoldenSetTests
{
    private static readonly ValidatorOptions Options = new() { AsOf = new DateOnly(2024, 9, 16) };
    private static readonly ClaimValidator Validator = new(ShippedRules.Set, Options);

    private static readonly DateOnly HistoryFrom = new(2022, 8, 1);

    public static TheoryData<string> Pairs => new(GoldenPair.All.Select(pair => pair.Name));

    [Theory]
    [MemberData(nameof(Pairs))]
    public void A_defect_is_told_by_its_rule_at_its_place_and_by_no_other_than_the_manifest_says(string name)
    {
        var pair = Named(name);
        var findings = CheckDefect(pair);

        Assert.True(IsTold(pair, findings), $"told were: {string.Join("; ", findings.Select(Shown))}");
        Assert.Equal(pair.Also.Order(StringComparer.Ordinal), OtherRules(pair, findings));
    }

    [Theory]
    [MemberData(nameof(Pairs))]
    public void A_clean_twin_is_no_error_and_no_warning_but_those_that_the_manifest_names(string name)
    {
        var pair = Named(name);
        var findings = CheckClean(pair);

        Assert.DoesNotContain(findings, finding => finding.Severity == Severity.Error);
        Assert.Equal(
            pair.Warned.Order(StringComparer.Ordinal),
            findings
                .Where(finding => finding.Severity == Severity.Warning || finding.Rule.Id == pair.Rule)
                .Select(finding => finding.Rule.Id).Distinct().Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Recall_on_defects_is_whole_and_clean_twins_have_no_errors()
    {
        var told = GoldenPair.All.Count(pair => IsTold(pair, CheckDefect(pair)));
        var errors = GoldenPair.All.Sum(pair => CheckClean(pair).Count(finding => finding.Severity == Severity.Error));

        var all = GoldenPair.All.Length;
        Assert.Equal($"recall on defects {all} of {all}, errors on clean twins 0", $"recall on defects {told} of {all}, errors on clean twins {errors}");
    }

    [Fact]
    public void The_set_has_a_pair_for_every_claim_rule()
    {
        var shown = GoldenPair.All.Select(pair => pair.Rule).Distinct().Order(StringComparer.Ordinal);
        var rules = ShippedRules.Set.Rules.Where(rule => rule.Source.Path.Contains("claims/", StringComparison.Ordinal)).Select(rule => rule.Id);

        Assert.Equal(rules.Order(StringComparer.Ordinal), shown);
    }

    [Fact]
    public void Every_file_of_the_set_is_in_a_pair() =>
        Assert.Equal(
            GoldenPair.Files().Order(StringComparer.Ordinal),
            GoldenPair.All.SelectMany(pair => pair.AllFiles).Distinct().Order(StringComparer.Ordinal));

    [Fact]
    public void Every_file_of_the_set_says_that_it_is_synthetic() =>
        Assert.DoesNotContain(
            GoldenPair.Files().Select(file => (file, Text: File.ReadAllText(GoldenPair.PathOf(file)))),
            file => file.Text.Contains("NM1*", StringComparison.Ordinal) && !file.Text.Contains("*SYNTHETIC", StringComparison.Ordinal));

    private static GoldenPair Named(string name) => GoldenPair.All.Single(pair => pair.Name == name);

    private static bool IsTold(GoldenPair pair, IReadOnlyList<Finding> findings) =>
        findings.Where(finding => finding.Rule.Id == pair.Rule).ToList() is [{ } one]
        && one.Place.File.Path == pair.Defect[^1]
        && one.Place.Claim == pair.Claim
        && one.Place.Line == pair.Line;

    private static IEnumerable<string> OtherRules(GoldenPair pair, IReadOnlyList<Finding> findings) =>
        findings
            .Where(finding => finding.Severity != Severity.Info && finding.Rule.Id != pair.Rule)
            .Select(finding => finding.Rule.Id).Distinct().Order(StringComparer.Ordinal);

    private static string Shown(Finding finding) => $"{finding.Rule.Id} at claim {finding.Place.Claim}, line {finding.Place.Line}";

    private static IReadOnlyList<Finding> CheckDefect(GoldenPair pair)
    {
        if (!pair.IsWrittenTo)
            return Check(ValidatorOf(pair), pair.Defect.Select(Opened), pair.Before);
        using var folder = new TemporaryFolder();
        return Check(ValidatorOf(pair), [.. pair.Defect.Select(file => WrittenTo(file, folder))], pair.Before);
    }

    private static IReadOnlyList<Finding> CheckClean(GoldenPair pair) => Check(ValidatorOf(pair), pair.Clean.Select(Opened), pair.CleanBefore);

    private static IReadOnlyList<Finding> Check(ClaimValidator validator, IEnumerable<SourceFile> files, string? before)
    {
        var history = before is null ? null : new ClaimHistory(SourceFile.FromBytes(before, File.ReadAllBytes(GoldenPair.PathOf(before))), HistoryFrom);
        return [.. validator.Check(files, history).Findings];
    }

    private static ClaimValidator ValidatorOf(GoldenPair pair)
    {
        if (pair.Tables is null)
            return Validator;
        var diagnostics = new Diagnostics();
        var tables = ShippedRules.Set.Tables.ToDictionary(StringComparer.Ordinal);
        foreach (var (name, rows) in ((YamlMapping)pair.Tables).Entries.Select(entry => (entry.Key.Text, entry.Value)))
            tables[name] = tables[name].With(new TableLoader(diagnostics).ReadRows(rows, tables[name].Definition));
        Assert.Empty(diagnostics.ToSorted());
        var library = ShippedRules.Set.Library with { Tables = tables.ToFrozenDictionary(StringComparer.Ordinal) };
        return new ClaimValidator(new RuleSet(ShippedRules.Set.Rules, library, ShippedRules.Set.Profiles), Options);
    }

    // As the command opens it: compressed or not, and small enough for memory.
    private static SourceFile Opened(string file)
    {
        using var content = File.OpenRead(GoldenPair.PathOf(file));
        using var input = SpooledInput.FromStream(content, file);
        return input.File;
    }

    // As a file too large for memory is opened: where it lies.
    private static SourceFile WrittenTo(string file, TemporaryFolder folder)
    {
        var copy = folder.Write(Path.GetFileName(file), File.ReadAllBytes(GoldenPair.PathOf(file)));
        var source = SourceFile.Copied(file, copy);
        File.AppendAllText(copy, "\n");
        return source;
    }
}
