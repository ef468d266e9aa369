using System.Collections.Immutable;
using MedCodes.Validator.Rules.Catalogue;
using MedCodes.Validator.Rules.Model;
using MedCodes.Validator.Yaml;

namespace MedCodes.Validator.Rules.Loading;

/// <summary>Reads what a rule matches and demands.</summary>
internal sealed class LogicLoader(MappingReader rule, LoadContext context)
{
    private readonly EntryLoader _entries = new(context);

    private Diagnostics Diagnostics => context.Diagnostics;

    /// <summary>Reads the logic; null, with a diagnostic, where it matches or demands nothing.</summary>
    public RuleLogic? Load()
    {
        var nothing = new Dictionary<string, FactKind>(StringComparer.Ordinal);
        var match = rule.Required("match") is { } matched ? _entries.LoadGroup(matched, nothing) : [];
        var bound = Bind(nothing, match);
        var demand = LoadDemand(bound);
        var optional = rule.Node("optional") is { } maybe ? _entries.LoadGroup(maybe, bound) : [];

        // Beyond match, unless and the words may speak of what forbid found, and the words of what is optional, which never decides.
        // What require did not find is nowhere.
        var found = demand is Demand.Forbid forbid ? forbid.Groups.SelectMany(group => group) : [];
        var spoken = Bind(bound, [.. found, .. optional]);
        var load = new ValueLoader(context, spoken);
        var deciding = new ValueLoader(context, Bind(bound, found));
        var unless = rule.Node("unless") is { } lifted ? new ConditionLoader(deciding, null).Load(lifted) : null;
        var message = rule.RequiredName("message") is { } words ? MessageLoader.Load(words, load) : new MessageTemplate([]);
        var subject = SubjectOf(match);
        var report = LoadReport(subject, spoken);
        var denies = LoadDenies(load, [.. match, .. found]);
        var suggest = LoadSuggestions(load);
        var oncePer = LoadOncePer(subject, load);
        if (subject is null || demand is null)
            return null;
        return new RuleLogic
        {
            Match = match,
            Subject = subject.Name,
            Demand = demand,
            Unless = unless,
            Optional = optional,
            OncePer = oncePer,
            Report = report,
            Denies = denies,
            Message = message,
            Suggest = suggest,
        };
    }

    private static Dictionary<string, FactKind> Bind(IReadOnlyDictionary<string, FactKind> bound, IEnumerable<Entry> entries)
    {
        var names = new Dictionary<string, FactKind>(bound, StringComparer.Ordinal);
        foreach (var entry in entries)
            names[entry.Name] = entry.Kind;
        return names;
    }

    private Demand? LoadDemand(IReadOnlyDictionary<string, FactKind> bound)
    {
        ImmutableArray<string> demands = ["require", "forbid", "check"];
        var given = demands.Where(key => rule.Node(key) is not null).ToList();
        switch (given)
        {
            case []:
                Diagnostics.Add(rule.Mapping.Source, First(rule.Mapping.Mark), "the rule demands nothing, so it could never pass: give require, forbid or check");
                return null;
            case [_, ..] when given.Count > 1:
                Diagnostics.Add(rule.Node(given[1])!, $"a rule makes one demand; this one has {string.Join(" and ", given)}");
                break;
        }

        var node = rule.Node(given[0])!;
        if (given[0] == "check")
        {
            return new ConditionLoader(new ValueLoader(context, bound), null).Load(node) is { } condition
                ? new Demand.Check(condition)
                : null;
        }

        ImmutableArray<YamlNode> groups = node is YamlSequence list ? list.Items : [node];
        var loaded = groups.Select(group => _entries.LoadGroup(group, bound)).Where(group => !group.IsEmpty).ToImmutableArray();
        if (loaded.IsEmpty)
            return null;
        return given[0] == "require" ? new Demand.Require(loaded) : new Demand.Forbid(loaded);
    }

    private static YamlMark First(YamlMark mark) => mark with { EndLine = mark.Line, EndColumn = mark.Column + 1 };

    /// <summary>What the rule is about: of the entries as they are written the first that a finding can be reported at.</summary>
    private Entry? SubjectOf(ImmutableArray<Entry> match)
    {
        var subject = match.Where(entry => !entry.Kind.IsTable && entry.Total is null && entry.Kind != ClaimKinds.Patient)
            .MinBy(entry => (entry.Written.Mark.Line, entry.Written.Mark.Column));
        if (subject is null && !match.IsEmpty)
            Diagnostics.Add(match[0].Written, "match has no fact of the input, so the rule can never be reported");
        return subject;
    }

    private ImmutableArray<string> LoadReport(Entry? subject, Dictionary<string, FactKind> spoken)
    {
        var names = rule.Scalars("report");
        foreach (var name in names)
        {
            if (!spoken.TryGetValue(name.Text, out var kind))
                context.UnknownName(name, name.Text, spoken.Keys);
            else if (kind.IsTable || kind.Name == "total" || kind == ClaimKinds.Patient)
                Diagnostics.Add(name, $"'{name.Text}' is a {(kind.IsTable ? "row of a table" : kind.Name)}; a finding is reported at a fact of the input");
        }

        // What was asked for first, then what the rule is about.
        return [.. names.Select(name => name.Text).Concat(subject is null ? [] : [subject.Name]).Distinct(StringComparer.Ordinal)];
    }

    private string? LoadDenies(ValueLoader load, IEnumerable<Entry> entries)
    {
        if (rule.Node("denies") is not { } node || rule.Text("denies") is not { } name)
            return null;
        if (load.Names.TryGetValue(name, out var kind))
        {
            var members = entries.FirstOrDefault(entry => entry.Name == name)?.Total?.Of;
            if ((members ?? kind).IsWithin(LineKinds.Line))
                return name;
            Diagnostics.Add(node, $"only lines and totals over lines are denied; '{name}' is a {(members is null ? kind.Name : $"total over {members.Name}")}");
            return null;
        }

        context.UnknownName(node, name, load.Names.Keys);
        return null;
    }

    private ImmutableArray<Field> LoadOncePer(Entry? subject, ValueLoader load) => subject is null
        ? []
        : [.. rule.Scalars("once-per").Select(name => load.Field(name, subject.Kind)).OfType<Field>()];

    private ImmutableArray<SuggestedEdit> LoadSuggestions(ValueLoader load)
    {
        var edits = ImmutableArray.CreateBuilder<SuggestedEdit>();
        foreach (var item in rule.Items("suggest"))
        {
            if (MappingReader.Of(item, "suggestion", Diagnostics) is not { } edit)
                continue;
            var mechanical = edit.YesNo("mechanical");
            var needs = edit.Choice("needs", ["documentation"]);
            if (edit.Mapping.Entries.FirstOrDefault(entry => RuleChoices.Edits.Contains(entry.Key.Text)) is not { Key: { } kind })
            {
                Diagnostics.Add(item, $"a suggestion is one of {string.Join(", ", RuleChoices.Edits)}");
                continue;
            }

            var named = edit.Node(kind.Text) is YamlScalar scalar ? scalar : edit.Map(kind.Text, "edit")?.RequiredName("of");
            var name = named?.Text ?? "";
            if (named is not null && !load.Names.ContainsKey(name))
                context.UnknownName(named, name, load.Names.Keys);
            if (mechanical is null && needs is null)
                Diagnostics.Add(item, "a suggestion is mechanical, or needs documentation");
            edits.Add(new SuggestedEdit(kind.Text, name, needs is not null));
        }

        return edits.ToImmutable();
    }
}
