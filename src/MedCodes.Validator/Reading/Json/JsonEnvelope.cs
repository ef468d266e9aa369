using System.Buffers.Binary;
using System.Text;

namespace MedCodes.Validator.Reading.Json;

/// <summary>An interchange or transaction as claims say that they stand in it.</summary>
/// <param name="properties">What they say of it.</param>
/// <param name="said">What the claim before said.</param>
internal sealed class JsonEnvelope(JsonProperty[] properties, JsonSaid said)
{
    private byte[] _next = new byte[256];
    private int _length;

    /// <summary>What the claim before said.</summary>
    public JsonSaid Said { get; private set; } = said;

    /// <summary>Its row in the batch; -1 where no claim of the batch stands in it.</summary>
    public int Row { get; set; } = -1;

    /// <summary>Whether a claim says the same as the one before.</summary>
    public bool IsSaidBy(JsonValue claim)
    {
        _length = 0;
        foreach (var property in properties)
        {
            var value = claim.Take(property);
            Write([(byte)value.Kind]);
            // An object stands for a value that could not be read, which is a fault each time.
            if (value.Kind == JsonKind.Object)
                Write(BitConverter.GetBytes(value.Span.Offset));
            else if (value.Kind is JsonKind.String or JsonKind.Number)
                WriteText(value.IsPlain ? value.Bytes : Encoding.UTF8.GetBytes(value.Text));
        }

        return Said.Bytes is { } last && _next.AsSpan(0, _length).SequenceEqual(last);
    }

    /// <summary>Begins anew with the claim that was looked at last.</summary>
    public void Begin(JsonValue claim)
    {
        Said = new JsonSaid(claim.Span.Offset, _next.AsSpan(0, _length).ToArray());
        Row = -1;
    }

    private void WriteText(ReadOnlySpan<byte> text)
    {
        Span<byte> length = stackalloc byte[sizeof(int)];
        BinaryPrimitives.WriteInt32LittleEndian(length, text.Length);
        Write(length);
        Write(text);
    }

    private void Write(ReadOnlySpan<byte> bytes)
    {
        if (_length + bytes.Length > _next.Length)
            Array.Resize(ref _next, Math.Max(_next.Length * 2, _length + bytes.Length));
        bytes.CopyTo(_next.AsSpan(_length));
        _length += bytes.Length;
    }
}
