using System.Buffers;

namespace MedCodes.Validator.Reading.Json;

/// <summary>The bytes in hand.</summary>
internal sealed partial class JsonClaimSource
{
    private const int MostKept = 1 << 20;

    /// <summary>Reads more behind what is not yet used up; false at the end of the stream.</summary>
    private bool Fill()
    {
        if (_atEnd)
            return false;
        if (_start > 0)
        {
            _before = _buffer[_start - 1];
            _buffer.AsSpan(_start, _end - _start).CopyTo(_buffer);
            _bufferOffset += _start;
            _end -= _start;
            _start = 0;
        }

        if (_end == _buffer.Length)
            Enlarge();
        IsCutOff = _left == 0;
        var read = stream.Read(_buffer, _end, (int)Math.Min(_buffer.Length - _end, _left));
        _left -= read;
        _end += read;
        _atEnd = read == 0;
        // At the end once more is looked at what is there, which may now be whole.
        return true;
    }

    private void Enlarge()
    {
        var larger = new byte[_buffer.Length * 2];
        _buffer.AsSpan(0, _end).CopyTo(larger);
        Return();
        _buffer = larger;
    }

    // What one long claim needed is not kept for those that come.
    private void Return()
    {
        if (_buffer.Length <= MostKept)
            ArrayPool<byte>.Shared.Return(_buffer);
        _buffer = [];
    }
}
