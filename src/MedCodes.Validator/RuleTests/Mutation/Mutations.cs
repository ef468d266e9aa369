using MedCodes.Validator.Rules.Loading;
using MedCodes.Validator.Yaml;

namespace MedCodes.Validator.RuleTests.Mutation;

/// <summary>
/// Lists the changes of a rule that its tests must notice: each condition, operator, constant, code set, bound, field of <c>same-as</c> and
/// demand. What the loader refuses of them is no rule, and is dropped later.
/// </summary>
/// <param name="root">The rule as written.</param>
/// <param name="library">What the rule may name.</param>
/// <param name="sets">Finds code sets that are easily taken for one another.</param>
internal sealed class Mutations(YamlMapping root, Library library, NeighbouringSets sets)
{
    private readonly ConditionMutations _conditions = new(new MatcherMutations(sets));

    public IEnumerable<Change> All()
    {
        foreach (var change in root["match"] is YamlMapping match ? OfGroup(match, "match") : [])
            yield return change;
        foreach (var entry in root.Entries.Where(entry => entry.Key.Text is "require" or "forbid" or "check"))
        {
            foreach (var change in OfDemand(entry))
                yield return change;
        }

        if (root["unless"] is not YamlMapping unless)
            yield break;
        foreach (var change in _conditions.Of(unless, "unless"))
            yield return change;
        if (unless.Entries.Length > 1)
            yield return new Change("unless", "dropped", root.Entries.First(entry => entry.Value == unless).Key);
    }

    private IEnumerable<Change> OfDemand(YamlEntry demand)
    {
        var name = demand.Key.Text;
        if (name == "check")
            return demand.Value is YamlMapping condition ? _conditions.Of(condition, name).Append(new Change(name, "negated", condition, condition.Under("not"))) : [];
        var groups = demand.Value is YamlSequence list ? list.Items : [demand.Value];
        var changes = groups.Index().SelectMany(group => group.Item is YamlMapping map ? OfGroup(map, PathOf(group.Index)) : []);
        var other = name == "require" ? "forbid" : "require";
        return changes
            .Concat(groups.Length == 1 ? [] : groups.Select((group, index) => new Change(PathOf(index), "dropped", group)))
            .Append(new Change(name, $"{other} in its place", demand.Key, demand.Key.With(other)));

        string PathOf(int index) => groups.Length == 1 ? name : $"{name}[{index + 1}]";
    }

    private IEnumerable<Change> OfGroup(YamlMapping group, string path)
    {
        foreach (var entry in group.Entries)
        {
            if (entry.Value is not YamlMapping written)
                continue;
            var own = $"{path}.{entry.Key.Text}";
            foreach (var change in OfEntry(written, own))
                yield return change;
            if (group.Entries.Length > 1 && !IsAlwaysThere(written))
                yield return new Change(own, "dropped", entry.Key);
        }
    }

    private IEnumerable<Change> OfEntry(YamlMapping entry, string path)
    {
        foreach (var part in entry.Entries)
        {
            var changes = (part.Key.Text, part.Value) switch
            {
                ("where", YamlMapping where) => _conditions.Of(where, path),
                ("same-as", YamlMapping equalities) => OfEqualities(equalities, $"{path}.same-as"),
                ("after" or "distinct", _) => [new Change($"{path}.{part.Key.Text}", "dropped", part.Key)],
                _ => [],
            };
            foreach (var change in changes)
                yield return change;
        }
    }

    private IEnumerable<Change> OfEqualities(YamlMapping equalities, string path)
    {
        foreach (var (name, fields) in equalities.Entries)
        {
            var scalars = fields is YamlSequence list ? list.Items.OfType<YamlScalar>().ToList() : [(YamlScalar)fields];
            foreach (var field in scalars.Where(field => !scalars.Exists(other => other != field && Tells(other.Text, field.Text))))
                yield return new Change($"{path}.{name.Text}", $"without {field.Text}", field);
        }
    }

    // Facts of one claim are of one patient, those of one line of one claim: who asks for the part need not ask for the whole.
    private bool Tells(string part, string whole) =>
        library.Kinds.GetValueOrDefault(part) is { } kind && kind.Name != whole && (kind.Find(whole) is not null || (whole == "patient" && kind.Find("claim") is not null));

    // A profile and a total are always there, so only their conditions decide.
    private static bool IsAlwaysThere(YamlMapping entry) => entry["is"] is YamlScalar { Text: "profile" or "total" };
}
