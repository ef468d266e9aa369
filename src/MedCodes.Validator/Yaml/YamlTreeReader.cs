using System.Collections.Immutable;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace MedCodes.Validator.Yaml;

/// <summary>
/// Builds the node tree of a file from the parser's events. YamlDotNet's own tree stops at the first duplicate key, and every
/// fault must be said at once.
/// </summary>
internal sealed class YamlTreeReader
{
    // Deeper than any rule; a file nested by the thousand must not exhaust the stack.
    private const int DeepestNesting = 60;

    /// <summary>How the diagnostic of a text begins that the parser cannot read.</summary>
    public const string NotYaml = "this is not YAML";

    private readonly YamlSource _source;
    private readonly Diagnostics _diagnostics;
    private readonly Parser _parser;

    private YamlTreeReader(YamlSource source, Diagnostics diagnostics)
    {
        _source = source;
        _diagnostics = diagnostics;
        _parser = new Parser(new StringReader(source.Text));
    }

    /// <summary>Reads a file that holds one document; null, with a diagnostic, where it cannot be read as YAML.</summary>
    public static YamlNode? Read(YamlSource source, Diagnostics diagnostics)
    {
        if (source.Parsed is { } parsed)
            return parsed;
        var reader = new YamlTreeReader(source, diagnostics);
        return reader.Guarded(reader.ReadDocument);
    }

    /// <summary>Reads a file that may hold several documents; those before the place that cannot be read as YAML, with a diagnostic there.</summary>
    public static ImmutableArray<YamlNode> ReadAll(YamlSource source, Diagnostics diagnostics)
    {
        var reader = new YamlTreeReader(source, diagnostics);
        var documents = ImmutableArray.CreateBuilder<YamlNode>();
        reader.Guarded(() =>
        {
            reader._parser.Consume<StreamStart>();
            while (reader._parser.TryConsume<DocumentStart>(out _))
            {
                if (reader.ReadNode(0) is { } node)
                    documents.Add(node);
                reader._parser.Consume<DocumentEnd>();
            }

            return null;
        });
        return documents.ToImmutable();
    }

    private YamlNode? Guarded(Func<YamlNode?> read)
    {
        try
        {
            return read();
        }
        catch (YamlException fault)
        {
            var mark = new YamlMark((int)fault.Start.Line, (int)fault.Start.Column, (int)fault.End.Line, (int)fault.End.Column);
            _diagnostics.Add(_source, mark, $"{NotYaml}: {fault.Message.TrimEnd('.')}");
            return null;
        }
        catch (Exception fault) when (fault is InvalidOperationException or ArgumentException or EndOfStreamException)
        {
            // YamlDotNet's scanner answers some malformed flow sequences and escapes with these instead of its own exception.
            var mark = _parser.Current is { } last ? MarkOf(last) : new YamlMark(1, 1, 1, 1);
            _diagnostics.Add(_source, mark, $"{NotYaml} behind here");
            return null;
        }
    }

    private YamlNode? ReadDocument()
    {
        _parser.Consume<StreamStart>();
        if (_parser.Accept<StreamEnd>(out _))
        {
            _diagnostics.Add(_source, new YamlMark(1, 1, 1, 1), "the file is empty");
            return null;
        }

        _parser.Consume<DocumentStart>();
        var node = ReadNode(0);
        _parser.Consume<DocumentEnd>();
        if (_parser.Accept<DocumentStart>(out var second))
            _diagnostics.Add(_source, MarkOf(second), "a file holds one document");
        return node;
    }

    private YamlNode? ReadNode(int depth)
    {
        switch (_parser.Current)
        {
            case Scalar scalar:
                _parser.MoveNext();
                Refuse(scalar);
                return new YamlScalar(_source, MarkOf(scalar), scalar.Value, scalar.Style is ScalarStyle.Plain);
            case SequenceStart start when depth < DeepestNesting:
                return ReadSequence(start, depth);
            case MappingStart start when depth < DeepestNesting:
                return ReadMapping(start, depth);
            case AnchorAlias alias:
                _parser.MoveNext();
                _diagnostics.Add(_source, MarkOf(alias), "aliases are not allowed: write the value again");
                return new YamlScalar(_source, MarkOf(alias), alias.Value.Value, isPlain: false);
            case { } tooDeep:
                _diagnostics.Add(_source, MarkOf(tooDeep), "this is nested too deep");
                _parser.SkipThisAndNestedEvents();
                return null;
            default:
                return null;
        }
    }

    private YamlSequence ReadSequence(SequenceStart start, int depth)
    {
        _parser.MoveNext();
        Refuse(start);
        var items = ImmutableArray.CreateBuilder<YamlNode>();
        while (!_parser.Accept<SequenceEnd>(out _))
        {
            if (ReadNode(depth + 1) is { } item)
                items.Add(item);
        }

        return new YamlSequence(_source, MarkOf(start, _parser.Consume<SequenceEnd>()), items.ToImmutable());
    }

    private YamlMapping ReadMapping(MappingStart start, int depth)
    {
        _parser.MoveNext();
        Refuse(start);
        var entries = ImmutableArray.CreateBuilder<YamlEntry>();
        var keys = new HashSet<string>(StringComparer.Ordinal);
        while (!_parser.Accept<MappingEnd>(out _))
        {
            var key = ReadNode(depth + 1);
            var value = ReadNode(depth + 1);
            if (key is not YamlScalar name)
            {
                if (key is not null)
                    _diagnostics.Add(key, "a key is a plain name");
            }
            else if (name.Text == "<<")
            {
                _diagnostics.Add(name, "merge keys are not allowed: write the entries again");
            }
            else if (!keys.Add(name.Text))
            {
                _diagnostics.Add(name, $"the key '{name.Text}' stands here twice");
            }
            else if (value is not null)
            {
                entries.Add(new YamlEntry(name, value));
            }
        }

        return new YamlMapping(_source, MarkOf(start, _parser.Consume<MappingEnd>()), entries.ToImmutable());
    }

    private void Refuse(NodeEvent node)
    {
        if (!node.Anchor.IsEmpty)
            _diagnostics.Add(_source, MarkOf(node), "anchors are not allowed: write the value where it is needed");
        if (!node.Tag.IsEmpty && !node.Tag.IsNonSpecific)
            _diagnostics.Add(_source, MarkOf(node), "tags are not allowed: every value is read as text");
    }

    private YamlMark MarkOf(ParsingEvent start, ParsingEvent end)
    {
        var mark = MarkOf(start) with { EndLine = (int)end.End.Line, EndColumn = (int)end.End.Column };

        // The parser places the end of a list or map in brackets before its last bracket.
        var text = _source.Line(mark.EndLine);
        var isBracket = mark.EndColumn <= text.Length && text[mark.EndColumn - 1] is ']' or '}';
        return isBracket ? mark with { EndColumn = mark.EndColumn + 1 } : mark;
    }

    private static YamlMark MarkOf(ParsingEvent at) => new((int)at.Start.Line, (int)at.Start.Column, (int)at.End.Line, (int)at.End.Column);
}
