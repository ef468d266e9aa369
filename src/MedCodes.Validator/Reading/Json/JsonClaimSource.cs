using System.Text.Json;
using MedCodes.Validator.Sources;

namespace MedCodes.Validator.Reading.Json;

/// <summary>What <see cref="JsonClaimSource.Next"/> came to.</summary>
internal enum JsonStep
{
    /// <summary>A whole value.</summary>
    Value = 1,

    /// <summary>Bytes that are no JSON; they were skipped.</summary>
    Malformed,

    /// <summary>The end.</summary>
    End,
}

/// <summary>
/// Cuts a stream into the values that are claims: those that follow one another (NDJSON, however they are broken into lines), or those of
/// the array "claims" of one document. The buffer holds one claim at a time.
/// </summary>
internal sealed class JsonClaimSource(Stream stream, int bufferSize) : IDisposable
{
    private const int LongestClaim = 1 << 28;
    private byte[] _buffer = new byte[Math.Max(bufferSize, JsonClaimReader.DetectionLength)];
    private int _start;
    private int _end;
    private long _bufferOffset;
    private bool _atEnd;
    private bool _ended;

    /// <summary>Whether the claims stand in an array of a document.</summary>
    public bool IsDocument { get; private set; }

    /// <summary>Whether a document ended before its array did.</summary>
    public bool IsTruncated { get; private set; }

    /// <summary>How many bytes were gone over to tell values apart: no more than a few dozen times those of the file, whatever it holds.</summary>
    public long Looked { get; private set; }

    /// <summary>The bytes that the last step came to.</summary>
    public SourceSpan Span { get; private set; }

    /// <summary>The value that the last step came to.</summary>
    public ReadOnlySpan<byte> Current => _buffer.AsSpan((int)(Span.Offset - _bufferOffset), Span.Length);

    /// <summary>The offset of the next byte to be read.</summary>
    public long Offset => _bufferOffset + _start;

    /// <summary>Looks at the start of the file and goes to the first claim; false where a document holds none.</summary>
    public bool Open()
    {
        Fill();
        if (_buffer.AsSpan(_start, _end - _start).StartsWith("\uFEFF"u8))
            _start += 3;
        IsDocument = JsonContent.TypeOf(_buffer.AsSpan(_start, _end - _start)) == JsonContent.Claims;
        return !IsDocument || FindArray();
    }

    /// <summary>Goes to the next value.</summary>
    public JsonStep Next()
    {
        if (_ended || !SkipTo())
            return JsonStep.End;
        while (true)
        {
            var reader = ReaderHere();
            try
            {
                if (reader.Read() && reader.TrySkip())
                {
                    Span = new SourceSpan(Offset, (int)reader.BytesConsumed);
                    _start += Span.Length;
                    Looked += Span.Length;
                    return JsonStep.Value;
                }
            }
            catch (JsonException)
            {
                Looked += reader.BytesConsumed;
                return Skip();
            }

            Looked += _end - _start;

            if (_end - _start > LongestClaim || !Fill())
                return Skip();
        }
    }

    public void Dispose() => stream.Dispose();

    private Utf8JsonReader ReaderHere() => new(
        _buffer.AsSpan(_start, _end - _start), _atEnd, new JsonReaderState(new() { AllowMultipleValues = true }));

    /// <summary>Goes over blanks, and in a document over commas; false at the end.</summary>
    private bool SkipTo()
    {
        while (true)
        {
            while (_start < _end && (_buffer[_start] is (byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n' || (IsDocument && _buffer[_start] == (byte)',')))
                _start++;
            if (_start < _end)
                break;
            if (!Fill())
            {
                _ended = true;
                IsTruncated = IsDocument;
                return false;
            }
        }

        if (!IsDocument || _buffer[_start] != (byte)']')
            return true;
        _ended = true;
        return false;
    }

    // In a document nothing says where the next claim begins; otherwise it is on another line.
    private JsonStep Skip()
    {
        var from = Offset;
        if (IsDocument)
        {
            _ended = true;
            Span = new SourceSpan(from, (int)Math.Min(_end - _start, int.MaxValue));
            return JsonStep.Malformed;
        }

        while (true)
        {
            var place = _buffer.AsSpan(_start, _end - _start).IndexOf((byte)'\n');
            Looked += place < 0 ? _end - _start : place;
            if (place >= 0)
            {
                _start += place + 1;
                break;
            }

            _start = _end;
            if (!Fill())
                break;
        }

        Span = new SourceSpan(from, (int)Math.Min(Offset - from, int.MaxValue));
        return JsonStep.Malformed;
    }

    /// <summary>Goes behind the bracket of the document's array "claims".</summary>
    private bool FindArray()
    {
        while (true)
        {
            try
            {
                var reader = ReaderHere();
                reader.Read();
                while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
                {
                    var isClaims = JsonTree.Text(reader) == JsonContent.Claims;
                    if (!reader.Read())
                        break;
                    if (isClaims && reader.TokenType == JsonTokenType.StartArray)
                    {
                        _start += (int)reader.BytesConsumed;
                        return true;
                    }

                    if (!reader.TrySkip())
                        break;
                }

                if (reader.TokenType == JsonTokenType.EndObject && reader.CurrentDepth == 0)
                    return false;
            }
            catch (JsonException)
            {
                return false;
            }

            if (!Fill())
                return false;
        }
    }

    /// <summary>Reads more behind what is not yet used up; false at the end of the stream.</summary>
    private bool Fill()
    {
        if (_atEnd)
            return false;
        if (_start > 0)
        {
            _buffer.AsSpan(_start, _end - _start).CopyTo(_buffer);
            _bufferOffset += _start;
            _end -= _start;
            _start = 0;
        }

        if (_end == _buffer.Length)
            Array.Resize(ref _buffer, _buffer.Length * 2);
        var read = stream.Read(_buffer, _end, _buffer.Length - _end);
        _end += read;
        _atEnd = read == 0;
        // At the end once more is looked at what is there, which may now be whole.
        return true;
    }
}
