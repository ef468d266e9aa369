using System.Collections.Immutable;

namespace MedCodes.Validator.Yaml;

/// <summary>A place in a YAML text: line and column from 1, the end exclusive.</summary>
internal readonly record struct YamlMark(int Line, int Column, int EndLine, int EndColumn);

/// <summary>A node of a YAML file with its place. Scalars stay text: what a number or a yes is, is the reader's to say.</summary>
internal abstract class YamlNode
{
    private protected YamlNode(YamlSource source, YamlMark mark)
    {
        Source = source;
        Mark = mark;
    }

    /// <summary>The file it stands in.</summary>
    public YamlSource Source { get; }

    /// <summary>Where it stands.</summary>
    public YamlMark Mark { get; }

    /// <summary>What it is, for messages.</summary>
    public abstract string Shape { get; }
}

/// <summary>A single value, as text.</summary>
internal sealed class YamlScalar(YamlSource source, YamlMark mark, string text, bool isPlain) : YamlNode(source, mark)
{
    public string Text { get; } = text;

    /// <summary>Whether it stands for "no value": an unquoted <c>~</c>, <c>null</c> or nothing at all.</summary>
    public bool IsNull { get; } = isPlain && text is "" or "~" or "null";

    public override string Shape => IsNull ? "nothing" : $"'{Text}'";

    /// <summary>Where a part of the text stands; the whole where that cannot be told, as in text folded over lines.</summary>
    public YamlMark MarkOf(string part)
    {
        for (var line = Mark.Line; line <= Mark.EndLine; line++)
        {
            var text = Source.Line(line);
            var end = line == Mark.EndLine ? Math.Min(Mark.EndColumn - 1, text.Length) : text.Length;
            for (var at = line == Mark.Line ? Mark.Column - 1 : 0; at < end; at++)
            {
                at = text.IndexOf(part, at, end - at, StringComparison.Ordinal);
                if (at < 0)
                    break;

                // What merely begins like the part is another name.
                if (at + part.Length == text.Length || !(char.IsLetterOrDigit(text[at + part.Length]) || text[at + part.Length] is '-' or '.'))
                    return new YamlMark(line, at + 1, line, at + 1 + part.Length);
            }
        }

        return Mark;
    }
}

/// <summary>A list.</summary>
internal sealed class YamlSequence(YamlSource source, YamlMark mark, ImmutableArray<YamlNode> items) : YamlNode(source, mark)
{
    public ImmutableArray<YamlNode> Items { get; } = items;

    public override string Shape => "a list";
}

/// <summary>A map with its entries in the order of the file; keys are unique.</summary>
internal sealed class YamlMapping(YamlSource source, YamlMark mark, ImmutableArray<YamlEntry> entries) : YamlNode(source, mark)
{
    public ImmutableArray<YamlEntry> Entries { get; } = entries;

    public override string Shape => "a map";

    public YamlNode? this[string key]
    {
        get
        {
            foreach (var entry in Entries)
            {
                if (entry.Key.Text == key)
                    return entry.Value;
            }

            return null;
        }
    }
}

/// <summary>A key and its value.</summary>
internal readonly record struct YamlEntry(YamlScalar Key, YamlNode Value);
