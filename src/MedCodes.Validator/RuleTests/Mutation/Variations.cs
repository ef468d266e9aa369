using MedCodes.Validator.Yaml;

namespace MedCodes.Validator.RuleTests.Mutation;

/// <summary>Makes cases of a case by setting one value in one of its maps, or in a copy of it behind it.</summary>
internal static class Variations
{
    /// <summary>The cases.</summary>
    /// <param name="test">The case.</param>
    /// <param name="keys">The keys that are set.</param>
    /// <param name="valuesOf">The values that a key is set to.</param>
    public static IEnumerable<YamlMapping> Of(YamlMapping test, IReadOnlyList<string> keys, Func<string, YamlMapping, IReadOnlyList<YamlNode>> valuesOf)
    {
        var lists = Lists(test).ToList();
        foreach (var key in keys)
        {
            foreach (var value in valuesOf(key, test))
            {
                foreach (var map in Maps(test))
                {
                    if (Put(test, map, Set(map, key, value)) is { } varied)
                        yield return varied;
                }

                foreach (var (list, item) in lists)
                {
                    if (Put(test, list, new YamlSequence(list.Source, list.Mark, [.. list.Items, Set(item, key, value)])) is { } varied)
                        yield return varied;
                }

                if (test["lines"] is null && test["claims"] is null)
                    yield return Set(test, "lines", new YamlSequence(test.Source, test.Mark, [value.Under(key)]));
            }
        }
    }

    private static IEnumerable<YamlMapping> Maps(YamlNode node) => node switch
    {
        YamlMapping map => map.Entries.SelectMany(entry => Maps(entry.Value)).Append(map),
        YamlSequence list => list.Items.SelectMany(Maps),
        _ => [],
    };

    private static IEnumerable<(YamlSequence List, YamlMapping Item)> Lists(YamlNode node) => node switch
    {
        YamlMapping map => map.Entries.SelectMany(entry => Lists(entry.Value)),
        YamlSequence list => list.Items.OfType<YamlMapping>().Select(item => (list, item)).Concat(list.Items.SelectMany(Lists)),
        _ => [],
    };

    private static YamlMapping? Put(YamlMapping test, YamlNode old, YamlNode @new) =>
        new Change("", "", old, @new).Apply(test) as YamlMapping;

    private static YamlMapping Set(YamlMapping map, string key, YamlNode value)
    {
        var entry = new YamlEntry(new YamlScalar(map.Source, map.Mark, key, isPlain: true), value);
        var at = map.Entries.Select(own => own.Key.Text).ToList().IndexOf(key);
        return new YamlMapping(map.Source, map.Mark, at < 0 ? map.Entries.Add(entry) : map.Entries.SetItem(at, entry));
    }
}
