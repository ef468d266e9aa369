using System.Globalization;
using System.Text;
using System.Text.Json;

namespace MedCodes.Validator.Reading.Json;

/// <summary>One JSON value with all that is in it, in arrays that serve the next one too. What an object or array holds lies side by side.</summary>
internal sealed class JsonTree
{
    private const int Missing = 0;
    private const int Root = 1;

    // As deep as the reader goes.
    private readonly int[] _parents = new int[64];
    private readonly Nodes _nodes = new();
    private readonly Nodes _open = new();

    /// <summary>The value itself.</summary>
    public JsonValue Whole => new(this, Root);

    /// <summary>The bytes in which the value stands.</summary>
    public byte[] Bytes { get; private set; } = [];

    /// <summary>Where in them it begins.</summary>
    public int Start { get; private set; }

    /// <summary>Where it begins in the file.</summary>
    public long Offset { get; private set; }

    /// <summary>Reads the value that comes next.</summary>
    /// <param name="reader">Reads the bytes from the start of the value on.</param>
    /// <param name="bytes">The bytes, which stay as they are while the value is looked at.</param>
    /// <param name="start">Where in them the reader begins.</param>
    /// <param name="offset">Where that is in the file.</param>
    /// <returns>False where the bytes end before the value does.</returns>
    /// <exception cref="JsonException">They are no JSON.</exception>
    public bool TryRead(ref Utf8JsonReader reader, byte[] bytes, int start, long offset)
    {
        (Bytes, Start, Offset) = (bytes, start, offset);
        _nodes.Count = Root + 1;
        _open.Count = 0;
        var depth = 0;
        var name = default(JsonTreeNode);
        while (reader.Read())
        {
            switch (reader.TokenType)
            {
                case JsonTokenType.PropertyName:
                    name.NameStart = (int)reader.TokenStartIndex + 1;
                    name.NameLength = reader.ValueSpan.Length;
                    name.NameHash = reader.ValueIsEscaped ? JsonProperty.HashOf(Encoding.UTF8.GetBytes(TextOf(reader.ValueSpan))) : JsonProperty.HashOf(reader.ValueSpan);
                    continue;
                case JsonTokenType.StartObject or JsonTokenType.StartArray:
                    _parents[depth++] = _open.Count;
                    Open(name, reader.TokenType == JsonTokenType.StartObject ? JsonKind.Object : JsonKind.Array, (int)reader.TokenStartIndex, 0);
                    name = default;
                    continue;
                case JsonTokenType.EndObject or JsonTokenType.EndArray:
                    Close(_parents[--depth], (int)reader.BytesConsumed);
                    break;
                case JsonTokenType.String:
                    name.IsEscaped = reader.ValueIsEscaped;
                    Open(name, JsonKind.String, (int)reader.TokenStartIndex + 1, reader.ValueSpan.Length);
                    break;
                default:
                    Open(name, KindOf(reader.TokenType), (int)reader.TokenStartIndex, reader.ValueSpan.Length);
                    break;
            }

            name = default;
            if (depth > 0)
                continue;
            _nodes.Take(_open, 0, 1, Root);
            return true;
        }

        return false;
    }

    /// <summary>A node by its place.</summary>
    public ref JsonTreeNode this[int place] => ref _nodes[place];

    /// <summary>The place of the first member of an object that has a name; 0 where there is none.</summary>
    /// <param name="holder">The place of the object.</param>
    /// <param name="property">What has the name.</param>
    /// <param name="behind">The place of a member behind which it is looked for; 0 for all.</param>
    public int Find(int holder, JsonProperty property, int behind = Missing)
    {
        ref var node = ref _nodes[holder];
        if (node.Kind != JsonKind.Object)
            return Missing;
        var end = node.First + node.Count;
        for (var at = behind == Missing ? node.First : behind + 1; at < end; at++)
        {
            var next = _nodes.Names(at, end).IndexOf(property.Hash);
            if (next < 0)
                return Missing;
            at += next;
            if (IsNamed(ref _nodes[at], property))
                return at;
        }

        return Missing;
    }

