using System.Collections.Immutable;
using System.Globalization;
using MedCodes.Validator.Yaml;

namespace MedCodes.Validator.RuleTests.Shorthand;

/// <summary>
/// Takes a map of the shorthand apart. A key that is not there has the clean claim's value; <c>null</c> makes the value missing.
/// </summary>
internal sealed class ShorthandReader(MappingReader map, Diagnostics diagnostics)
{
    public YamlMapping Mapping => map.Mapping;

    /// <summary>Reads a node as a map; null, with a diagnostic, where it is none.</summary>
    public static ShorthandReader? Of(YamlNode? node, string what, Diagnostics diagnostics) =>
        MappingReader.Of(node, what, diagnostics) is { } map ? new ShorthandReader(map, diagnostics) : null;

    /// <summary>Whether the key is there, with a value or with <c>null</c>.</summary>
    public bool Has(string key)
    {
        _ = map.Node(key);
        return map.Mapping[key] is not null;
    }

    public string? Text(string key, string? otherwise = null) => Has(key) ? map.Text(key) : otherwise;

    public bool? YesNo(string key, bool? otherwise) => Has(key) ? map.YesNo(key) : otherwise;

    public int? Whole(string key, int? otherwise = null) => Has(key) ? map.Number(key) : otherwise;

    public decimal? Number(string key, decimal? otherwise = null)
    {
        if (!Has(key))
            return otherwise;
        if (map.Text(key) is not { } text)
            return null;
        if (decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number))
            return number;
        diagnostics.Add(map.Node(key)!, $"{key} is a number, not '{text}'");
        return null;
    }

    public DateOnly? Date(string key, DateOnly? otherwise = null) => Has(key) ? map.Date(key) : otherwise;

    public ImmutableArray<string> Texts(string key, ImmutableArray<string> otherwise) => Has(key) ? map.Texts(key) : otherwise;

    public string? Choice(string key, ImmutableArray<string> choices) => map.Choice(key, choices);

    public YamlNode? Node(string key) => map.Node(key);

    /// <summary>The maps of a list, each read in turn.</summary>
    public IEnumerable<ShorthandReader> Maps(string key, string what) =>
        map.Items(key).Select(node => Of(node, what, diagnostics)).OfType<ShorthandReader>();

    /// <summary>The entries of a map; none, with a diagnostic, where it is no map.</summary>
    public ImmutableArray<YamlEntry> Entries(string key, string what) => map.Map(key, what)?.Mapping.Entries ?? [];

    /// <summary>The items of a list; none, with a diagnostic, where it is no list.</summary>
    public ImmutableArray<YamlNode> List(string key)
    {
        if (map.Node(key) is not { } node)
            return [];
        if (node is YamlSequence list)
            return list.Items;
        diagnostics.Add(node, $"{key} is a list, not {node.Shape}");
        return [];
    }

    /// <summary>Whole numbers; a diagnostic stands for each that is none.</summary>
    public ImmutableArray<int> Wholes(string key)
    {
        var all = ImmutableArray.CreateBuilder<int>();
        foreach (var scalar in map.Scalars(key))
        {
            if (int.TryParse(scalar.Text, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
                all.Add(number);
            else
                diagnostics.Add(scalar, $"{key} are whole numbers, not '{scalar.Text}'");
        }

        return all.ToImmutable();
    }

    /// <summary>Reports the keys that nobody asked for.</summary>
    public void Done() => map.Done();
}
