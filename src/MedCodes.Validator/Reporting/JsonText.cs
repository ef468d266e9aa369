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
    private const int MostOfCharacter = 3;

    private static readonly JavaScriptEncoder Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping;
    private static readonly SearchValues<char> Plain = SearchValues.Create(
        Enumerable.Range(' ', '~' - ' ' + 1).Select(character => (char)character).Where(character => character is not ('"' or '\\')).ToArray());

    private int _depth = depth;
    private bool _isFirst = true;
    private bool _isNamed;

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
        Separate();
        var room = bytes.Room(name.Length + 4);
        room[0] = (byte)'"';
        name.CopyTo(room[1..]);
        room[name.Length + 1] = (byte)'"';
        room[name.Length + 2] = (byte)':';
        room[name.Length + 3] = (byte)' ';
        bytes.Advance(name.Length + (indented ? 4 : 3));
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
        WritePropertyName(name);
        WriteStringValue(value);
    }

    /// <summary>Writes a text, or no member at all where there is none.</summary>
    public void WriteIfGiven(ReadOnlySpan<byte> name, string? value)
    {
        if (value is not null)
            WriteString(name, value);
    }

    public void WriteStringValue(string value)
    {
        Separate();
        Quote();
        var room = bytes.Room(MostOfCharacter * value.Length);
        if (!value.AsSpan().ContainsAnyExcept(Plain))
        {
            bytes.Advance(Encoding.ASCII.GetBytes(value, room));
        }
        else if (Utf8.FromUtf16(value, room, out _, out var written, replaceInvalidSequences: false) == OperationStatus.Done
            && Encoder.FindFirstCharacterToEncodeUtf8(room[..written]) < 0)
        {
            bytes.Advance(written);
        }
        else
        {
            Append(Encoding.UTF8.GetBytes(Encoder.Encode(value)));
        }

        Quote();
    }

    public void WriteNumber(ReadOnlySpan<byte> name, long value)
    {
        WritePropertyName(name);
        Separate();
        Utf8Formatter.TryFormat(value, bytes.Room(MostDigits), out var written);
        bytes.Advance(written);
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
            BreakLine();
        Append([bracket]);
        _isFirst = false;
    }

    private void Separate()
    {
        if (_isNamed)
        {
            _isNamed = false;
            return;
        }

        if (!_isFirst)
            Append(","u8);
        _isFirst = false;
        if (indented && _depth > 0)
            BreakLine();
    }

    private void BreakLine()
    {
        var room = bytes.Room(1 + (Indent * _depth));
        room[0] = (byte)'\n';
        room.Slice(1, Indent * _depth).Fill((byte)' ');
        bytes.Advance(1 + (Indent * _depth));
    }

    private void Quote() => Append("\""u8);

    private void Append(ReadOnlySpan<byte> written)
    {
        written.CopyTo(bytes.Room(written.Length));
        bytes.Advance(written.Length);
    }
}
