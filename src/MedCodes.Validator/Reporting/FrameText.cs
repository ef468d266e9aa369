using System.Text;
using MedCodes.Validator.Findings;

namespace MedCodes.Validator.Reporting;

/// <summary>The text of a frame while it is put together, value by value.</summary>
/// <param name="room">Room for <see cref="MostCharacters"/> characters.</param>
/// <param name="from">The bytes before the part that is meant.</param>
/// <param name="to">Where that part ends; as much as <paramref name="from"/> where it is a place between two bytes.</param>
internal ref struct FrameText(Span<char> room, int from, int to)
{
    // A control character of one byte is written as an escape.
    private const int MostOfByte = 4;

    private readonly Span<char> _room = room;
    private int _length;
    private int _start = -1;
    private int _end = -1;

    /// <summary>The most characters that so many bytes can be shown as.</summary>
    public static int MostCharacters(int bytes) => (MostOfByte * bytes) + Message.Mask.Length;

    /// <summary>Adds a value or a separator.</summary>
    /// <param name="start">The bytes before it.</param>
    /// <param name="bytes">Its own.</param>
    /// <param name="isShown">Whether it may be shown.</param>
    public void Add(int start, ReadOnlySpan<byte> bytes, bool isShown)
    {
        var end = start + bytes.Length;
        var isMeant = from == to ? start <= from && from < end : start < to && from < end;
        if (isMeant && _start < 0)
            _start = _length;
        if (!isShown)
            Append(Message.Mask);
        else if (bytes.ContainsAnyExceptInRange((byte)' ', (byte)'~'))
            Append(Printable.Of(Encoding.UTF8.GetString(bytes)));
        else
            _length += Encoding.ASCII.GetChars(bytes, _room[_length..]);
        if (isMeant)
            _end = _length;
    }

    public readonly Frame ToFrame()
    {
        // A place behind the last element: something is missing there.
        var (start, end) = _start < 0 ? (_length, _length + 1) : (_start, _end);
        return new Frame(new string(_room[.._length]), start, Math.Max(1, end - start));
    }

    private void Append(string text)
    {
        text.CopyTo(_room[_length..]);
        _length += text.Length;
    }
}
