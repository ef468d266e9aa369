using System.Collections.Immutable;
using MedCodes.Validator.Documents;
using MedCodes.Validator.Sources;
using MedCodes.Validator.Yaml;

namespace MedCodes.Validator.Reading.Text;

/// <summary>Finds the characters of YAML nodes that stand in a part of a page.</summary>
internal sealed class YamlPlaces
{
    private readonly PageDecoding _page;
    private readonly int _end;
    private readonly ImmutableArray<int> _lines;

    /// <param name="page">The page.</param>
    /// <param name="start">The first character of the YAML.</param>
    /// <param name="end">The index behind its last character.</param>
    public YamlPlaces(PageDecoding page, int start, int end)
    {
        _page = page;
        _end = start + page.Text.AsSpan(start, Math.Max(0, end - start)).TrimEnd().Length;
        var lines = ImmutableArray.CreateBuilder<int>();
        for (var at = start; at < end; at = LineEnd(page.Text, at))
            lines.Add(at);
        _lines = lines.ToImmutable();
    }

    /// <summary>The bytes from one place to another.</summary>
    public SourceSpan Span(YamlMark first, YamlMark last)
    {
        var start = Index(first.Line, first.Column);
        return _page.Span(start, Math.Max(start, Index(last.EndLine, last.EndColumn)));
    }

    /// <summary>The bytes of a diagnostic.</summary>
    public SourceSpan Span(Diagnostic diagnostic) =>
        _page.Span(Index(diagnostic.Line, diagnostic.Column), Index(diagnostic.Line, diagnostic.EndColumn));

    /// <summary>A text that stands in some nodes, perhaps quoted and with escapes.</summary>
    public PageText Text(string value, YamlMark first, YamlMark last)
    {
        var builder = new PageTextBuilder(_page);
        builder.AddAligned(value, Index(first.Line, first.Column), Index(last.EndLine, last.EndColumn));
        return builder.Build();
    }

    /// <summary>The lines of a scalar that are not empty.</summary>
    public IEnumerable<PageText> Lines(YamlScalar scalar)
    {
        var at = Index(scalar.Mark.Line, scalar.Mark.Column);
        var end = Math.Max(at, Index(scalar.Mark.EndLine, scalar.Mark.EndColumn));
        foreach (var line in scalar.Text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var found = _page.Text.AsSpan(at, end - at).IndexOf(line);
            var builder = new PageTextBuilder(_page);
            builder.AddAligned(line, found < 0 ? at : at + found, end);
            at = found < 0 ? at : at + found + line.Length;
            yield return builder.Build();
        }
    }

    /// <summary>The index behind the end of the line that a character stands in.</summary>
    public static int LineEnd(string text, int at)
    {
        var length = text.AsSpan(at).IndexOfAny('\n', '\r');
        if (length < 0)
            return text.Length;
        var end = at + length;
        return text[end] == '\r' && end + 1 < text.Length && text[end + 1] == '\n' ? end + 2 : end + 1;
    }

    private int Index(int line, int column)
    {
        // What is missed at the end of the YAML is missed behind its last word.
        if (line > _lines.Length)
            return _end;
        return Math.Min(_lines[Math.Max(line - 1, 0)] + Math.Max(column - 1, 0), _page.Text.Length);
    }
}
