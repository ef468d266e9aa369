using System.Collections.Immutable;
using System.Text.RegularExpressions;
using MedCodes.Validator.Findings;
using MedCodes.Validator.Yaml;

namespace MedCodes.Validator.Rules.Loading;

/// <summary>Reads the head of a rule: its names and words, and the work that follows a finding.</summary>
internal sealed partial class HeadLoader(MappingReader rule, Diagnostics diagnostics)
{
    /// <summary>Beginnings and ends of names that name a cure or nothing, where a rule is named for the defect.</summary>
    private static readonly ImmutableArray<string> NoDefect =
        ["check-", "validate-", "ensure-", "must-", "should-", "invalid-", "bad-", "no-", "use-", "avoid-", "add-missing-"];

    /// <summary>Reads the head; <paramref name="hash"/> says which text of the rule it is.</summary>
    public RuleDescription Load(string hash)
    {
        var id = rule.RequiredText("id");
        var appliesTo = LoadAppliesTo();
        var isDocument = appliesTo.Contains("document");
        var isClaim = appliesTo is not ["document"];
        CheckId(id, isDocument);
        return new RuleDescription
        {
            Id = id,
            Name = LoadName(),
            Since = rule.RequiredText("since"),
            Status = rule.Choice("status", RuleChoices.Statuses, required: true) ?? "",
            Severity = SeverityOf(rule.Choice("severity", RuleChoices.Severities, required: true)),
            Category = rule.Choice("category", RuleChoices.Categories, required: true) ?? "",
            Snip = LoadSnip(isClaim),
            AppliesTo = appliesTo,
            Summary = Words("summary"),
            Fix = Words("fix"),
            Why = Words("why"),
            Sources = LoadSources(),
            Consequence = isClaim ? LoadConsequence() : null,
            Hash = hash,
        };
    }

    public static Severity SeverityOf(string? name) => name switch
    {
        "error" => Severity.Error,
        "warning" => Severity.Warning,
        _ => Severity.Info,
    };

    private string Words(string key) => string.Join(' ', rule.RequiredText(key).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private void CheckId(string id, bool isDocument)
    {
        if (rule.Node("id") is not { } node)
            return;
        if (!IdShape().IsMatch(id))
        {
            diagnostics.Add(node, $"an id is MC and four digits, not '{id}'");
            return;
        }

        var block = id[2];
        var fits = block is '1' or '9' || (isDocument ? block is '6' or '7' : block is '2' or '3' or '4' or '5');
        if (!fits)
            diagnostics.Add(node, $"the block {block}xxx is not for {(isDocument ? "documents" : "claims")}");
    }

    private string LoadName()
    {
        var name = rule.RequiredText("name");
        if (rule.Node("name") is not { } node)
            return name;
        if (!NameShape().IsMatch(name))
            diagnostics.Add(node, $"a name is words in small letters joined by hyphens, not '{name}'");
        else if (NoDefect.Any(start => name.StartsWith(start, StringComparison.Ordinal)) || name.EndsWith("-error", StringComparison.Ordinal))
            diagnostics.Add(node, $"'{name}' names a cure or nothing; a rule is named for the defect that it finds");
        if (node.Source.Name != name)
            diagnostics.Add(node, $"the rule '{name}' stands in a file named '{node.Source.Name}'; the file is named as the rule");
        return name;
    }

    private ImmutableArray<string> LoadAppliesTo()
    {
        if (rule.Node("applies-to") is null or YamlSequence { Items.IsEmpty: true })
            rule.Missing("applies-to");
        foreach (var scalar in rule.Scalars("applies-to").Where(scalar => !RuleChoices.Inputs.Contains(scalar.Text)))
            diagnostics.Unknown(scalar, "kind of input", scalar.Text, RuleChoices.Inputs);
        return rule.Texts("applies-to");
    }

    private int? LoadSnip(bool isClaim)
    {
        var snip = rule.Number("snip");
        if (!isClaim && snip is not null)
            diagnostics.Add(rule.Node("snip")!, "SNIP levels are for claims only");
        else if (isClaim && rule.Node("snip") is null)
            rule.Missing("snip");
        else if (snip is < 1 or > 7)
            diagnostics.Add(rule.Node("snip")!, "SNIP levels go from 1 to 7");
        return snip;
    }

    private ImmutableArray<RuleSource> LoadSources()
    {
        if (rule.Node("sources") is null or YamlSequence { Items.IsEmpty: true })
            rule.Missing("sources");
        var sources = ImmutableArray.CreateBuilder<RuleSource>();
        foreach (var item in rule.Items("sources"))
        {
            if (MappingReader.Of(item, "source", diagnostics) is not { } source)
                continue;
            sources.Add(new RuleSource(source.RequiredText("title"), source.Text("section"), source.Text("url"), source.Text("dates")));
            source.Done();
        }

        return sources.ToImmutable();
    }

    private Consequence LoadConsequence()
    {
        var predicted = rule.Map("predicted", "prediction");
        var consequence = new Consequence
        {
            Stage = rule.Choice("stage", RuleChoices.Stages, required: true) ?? "",
            Carc = predicted?.Texts("carc") ?? [],
            Rarc = predicted?.Texts("rarc") ?? [],
            Group = predicted?.Text("group"),
            Likelihood = rule.Choice("likelihood", RuleChoices.Likelihoods),
            Actor = rule.Choice("actor", RuleChoices.Actors, required: true) ?? "",
            Needs = rule.Choice("needs", RuleChoices.Needs, required: true) ?? "",
            Compliance = rule.YesNo("compliance") ?? false,
        };
        predicted?.Done();
        return consequence;
    }

    [GeneratedRegex(@"\AMC[0-9]{4}\z", RegexOptions.CultureInvariant)]
    private static partial Regex IdShape();

    [GeneratedRegex(@"\A[a-z0-9]+(-[a-z0-9]+)*\z", RegexOptions.CultureInvariant)]
    private static partial Regex NameShape();
}
