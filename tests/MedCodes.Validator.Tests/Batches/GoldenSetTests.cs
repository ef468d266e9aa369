using MedCodes.Validator.Batches;
using MedCodes.Validator.Findings;
using MedCodes.Validator.Sources;
using MedCodes.Validator.Tests.Rules;

namespace MedCodes.Validator.Tests.Batches;

/// <summary>The golden set: every defect is told where it is, and no clean twin is called wrong.</summary>
public sealed class GoldenSetTests
{
    private static readonly ClaimValidator Validator = new(ShippedRules.Set, new ValidatorOptions { AsOf = new DateOnly(2024, 9, 16) });

    // What a small file of claims cannot show: bytes that are no text or no end, a file that changes while it is read, damaged
    // compression, an edit type of which the shipped table has no row, and what only a history can tell.
    private static readonly string[] NotShown = ["MC1003", "MC1104", "MC1106", "MC1123", "MC1124", "MC1125", "MC1126", "MC1127", "MC1128", "MC1129", "MC4102", "MC5112", "MC5113"];

    public static TheoryData<string> Pairs => new(GoldenPair.All.Select(pair => pair.Name));

    [Theory]
    [MemberData(nameof(Pairs))]
    public void A_defect_is_told_by_its_rule_at_its_place_and_by_no_other_than_the_manifest_says(string name)
    {
        var pair = Named(name);
        var findings = Check(pair.Defect);

        Assert.True(IsTold(pair, findings), $"told were: {string.Join("; ", findings.Select(Shown))}");
        Assert.Equal(pair.Also.Order(StringComparer.Ordinal), OtherRules(pair, findings));
    }

    [Theory]
    [MemberData(nameof(Pairs))]
    public void A_clean_twin_is_no_error_and_no_warning_but_those_that_the_manifest_names(string name)
    {
        var pair = Named(name);
        var findings = Check(pair.Clean);

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
        var told = GoldenPair.All.Count(pair => IsTold(pair, Check(pair.Defect)));
        var errors = GoldenPair.All.Sum(pair => Check(pair.Clean).Count(finding => finding.Severity == Severity.Error));

        var all = GoldenPair.All.Length;
        Assert.Equal($"recall on defects {all} of {all}, errors on clean twins 0", $"recall on defects {told} of {all}, errors on clean twins {errors}");
    }

    [Fact]
    public void The_set_has_a_pair_for_every_claim_rule_that_a_small_file_can_show()
    {
        var shown = GoldenPair.All.Select(pair => pair.Rule).Concat(NotShown).Distinct().Order(StringComparer.Ordinal);
        var rules = ShippedRules.Set.Rules.Where(rule => rule.Source.Path.Contains("claims/", StringComparison.Ordinal)).Select(rule => rule.Id);

        Assert.Equal(rules.Order(StringComparer.Ordinal), shown);
    }

    [Fact]
    public void Every_file_of_the_set_is_in_a_pair() =>
        Assert.Equal(
            GoldenPair.Files(),
            GoldenPair.All.SelectMany(pair => pair.Defect.Concat(pair.Clean)).Distinct().Order(StringComparer.Ordinal));

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

    private static IReadOnlyList<Finding> Check(IEnumerable<string> files) =>
        [.. Validator.Check(files.Select(file => SourceFile.FromBytes(file, File.ReadAllBytes(GoldenPair.PathOf(file))))).Findings];
}
