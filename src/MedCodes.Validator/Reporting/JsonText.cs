using System.Buffers;
using System.Buffers.Text;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;

namespace MedCodes.Validator.Reporting;

/// <summary>
/// Writes JSON as <see cref="System.Text.Json.Utf8JsonWriter"/> does in the style of <see cref="JsonRun.Style"/>, and faster: nothing
/// is checked, and what comes often and is encoded already is copied. Names need no escapes.
/// </summary>
/// <param name="bytes">Where to write.</param>
/// <param name="indented">Whether each member and element has a line of its own.</param>
/// <param name="depth">In how many objects and lists the first value stands; it is the first one there.</param>
internal sealed class JsonText(PooledBytes bytes, bool indented, int depth = 0)
{
    private const int Indent = 2;
    private const int MostDigits = 31;

    // A character that is escaped is a backslash, a letter and four digits.
    private const int MostOfCharacter = 6;
    private const int Quotes = 2;

    private static readonly JavaScriptEncoder Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping;
    private static readonly SearchValues<char> Plain = SearchValues.Create(
        Enumerable.Range(' ', '~' - ' ' + 1).Select(character => (char)character).Where(character => character is not ('"' or '\\')).ToArray());

    private int _depth = depth;
    private bool _isFirst = true;
    private bool _isNamed;

    // What may stand before a name or a value: a comma, and a line break with what indents the line.
    private int MostBefore => 2 + (Indent * _depth);

    public void WriteStartObject() => Start((byte)'{');

    public void WriteStartObject(ReadOnlySpan<byte> name)
    {
        WritePropertyName(name);
        Start((byte)'{');
    }

    public void WriteEndObject() => End((byte)'}');

    public void WriteStartArray() => Start((byte)'[');

    public void WriteStartArray(ReadOnlySpan<byte> name)
    {
        WritePropertyName(name);
        Start((byte)'[');
    }

    public void WriteEndArray() => End((byte)']');

    public void WritePropertyName(ReadOnlySpan<byte> name)
    {
        bytes.Advance(PutName(name, bytes.Room(MostOfName(name))));
        _isNamed = true;
    }

    public void WritePropertyName(string name)
    {
        WriteStringValue(name);
        Append(indented ? ": "u8 : ":"u8);
        _isNamed = true;
    }

    public void WriteString(ReadOnlySpan<byte> name, string value)
    {
        var room = bytes.Room(MostOfName(name) + MostOf(value));
        var length = PutName(name, room);
        bytes.Advance(length + Put(value, room[length..]));
    }

    /// <summary>Writes a text, or no member at all where there is none.</summary>
    public void WriteIfGiven(ReadOnlySpan<byte> name, string? value)
    {
        if (value is not null)
            WriteString(name, value);
    }

    public void WriteStringValue(string value)
    {
        var room = bytes.Room(MostBefore + MostOf(value));
        var length = PutBefore(room);
        bytes.Advance(length + Put(value, room[length..]));
    }

    public void WriteNumber(ReadOnlySpan<byte> name, long value)
    {
        var room = bytes.Room(MostOfName(name) + MostDigits);
        var length = PutName(name, room);
        Utf8Formatter.TryFormat(value, room[length..], out var written);
        bytes.Advance(length + written);
    }

    public void WriteNumber(ReadOnlySpan<byte> name, decimal value)
    {
        WritePropertyName(name);
        WriteNumberValue(value);
    }

    public void WriteNumberValue(decimal value)
    {
        Separate();
        Utf8Formatter.TryFormat(value, bytes.Room(MostDigits), out var written);
        bytes.Advance(written);
    }

    public void WriteBoolean(ReadOnlySpan<byte> name, bool value)
    {
        WritePropertyName(name);
        WriteEncoded(value ? "true"u8 : "false"u8);
    }

    public void WriteNullValue() => WriteEncoded("null"u8);

    /// <summary>Writes a value that is JSON already.</summary>
    public void WriteEncoded(ReadOnlySpan<byte> value)
    {
        Separate();
        Append(value);
    }

    /// <summary>Writes members that are JSON already, at least one, with the line break before the first where each has a line of its own.</summary>
    public void WriteMembers(ReadOnlySpan<byte> members)
    {
        if (!_isFirst)
            Append(","u8);
        _isFirst = false;
        Append(members);
    }

    /// <summary>Ends a line behind a whole value, so that another one may come.</summary>
    public void EndLine()
    {
        Append("\n"u8);
        _isFirst = true;
    }

    private int MostOfName(ReadOnlySpan<byte> name) => MostBefore + Quotes + name.Length + 2;

    private static int MostOf(string value) => Quotes + (MostOfCharacter * value.Length);

    private void Start(byte bracket)
    {
        Separate();
        Append([bracket]);
        _depth++;
        _isFirst = true;
    }

    private void End(byte bracket)
    {
        _depth--;
        if (indented && !_isFirst)
            bytes.Advance(PutLineBreak(bytes.Room(MostBefore)));
        Append([bracket]);
        _isFirst = false;
    }

    private void Separate() => bytes.Advance(PutBefore(bytes.Room(MostBefore)));

    private int PutName(ReadOnlySpan<byte> name, Span<byte> room)
    {
        var at = PutBefore(room);
        room[at++] = (byte)'"';
        name.CopyTo(room[at..]);
        at += name.Length;
        room[at++] = (byte)'"';
        room[at++] = (byte)':';
        if (indented)
            room[at++] = (byte)' ';
        return at;
    }

    private static int Put(string value, Span<byte> room)
    {
        var inner = room[1..];
        int written;
        if (!value.AsSpan().ContainsAnyExcept(Plain))
        {
            Ascii.FromUtf16(value, inner, out written);
        }
        else if (Utf8.FromUtf16(value, inner, out _, out written, replaceInvalidSequences: false) != OperationStatus.Done
            || Encoder.FindFirstCharacterToEncodeUtf8(inner[..written]) >= 0)
        {
            written = Encoding.UTF8.GetBytes(Encoder.Encode(value), inner);
        }

        room[0] = (byte)'"';
        inner[written] = (byte)'"';
        return written + Quotes;
    }

    private int PutBefore(Span<byte> room)
    {
        if (_isNamed)
        {
            _isNamed = false;
            return 0;
        }

        var length = 0;
        if (!_isFirst)
            room[length++] = (byte)',';
        _isFirst = false;
        return indented && _depth > 0 ? length + PutLineBreak(room[length..]) : length;
    }

    private int PutLineBreak(Span<byte> room)
    {
        room[0] = (byte)'\n';
        room.Slice(1, Indent * _depth).Fill((byte)' ');
        return 1 + (Indent * _depth);
    }

    private void Append(ReadOnlySpan<byte> written)
    {
        written.CopyTo(bytes.Room(written.Length));
        bytes.Advance(written.Length);
    }
}
