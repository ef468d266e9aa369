using System.Text;
using MedCodes.Validator.Sources;

namespace MedCodes.Validator.Reading.Json;

/// <summary>A value of a JSON text with the place where it is written; a view of its tree. One that is missing holds nothing.</summary>
internal readonly struct JsonValue(JsonTree tree, int place)
{
    /// <summary>What it is.</summary>
    public JsonKind Kind => place == 0 ? JsonKind.Missing : tree[place].Kind;

    /// <summary>Whether it is there and not the word null.</summary>
    public bool IsThere => Kind > JsonKind.Null;

    /// <summary>Whether it is there and neither the word null nor a string without a letter.</summary>
    public bool IsFilled => IsThere && (Kind != JsonKind.String || tree[place].Length > 0);

    /// <summary>Its bytes in the file; of a string what stands between the quotes.</summary>
    public SourceSpan Span => new(tree.Offset + tree[place].Start, tree[place].Length);

    /// <summary>Where it begins in the file.</summary>
    public SourceSpan StartSpan => Span with { Length = 0 };

    /// <summary>A string unescaped, or a number as written; empty for others.</summary>
    public string Text => Kind is JsonKind.String or JsonKind.Number ? JsonTree.TextOf(Bytes) : "";

    /// <summary>The bytes as they are written.</summary>
    public ReadOnlySpan<byte> Bytes => tree.Bytes.AsSpan(tree.Start + tree[place].Start, tree[place].Length);

    /// <summary>Whether each byte is a character that stands for itself.</summary>
    public bool IsPlain => !tree[place].IsEscaped && Ascii.IsValid(Bytes);

    /// <summary>How many members or items it has.</summary>
    public int Count => place == 0 ? 0 : tree[place].Count;

    /// <summary>A member or item in the order in which they are written, from 0.</summary>
    public JsonValue this[int index] => new(tree, tree[place].First + index);

    /// <summary>Its name, where it is a member.</summary>
    public string Name => tree.NameOf(place);

    /// <summary>The bytes of its name.</summary>
    public SourceSpan NameSpan => new(tree.Offset + tree[place].NameStart, tree[place].NameLength);

    /// <summary>Whether a field was read from it.</summary>
    public bool IsTaken => tree[place].IsTaken;

    /// <summary>The way to it from the value that stands by itself, as a JSON pointer.</summary>
    public string Path => tree.PathTo(place);

    /// <summary>The first member of a name, which is marked as taken.</summary>
    public JsonValue Take(JsonProperty property)
    {
        var found = Find(property);
        if (found.Kind != JsonKind.Missing)
            found.MarkTaken();
        return found;
    }

    /// <summary>The first member of a name.</summary>
    public JsonValue Find(JsonProperty property) => new(tree, tree.Find(place, property));

    /// <summary>Whether a member of a name says anything, the first or another.</summary>
    public bool Says(JsonProperty property)
    {
        for (var at = tree.Find(place, property); at != 0; at = tree.Find(place, property, at))
        {
            if (new JsonValue(tree, at).IsFilled)
                return true;
        }

        return false;
    }

    /// <summary>Makes an object without members of it, and leaves it where it stands.</summary>
    public JsonValue Emptied()
    {
        ref var node = ref tree[place];
        (node.Kind, node.Count) = (JsonKind.Object, 0);
        return this;
    }

    private void MarkTaken() => tree[place].IsTaken = true;
}

/// <summary>The kinds of values.</summary>
internal enum JsonKind : byte
{
    /// <summary>There is none.</summary>
    Missing,

    /// <summary>The word null.</summary>
    Null,

    /// <summary>The word true.</summary>
    True,

    /// <summary>The word false.</summary>
    False,

    /// <summary>A number.</summary>
    Number,

    /// <summary>A string.</summary>
    String,

    /// <summary>An object.</summary>
    Object,

    /// <summary>An array.</summary>
    Array,
}