    /// <summary>The name of a member.</summary>
    public string NameOf(int place) => TextOf(Bytes.AsSpan(Start + _nodes[place].NameStart, _nodes[place].NameLength));

    /// <summary>The way from the value itself to one in it, as a JSON pointer.</summary>
    public string PathTo(int place)
    {
        var path = new StringBuilder();
        for (var at = Root; at != place;)
        {
            // What it holds stands in the order of the file.
            var (inner, end) = (_nodes[at].First, _nodes[at].First + _nodes[at].Count);
            while (end - inner > 1)
            {
                var middle = (inner + end) / 2;
                (inner, end) = _nodes[middle].Start <= _nodes[place].Start ? (middle, end) : (inner, middle);
            }

            path.Append('/').Append(_nodes[at].Kind == JsonKind.Object ? NameOf(inner) : (inner - _nodes[at].First).ToString(CultureInfo.InvariantCulture));
            at = inner;
        }

        return path.ToString();
    }

    /// <summary>What bytes between quotes stand for. An escape of half a character is JSON and no text: such a string is taken as it is written.</summary>
    public static string TextOf(ReadOnlySpan<byte> bytes)
    {
        if (!bytes.Contains((byte)'\\'))
            return Encoding.UTF8.GetString(bytes);
        try
        {
            var reader = new Utf8JsonReader([(byte)'"', .. bytes, (byte)'"']);
            reader.Read();
            return reader.GetString()!;
        }
        catch (InvalidOperationException)
        {
            return Encoding.UTF8.GetString(bytes);
        }
        catch (JsonException)
        {
            // The file is another than when it was read.
            return Encoding.UTF8.GetString(bytes);
        }
    }

    private static JsonKind KindOf(JsonTokenType type) => type switch
    {
        JsonTokenType.Number => JsonKind.Number,
        JsonTokenType.True => JsonKind.True,
        JsonTokenType.False => JsonKind.False,
        _ => JsonKind.Null,
    };

    private bool IsNamed(ref JsonTreeNode node, JsonProperty property)
    {
        var name = Bytes.AsSpan(Start + node.NameStart, node.NameLength);
        return property.IsNamed(name) || (name.Contains((byte)'\\') && TextOf(name) == property.Name);
    }

    private void Open(in JsonTreeNode named, JsonKind kind, int start, int length)
    {
        ref var node = ref _open.Add(named.NameHash);
        node = named;
        node.Kind = kind;
        node.Start = start;
        node.Length = length;
    }

    // Nothing is added to what is closed, so that it can be put side by side.
    private void Close(int place, int end)
    {
        ref var node = ref _open[place];
        node.Length = end - node.Start;
        node.Count = _open.Count - place - 1;
        node.First = _nodes.Count;
        _nodes.Take(_open, place + 1, node.Count, _nodes.Count);
        _open.Count = place + 1;
    }

    /// <summary>Nodes with the hashes of their names beside them, which are looked through at once.</summary>
    private sealed class Nodes
    {
        private JsonTreeNode[] _all = new JsonTreeNode[256];
        private uint[] _names = new uint[256];

        public int Count { get; set; }

        public ref JsonTreeNode this[int place] => ref _all[place];

        public ReadOnlySpan<uint> Names(int from, int end) => _names.AsSpan(from, end - from);

        public ref JsonTreeNode Add(uint name)
        {
            MakeRoom(Count + 1);
            _names[Count] = name;
            return ref _all[Count++];
        }

        /// <summary>Puts some of others at a place; there is nothing behind them.</summary>
        public void Take(Nodes others, int from, int count, int at)
        {
            MakeRoom(at + count);
            others._all.AsSpan(from, count).CopyTo(_all.AsSpan(at));
            others._names.AsSpan(from, count).CopyTo(_names.AsSpan(at));
            Count = Math.Max(Count, at + count);
        }

        private void MakeRoom(int count)
        {
            if (count <= _all.Length)
                return;
            Array.Resize(ref _all, Math.Max(count, _all.Length * 2));
            Array.Resize(ref _names, _all.Length);
        }
    }
}
