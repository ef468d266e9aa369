using System.Collections.Immutable;

namespace MedCodes.Validator.Yaml;

/// <summary>Collects what is wrong with a set of files, so that all of it is said at once.</summary>
internal sealed class Diagnostics
{
    private readonly List<Diagnostic> _all = [];

    public int Count => _all.Count;

    /// <summary>Everything reported, by file, line and column, each once.</summary>
    public ImmutableArray<Diagnostic> ToSorted() =>
    [
        .. _all.Distinct()
            .OrderBy(d => d.File, StringComparer.Ordinal)
            .ThenBy(d => d.Line)
            .ThenBy(d => d.Column)
            .ThenBy(d => d.Message, StringComparer.Ordinal),
    ];

    public void Add(YamlNode node, string message, string? suggestion = null) =>
        Add(node.Source, node.Mark, message, suggestion);

    /// <summary>Reports a part of a text; the whole of it where the part cannot be found.</summary>
    public void AddAt(YamlScalar node, string part, string message, string? suggestion = null) =>
        Add(node.Source, node.MarkOf(part), message, suggestion);

    public void Add(YamlSource source, YamlMark mark, string message, string? suggestion = null)
    {
        var text = source.Line(mark.Line);
        var end = mark.EndLine == mark.Line ? mark.EndColumn : text.Length + 1;
        _all.Add(new Diagnostic(source.Path, mark.Line, mark.Column, Math.Max(end, mark.Column), message, suggestion, text));
    }

    /// <summary>Reports a name that is not among those known, with the nearest of them.</summary>
    public void Unknown(YamlNode node, string what, string name, IEnumerable<string> known) =>
        Add(node, $"unknown {what} '{name}'", Spelling.Nearest(name, known));
}
