using MedCodes.Validator.Yaml;

namespace MedCodes.Validator.RuleTests.Mutation;

/// <summary>Lists the changes of what stands behind a field: operators, constants, code sets and bounds.</summary>
internal sealed class MatcherMutations(NeighbouringSets sets)
{
    /// <summary>The changes of a matcher.</summary>
    public IEnumerable<Change> Of(YamlNode matcher, string path)
    {
        foreach (var change in Inside(matcher, path))
            yield return change;

        // An operator that has a neighbour is changed into that one; of all others only the opposite is left.
        if (matcher is YamlMapping { Entries: [{ Key.Text: "not", Value: var denied }] })
            yield return new Change(path, $"{YamlWords.Of(denied)} in place of {YamlWords.Of(matcher)}", matcher, denied);
        else if (matcher is not YamlMapping { Entries: [{ Key.Text: var name }] } || !HasNeighbour(name))
            yield return new Change(path, "negated", matcher, matcher.Under("not"));
    }

    private IEnumerable<Change> Inside(YamlNode matcher, string path) => matcher switch
    {
        YamlSequence list => Elements(list, path),
        YamlMapping operators => operators.Entries.SelectMany(one => OfOperator(one, path))
            .Concat(operators.Entries.Length == 1 ? [] : operators.Entries.Select(one => new Change(path, $"without {Words(one)}", one.Key))),
        YamlScalar scalar => Bounds.Turned(scalar).Select(turned => new Change(path, $"{turned.Text} in place of {scalar.Text}", scalar, turned)),
        _ => [],
    };

    private IEnumerable<Change> OfOperator(YamlEntry one, string path) => (one.Key.Text, one.Value) switch
    {
        ("at-least" or "at-most" or "more-than" or "less-than", YamlScalar bound) => OfBound(one, bound, path),
        ("between", YamlSequence { Items: [YamlScalar low, YamlScalar high] }) => new[] { low, high }.SelectMany(end =>
            new[] { -1, 1 }.SelectMany(step => Bounds.Shifted(end, step))
                .Select(shifted => new Change(path, $"between {(end == low ? "from" : "to")} {shifted.Text} in place of {end.Text}", end, shifted))),
        ("in", YamlScalar set) => sets.Of(set.Text).Select(other => new Change(path, $"in {other} in place of in {set.Text}", set, set.With(other))),
        ("not", var inner) => Inside(inner, path),
        ("some", var inner) => Inside(inner, path).Append(Renamed(one, "every", path)),
        ("every", var inner) => Inside(inner, path).Append(Renamed(one, "some", path)),
        ("mentions", var inner) => Inside(inner, path).Append(Renamed(one, "opens-with", path)),
        ("opens-with", var inner) => Inside(inner, path).Append(Renamed(one, "mentions", path)),
        ("none" or "length" or "in" or "starts-with" or "includes", var inner) => Inside(inner, path),
        ("matches", YamlScalar pattern) => Patterns.Without(pattern.Text)
            .Select(part => new Change(path, $"pattern without {part.Gone}", pattern, pattern.With(part.Left))),
        _ => [],
    };

    private static IEnumerable<Change> OfBound(YamlEntry one, YamlScalar bound, string path)
    {
        // The neighbour moves the bound one way, the shift the other.
        var (neighbour, step) = one.Key.Text switch
        {
            "at-least" => ("more-than", -1),
            "more-than" => ("at-least", 1),
            "at-most" => ("less-than", 1),
            _ => ("at-most", -1),
        };
        yield return Renamed(one, neighbour, path);
        foreach (var shifted in Bounds.Shifted(bound, step))
            yield return new Change(path, $"{one.Key.Text} {shifted.Text} in place of {bound.Text}", bound, shifted);
    }

    private static IEnumerable<Change> Elements(YamlSequence list, string path) => list.Items.Length == 1
        ? []
        : list.Items.OfType<YamlScalar>().Select(item => new Change(path, $"without {item.Text}", item));

    private static Change Renamed(YamlEntry one, string name, string path) =>
        new(path, $"{name} in place of {one.Key.Text}", one.Key, one.Key.With(name));

    private static string Words(YamlEntry one) => $"{one.Key.Text} {YamlWords.Of(one.Value)}";

    private static bool HasNeighbour(string name) =>
        name is "at-least" or "at-most" or "more-than" or "less-than" or "between" or "some" or "every" or "mentions" or "opens-with";
}
