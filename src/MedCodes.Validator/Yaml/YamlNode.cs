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

    /// <summary>Reads what is asked for. Two threads may both read it, and both read the same; a lock for every node would cost more.</summary>
    private protected static ImmutableArray<T> Once<T>(ref ImmutableArray<T> value, ref Func<ImmutableArray<T>>? read)
    {
        if (Volatile.Read(ref read) is { } reading)
        {
            value = reading();
            Volatile.Write(ref read, null);
        }

        return value;
    }
}

/// <summary>A single value, as text.</summary>
internal sealed class YamlScalar(YamlSource source, YamlMark mark, string text, bool isPlain) : YamlNode(source, mark)
{
    public string Text { get; } = text;

    /// <summary>Whether it is written without quotes.</summary>
    public bool IsPlain { get; } = isPlain;

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
internal sealed class YamlSequence : YamlNode
{
    private ImmutableArray<YamlNode> _items;
    private Func<ImmutableArray<YamlNode>>? _read;

    public YamlSequence(YamlSource source, YamlMark mark, ImmutableArray<YamlNode> items)
        : base(source, mark) => _items = items;

    /// <summary>Makes a list whose items are read when they are asked for.</summary>
    public YamlSequence(YamlSource source, YamlMark mark, Func<ImmutableArray<YamlNode>> items)
        : base(source, mark) => _read = items;

    public ImmutableArray<YamlNode> Items => Once(ref _items, ref _read);

    public override string Shape => "a list";
}

/// <summary>A map with its entries in the order of the file; keys are unique.</summary>
internal sealed class YamlMapping : YamlNode
{
    private ImmutableArray<YamlEntry> _entries;
    private Func<ImmutableArray<YamlEntry>>? _read;

    public YamlMapping(YamlSource source, YamlMark mark, ImmutableArray<YamlEntry> entries)
        : base(source, mark) => _entries = entries;

    /// <summary>Makes a map whose entries are read when they are asked for.</summary>
    public YamlMapping(YamlSource source, YamlMark mark, Func<ImmutableArray<YamlEntry>> entries)
        : base(source, mark) => _read = entries;

    public ImmutableArray<YamlEntry> Entries => Once(ref _entries, ref _read);

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
