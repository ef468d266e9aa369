using System.Text.Encodings.Web;
using System.Text.Json;
using MedCodes.Validator.Claims;
using MedCodes.Validator.Sources;

namespace MedCodes.Validator.Reading.Json;

/// <summary>
/// Writes canonical claims as JSON: one document, or one claim a line (NDJSON). What could not be read is written as it stood in the
/// file, in an object of its own, so that reading it again says the same.
/// </summary>
internal sealed partial class ClaimJsonWriter : IDisposable
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };
    private readonly Stream _stream;
    private readonly bool _isDocument;
    private readonly Utf8JsonWriter _json;
    private bool _hasClaims;

    /// <summary>Begins a document or a sequence of lines.</summary>
    public ClaimJsonWriter(Stream stream, bool isDocument)
    {
        _stream = stream;
        _isDocument = isDocument;
        _json = new Utf8JsonWriter(stream, Options);
        if (isDocument)
            stream.Write("{\"type\":\"claims\",\"version\":1,\"claims\":["u8);
    }

    /// <summary>Writes the claims of a batch.</summary>
    public void Write(ClaimBatch batch)
    {
        foreach (var claim in batch.Claims)
        {
            if (_isDocument)
                _stream.Write(_hasClaims ? ",\n"u8 : "\n"u8);
            _hasClaims = true;
            _json.Reset();
            WriteClaim(claim);
            _json.Flush();
            if (!_isDocument)
                _stream.Write("\n"u8);
        }
    }

    /// <summary>Ends the document. The stream stays open.</summary>
    public void Dispose()
    {
        _json.Dispose();
        if (_isDocument)
            _stream.Write("\n]}\n"u8);
    }

    private void Text(string name, string? value)
    {
        if (value is not null)
            _json.WriteString(name, value);
    }

    private void Number(string name, decimal? value)
    {
        if (value is { } number)
            _json.WriteNumber(name, number);
    }

    private void Date(string name, DateOnly? value)
    {
        if (value is { } day)
            _json.WriteString(name, day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));
    }

    private void Flag(string name, bool value)
    {
        if (value)
            _json.WriteBoolean(name, true);
    }

    /// <summary>Writes what stands in the file for a value that could not be read.</summary>
    private void Unreadable(string name, ClaimBatch batch, SourceSpan span)
    {
        _json.WritePropertyName(name);
        Unreadable(batch, span);
    }

    private void Unreadable(ClaimBatch batch, SourceSpan span)
    {
        _json.WriteStartObject();
        _json.WriteString(JsonProperties.Unreadable.Name, batch.Written(span));
        _json.WriteEndObject();
    }
}
