using System.Collections.Immutable;
using System.Globalization;

namespace MedCodes.Validator.Yaml;

/// <summary>
/// Takes a map apart key by key. What nobody asked for is an unknown key; <see cref="Done"/> says so, with the nearest key
/// that was asked for.
/// </summary>
internal sealed class MappingReader
{
    private readonly YamlMapping _mapping;
    private readonly string _what;
    private readonly Diagnostics _diagnostics;
    private readonly HashSet<string> _known = new(StringComparer.Ordinal);

    /// <summary>Wraps a map.</summary>
    /// <param name="mapping">The map.</param>
    /// <param name="what">What it describes, for messages: "rule", "entry".</param>
    /// <param name="diagnostics">Where faults go.</param>
    public MappingReader(YamlMapping mapping, string what, Diagnostics diagnostics)
    {
        _mapping = mapping;
        _what = what;
        _diagnostics = diagnostics;
    }

    public YamlMapping Mapping => _mapping;

    /// <summary>Reads a node as a map; null, with a diagnostic, where it is none.</summary>
    public static MappingReader? Of(YamlNode? node, string what, Diagnostics diagnostics)
    {
        if (node is YamlMapping mapping)
            return new MappingReader(mapping, what, diagnostics);
        if (node is not null)
            diagnostics.Add(node, $"{what} is a map, not {node.Shape}");
        return null;
    }

    /// <summary>The value of a key, null where it is not given or stands empty.</summary>
    public YamlNode? Node(string key)
    {
        _known.Add(key);
        return _mapping[key] is { } node and not YamlScalar { IsNull: true } ? node : null;
    }

    /// <summary>The value of a key that must be there.</summary>
    public YamlNode? Required(string key)
    {
        var node = Node(key);
        if (node is null)
            Missing(key);
        return node;
    }

    /// <summary>The text of a key; null where it is not given.</summary>
    public string? Text(string key) => Node(key) is { } node ? TextOf(node, key) : null;

    /// <summary>The text of a key that must be there; empty, with a diagnostic, where it is not.</summary>
    public string RequiredText(string key) => Required(key) is { } node ? TextOf(node, key) ?? "" : "";

    /// <summary>The single value of a key that must be there; null, with a diagnostic, where it is not or is none.</summary>
    public YamlScalar? RequiredName(string key) => Required(key) is { } node ? ScalarOf(node, key) : null;

    /// <summary>The text of a key that must be one of a closed list.</summary>
    public string? Choice(string key, ImmutableArray<string> choices, bool required = false)
    {
        var node = required ? Required(key) : Node(key);
        if (node is null || TextOf(node, key) is not { } text)
            return null;
        if (choices.Contains(text))
            return text;
        _diagnostics.Unknown(node, key, text, choices);
        return null;
    }

    /// <summary>A yes or no; null where it is not given.</summary>
    public bool? YesNo(string key)
    {
        if (Node(key) is not { } node || TextOf(node, key) is not { } text)
            return null;
        switch (text)
        {
            case "yes" or "true":
                return true;
            case "no" or "false":
                return false;
            default:
                _diagnostics.Add(node, $"{key} is yes or no, not '{text}'");
                return null;
        }
    }

    /// <summary>A whole number; null where it is not given.</summary>
    public int? Number(string key)
    {
        if (Node(key) is not { } node || TextOf(node, key) is not { } text)
            return null;
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            return number;
        _diagnostics.Add(node, $"{key} is a whole number, not '{text}'");
        return null;
    }

    /// <summary>A date as year-month-day; null where it is not given.</summary>
    public DateOnly? Date(string key)
    {
        if (Node(key) is not { } node || TextOf(node, key) is not { } text)
            return null;
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
            return date;
        _diagnostics.Add(node, $"{key} is a date such as 2024-07-01, not '{text}'");
        return null;
    }

    /// <summary>The scalars of a list, or of a single scalar in its place; empty where the key is not given.</summary>
    public ImmutableArray<YamlScalar> Scalars(string key) => Node(key) switch
    {
        null => [],
        YamlScalar one => [one],
        YamlSequence list => [.. list.Items.Select(item => ScalarOf(item, key)).OfType<YamlScalar>()],
        var other => NotAList(other, key),
    };

    /// <summary>The texts of a list; empty where the key is not given.</summary>
    public ImmutableArray<string> Texts(string key) => [.. Scalars(key).Select(scalar => scalar.Text)];

    /// <summary>The items of a list, or the single node in its place; empty where the key is not given.</summary>
    public ImmutableArray<YamlNode> Items(string key) => Node(key) switch
    {
        null => [],
        YamlSequence list => list.Items,
        var one => [one],
    };

    /// <summary>Takes a map below a key; null where it is not given.</summary>
    public MappingReader? Map(string key, string what) => Of(Node(key), what, _diagnostics);

    /// <summary>Says that a key is missing.</summary>
    public void Missing(string key)
    {
        // The whole map is no place to point at: its first line is.
        var mark = _mapping.Mark;
        _diagnostics.Add(_mapping.Source, mark with { EndLine = mark.Line, EndColumn = mark.Column + 1 }, $"the {_what} has no '{key}'");
    }

    /// <summary>Reports every key that nobody asked for.</summary>
    public void Done()
    {
        foreach (var entry in _mapping.Entries)
        {
            if (!_known.Contains(entry.Key.Text))
                _diagnostics.Add(entry.Key, $"unknown key '{entry.Key.Text}' in the {_what}", Spelling.Nearest(entry.Key.Text, _known));
        }
    }

    private string? TextOf(YamlNode node, string key) => ScalarOf(node, key)?.Text;

    private YamlScalar? ScalarOf(YamlNode node, string key)
    {
        if (node is YamlScalar { IsNull: false } scalar)
            return scalar;
        _diagnostics.Add(node, $"{key} is a single value, not {node.Shape}");
        return null;
    }

    private ImmutableArray<YamlScalar> NotAList(YamlNode node, string key)
    {
        _diagnostics.Add(node, $"{key} is a list, not {node.Shape}");
        return [];
    }
}
