using System.Collections.Immutable;
using MedCodes.Validator.Documents;
using MedCodes.Validator.Sources;
using MedCodes.Validator.Yaml;

namespace MedCodes.Validator.Reading.Text;

/// <summary>Reads the YAML between two lines of three dashes at the start of a page.</summary>
internal sealed class FrontMatter
{
    private readonly PageFile _file;
    private readonly int _start;
    private readonly ImmutableArray<int> _lines;

    private FrontMatter(PageFile file, int start, int end)
    {
        _file = file;
        _start = start;
        var text = file.Page.Text;
        var lines = ImmutableArray.CreateBuilder<int>();
        for (var at = start; at < end; at = LineEnd(text, at))
            lines.Add(at);
        _lines = lines.ToImmutable();
    }

    /// <summary>The characters of the front matter, its lines of dashes included, and those between them; null where there is none.</summary>
    public static (int End, int ContentStart, int ContentEnd)? Find(string text)
    {
        if (!IsFence(text, 0))
            return null;
        var start = LineEnd(text, 0);
        for (var at = start; at < text.Length; at = LineEnd(text, at))
        {
            if (IsFence(text, at))
                return (LineEnd(text, at), start, at);
        }

        return null;
    }

    /// <summary>The entries of a page's front matter, none where it has none, and the fault where it cannot be read.</summary>
    public static (ImmutableArray<FrontMatterEntry> Entries, Fault? Fault) Read(PageFile file)
    {
        if (Find(file.Page.Text) is not { } place || place.ContentEnd <= place.ContentStart)
            return ([], null);
        var diagnostics = new Diagnostics();
        var source = new YamlSource(file.File.Path, file.Page.Text[place.ContentStart..place.ContentEnd]);
        var reader = new FrontMatter(file, place.ContentStart, place.ContentEnd);
        var root = YamlTreeReader.Read(source, diagnostics);
        var fault = diagnostics.ToSorted() is [var first, ..]
            ? file.Fault(FaultKind.MalformedFrontMatter, file.Page.Span(reader.Index(first.Line, first.Column), reader.Index(first.Line, first.EndColumn)), first.Message)
            : null;
        if (root is YamlMapping mapping)
            return ([.. mapping.Entries.Select(reader.Entry)], fault);
        return ([], fault ?? file.Fault(FaultKind.MalformedFrontMatter, file.Page.Span(place.ContentStart, place.ContentEnd), "keys with values"));
    }

    private FrontMatterEntry Entry(YamlEntry entry)
    {
        ImmutableArray<YamlScalar> values = entry.Value switch
        {
            YamlScalar { IsNull: false } one => [one],
            YamlSequence list => [.. list.Items.OfType<YamlScalar>()],
            _ => [],
        };
        var start = Index(entry.Key.Mark.Line, entry.Key.Mark.Column);
        var end = Math.Max(start, Index(entry.Value.Mark.EndLine, entry.Value.Mark.EndColumn));
        return new FrontMatterEntry(entry.Key.Text, [.. values.Select(Text)], _file.Page.Span(start, end));
    }

    private PageText Text(YamlScalar scalar)
    {
        var builder = new PageTextBuilder(_file.Page);
        builder.AddAligned(scalar.Text, Index(scalar.Mark.Line, scalar.Mark.Column), Index(scalar.Mark.EndLine, scalar.Mark.EndColumn));
        return builder.Build();
    }

    /// <summary>The index in the page's text of a line and column of the front matter.</summary>
    private int Index(int line, int column)
    {
        var lineStart = _lines.Length == 0 ? _start : _lines[Math.Clamp(line - 1, 0, _lines.Length - 1)];
        return Math.Min(lineStart + Math.Max(column - 1, 0), _file.Page.Text.Length);
    }

    private static bool IsFence(string text, int at) =>
        text.AsSpan(at).StartsWith("---", StringComparison.Ordinal) && text.AsSpan(at + 3, LineEnd(text, at) - at - 3).IsWhiteSpace();

    private static int LineEnd(string text, int at)
    {
        var length = text.AsSpan(at).IndexOfAny('\n', '\r');
        if (length < 0)
            return text.Length;
        var end = at + length;
        return text[end] == '\r' && end + 1 < text.Length && text[end + 1] == '\n' ? end + 2 : end + 1;
    }
}
