namespace MedCodes.Validator.Reference.Importing;

/// <summary>Takes a file apart into lines, at LF or CRLF.</summary>
internal sealed class LineReader(Stream stream, int longest = LineReader.Usual) : IDisposable
{
    /// <summary>Hardly any file described has a line that is longer; what has is something else.</summary>
    public const int Usual = 1 << 16;

    private byte[] _buffer = new byte[1 << 18];
    private int _start;
    private int _end;
    private bool _ended;

    /// <summary>The next line without its end; false where there is none.</summary>
    /// <exception cref="InvalidDataException">The file is damaged, or a line is too long to be one.</exception>
    public bool TryRead(out ReadOnlySpan<byte> line)
    {
        for (var searched = 0; ;)
        {
            var unread = _buffer.AsSpan(_start, _end - _start);
            var end = unread[searched..].IndexOf((byte)'\n') + searched;
            if (end >= searched)
            {
                line = unread[..end].TrimEnd((byte)'\r');
                _start += end + 1;
                return true;
            }

            searched = unread.Length;
            if (searched > longest)
                throw new InvalidDataException($"a line is longer than {longest} bytes");
            if (!Fill())
            {
                line = _buffer.AsSpan(_start, _end - _start).TrimEnd((byte)'\r');
                _start = _end;
                return searched > 0;
            }
        }
    }

    public void Dispose() => stream.Dispose();

    private bool Fill()
    {
        if (_ended)
            return false;
        _buffer.AsSpan(_start, _end - _start).CopyTo(_buffer);
        (_start, _end) = (0, _end - _start);
        if (_end == _buffer.Length)
            Array.Resize(ref _buffer, _buffer.Length * 2);
        var read = stream.Read(_buffer.AsSpan(_end));
        _end += read;
        _ended = read == 0;
        return !_ended;
    }
}
