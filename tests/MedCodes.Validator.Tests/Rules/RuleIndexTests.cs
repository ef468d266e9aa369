using System.Text;
using MedCodes.Validator.Findings;
using MedCodes.Validator.Rules.Model;
using MedCodes.Validator.Tests.Support;

namespace MedCodes.Validator.Tests.Rules;

/// <summary>
/// Holds rules/README.md, the index of all rules, against the rules. UPDATE_SNAPSHOTS=1 writes it anew, except under CI. The index is
/// also the record of the ids that were given: an id never vanishes from it and never passes to another rule.
/// </summary>
public sealed class RuleIndexTests
{
    private static readonly string IndexPath = Repository.PathOf("rules", "README.md");

    // Ids of rules that are gone, with the names they had. They are not given again.
    private static readonly IReadOnlyDictionary<string, string> Retired = new Dictionary<string, string>();

    [Fact]
    public void The_index_lists_every_rule_as_it_is()
    {
        Assert.Empty(Reused(Recorded()));
        var index = Render();
        var approves = Environment.GetEnvironmentVariable("UPDATE_SNAPSHOTS") == "1" && string.IsNullOrEmpty(Environment.GetEnvironmentVariable("CI"));
        if (approves)
            File.WriteAllText(IndexPath, index);

        Assert.Equal(index, Text());
    }

    [Fact]
    public void An_id_is_never_given_to_another_rule() => Assert.Empty(Reused(Recorded()));

    [Theory]
    [InlineData("MC2102", "charge-taken-back")]
    [InlineData("MC2199", "rule-that-is-gone")]
    public void An_id_that_the_index_knows_by_another_name_or_that_has_no_rule_any_more_is_told(string id, string name) =>
        Assert.Equal([$"{id} {name}"], Reused([(id, name)]));

    [Fact]
    public void A_retired_id_has_no_rule() => Assert.DoesNotContain(Retired.Keys, id => ShippedRules.Set.Find(id) is not null);

    private static IEnumerable<string> Reused(IEnumerable<(string Id, string Name)> recorded) => recorded
        .Where(given => ShippedRules.Set.Find(given.Id)?.Name != given.Name && Retired.GetValueOrDefault(given.Id) != given.Name)
        .Select(given => $"{given.Id} {given.Name}");

    private static IEnumerable<(string Id, string Name)> Recorded() => Text()
        .Split('\n')
        .Where(line => line.StartsWith("| MC", StringComparison.Ordinal))
        .Select(line => line.Split('|', StringSplitOptions.TrimEntries))
        .Select(cells => (cells[1], cells[2][1..cells[2].IndexOf(']', StringComparison.Ordinal)]));

    private static string Text() => File.Exists(IndexPath) ? File.ReadAllText(IndexPath).Replace("\r\n", "\n", StringComparison.Ordinal) : "";

    private static string Render()
    {
        var rules = ShippedRules.Set.Rules.OrderBy(rule => rule.Id, StringComparer.Ordinal).ToList();
        var text = new StringBuilder();
        text.Append(
            """
            # The rules

            Written by a test from the rules themselves; do not edit. The severity is that of the default profile, `medicare`; other profiles
            soften rules or switch them off. The scope says how much of the input a rule looks at, the stage when the payer would answer. `medcodes
            rule ID` explains a rule. Ids are permanent: none is ever given to another rule.

            """);
        foreach (var family in rules.GroupBy(FolderOf).OrderBy(family => family.First().Id, StringComparer.Ordinal))
        {
            text.Append($"\n## {family.Key}\n\n| id | rule | severity | scope | stage | source |\n|---|---|---|---|---|---|\n");
            foreach (var rule in family)
                text.Append(RowOf(rule));
        }

        text.Append($"\n{rules.Count} rules.\n");
        if (Retired.Count > 0)
            text.Append($"\nRetired: {string.Join(", ", Retired.Select(rule => $"{rule.Key} ({rule.Value})").Order(StringComparer.Ordinal))}.\n");
        return text.ToString().Replace("\r\n", "\n", StringComparison.Ordinal);
    }

    private static string RowOf(Rule rule)
    {
        var description = rule.Description;
        var severity = description.Severity.ToString().ToLowerInvariant();
        var scope = rule.Scope.ToString().ToLowerInvariant();
        var sources = string.Join("; ", description.Sources.Select(SourceOf)).Replace("|", "\\|", StringComparison.Ordinal);
        return $"| {rule.Id} | [{rule.Name}]({FolderOf(rule)}/{rule.Name}.yaml) | {severity} | {scope} | {description.Consequence?.Stage} | {sources} |\n";
    }

    private static string SourceOf(RuleSource source) => source.Section is { } section ? $"{source.Title}, {section}" : source.Title;

    private static string FolderOf(Rule rule)
    {
        var parts = rule.Source.Path.Replace('\\', '/').Split('/');
        return $"{parts[^3]}/{parts[^2]}";
    }
}
