using System.Buffers;
using System.Text.Json;
using MedCodes.Validator.Sources;

namespace MedCodes.Validator.Reading.Json;

/// <summary>What <see cref="JsonClaimSource.Next"/> came to.</summary>
internal enum JsonStep
{
    /// <summary>A whole object, which is a claim.</summary>
    Claim = 1,

    /// <summary>A whole value that is no object.</summary>
    Other,

    /// <summary>Bytes that are no JSON; they were skipped.</summary>
    Malformed,

    /// <summary>The end.</summary>
    End,
}

/// <summary>
/// Cuts a stream into the values that are claims: those that follow one another (NDJSON, however they are broken into lines), or those of
/// the array "claims" of one document. The buffer holds one claim at a time.
/// </summary>
/// <param name="stream">The bytes.</param>
/// <param name="bufferSize">How many are read at a time, at least 65,536.</param>
/// <param name="offset">Where in the file they begin.</param>
/// <param name="most">How many may be read, as if the file ended there.</param>
internal sealed partial class JsonClaimSource(Stream stream, int bufferSize, long offset = 0, long most = long.MaxValue) : IDisposable
{
    private const int LongestClaim = 1 << 28;
    private byte[] _buffer = ArrayPool<byte>.Shared.Rent(Math.Max(bufferSize, JsonClaimReader.DetectionLength));
    private int _start;
    private int _end;
    private long _bufferOffset = offset;
    private long _left = most;
    private byte _before = (byte)'\n';
    private bool _atEnd;
    private bool _ended;

    /// <summary>Whether the claims stand in an array of a document.</summary>
    public bool IsDocument { get; private set; }

    /// <summary>Whether a document ended before its array did.</summary>
    public bool IsTruncated { get; private set; }

    /// <summary>Whether more bytes were asked for than may be read, so that its end may not be that of the file.</summary>
    public bool IsCutOff { get; private set; }

    /// <summary>Whether the next value is an object that begins a line. It is known once it was gone to.</summary>
    public bool IsAtObjectOfLine => !IsDocument && _start < _end && _buffer[_start] == (byte)'{' && (_start == 0 ? _before : _buffer[_start - 1]) == (byte)'\n';

    /// <summary>Whether the claim that the last step came to begins a line and does not go on in the next.</summary>
    public bool IsOnLine { get; private set; }

    /// <summary>How many bytes were gone over to tell values apart: no more than a few dozen times those of the file, whatever it holds.</summary>
    public long Looked { get; private set; }

    /// <summary>The bytes that the last step came to.</summary>
    public SourceSpan Span { get; private set; }

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

    /// <summary>Goes to the start of the next value; false where there is none.</summary>
    public bool GoToNext() => !_ended && SkipTo();

    /// <summary>Reads the next value.</summary>
    /// <param name="claim">What takes the value if it is a claim, until the next is gone to; null to go over it.</param>
    public JsonStep Next(JsonTree? claim)
    {
        if (!GoToNext())
            return JsonStep.End;
        var isClaim = _buffer[_start] == (byte)'{';
        IsOnLine = IsAtObjectOfLine;
        while (true)
        {
            var reader = ReaderHere();
            try
            {
                if (isClaim && claim is not null ? claim.TryRead(ref reader, _buffer, _start, Offset) : reader.Read() && reader.TrySkip())
                {
                    var length = (int)reader.BytesConsumed;
                    // Of a string what stands between its quotes, as everywhere.
                    Span = reader.TokenType == JsonTokenType.String ? new SourceSpan(Offset + 1, length - 2) : new SourceSpan(Offset, length);
                    IsOnLine &= !_buffer.AsSpan(_start, length).Contains((byte)'\n');
                    _start += length;
                    Looked += length;
                    return isClaim ? JsonStep.Claim : JsonStep.Other;
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

    /// <summary>Goes over a claim that is known to end with its line.</summary>
    public JsonStep PassLine()
    {
        if (!GoToNext())
            return JsonStep.End;
        GoBehindLine();
        return JsonStep.Claim;
    }

    public void Dispose()
    {
        Return();
        stream.Dispose();
    }

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

        GoBehindLine();
        Span = new SourceSpan(from, (int)Math.Min(Offset - from, int.MaxValue));
        return JsonStep.Malformed;
    }

    private void GoBehindLine()
    {
        do
        {
            var place = _buffer.AsSpan(_start, _end - _start).IndexOf((byte)'\n');
            Looked += place < 0 ? _end - _start : place;
            if (place >= 0)
            {
                _start += place + 1;
                return;
            }

            _start = _end;
        }
        while (Fill());
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
                    var isClaims = JsonTree.TextOf(reader.ValueSpan) == JsonContent.Claims;
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
}
