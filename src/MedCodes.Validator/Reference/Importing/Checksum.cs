using System.IO.Compression;

namespace MedCodes.Validator.Reference.Importing;

/// <summary>
/// Reads an entry of a zip and holds it to the length and checksum (CRC-32) that the zip's directory gives; what a transfer has damaged
/// often still decompresses.
/// </summary>
internal sealed class Checksum(ZipArchiveEntry entry) : Stream
{
    // Eight bytes a step: the tables of the reversed polynomial 0xEDB88320, each for a byte one further away.
    private static readonly uint[][] Tables = MakeTables();

    private readonly Stream _inner = entry.Open();
    private uint _sum = uint.MaxValue;
    private long _length;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => entry.Length;

    public override long Position
    {
        get => _length;
        set => throw new NotSupportedException();
    }

    /// <exception cref="InvalidDataException">The zip is damaged.</exception>
    public override int Read(Span<byte> buffer)
    {
        var read = _inner.Read(buffer);
        _length += read;
        if (_length > entry.Length)
            throw new InvalidDataException($"'{entry.FullName}' is longer than the zip says");
        _sum = Add(_sum, buffer[..read]);
        if (read == 0 && !buffer.IsEmpty && (_length != entry.Length || ~_sum != entry.Crc32))
            throw new InvalidDataException($"'{entry.FullName}' is damaged: its length or checksum is not what the zip says");
        return read;
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            _inner.Dispose();
        base.Dispose(disposing);
    }

    private static uint Add(uint sum, ReadOnlySpan<byte> bytes)
    {
        var (t0, t1, t2, t3, t4, t5, t6, t7) = (Tables[0], Tables[1], Tables[2], Tables[3], Tables[4], Tables[5], Tables[6], Tables[7]);
        for (; bytes.Length >= 8; bytes = bytes[8..])
        {
            var low = sum ^ (uint)(bytes[0] | bytes[1] << 8 | bytes[2] << 16 | bytes[3] << 24);
            sum = t7[low & 255] ^ t6[low >> 8 & 255] ^ t5[low >> 16 & 255] ^ t4[low >> 24]
                ^ t3[bytes[4]] ^ t2[bytes[5]] ^ t1[bytes[6]] ^ t0[bytes[7]];
        }

        foreach (var one in bytes)
            sum = t0[(sum ^ one) & 255] ^ sum >> 8;
        return sum;
    }

    private static uint[][] MakeTables()
    {
        var tables = new uint[8][];
        for (var table = 0; table < tables.Length; table++)
        {
            tables[table] = new uint[256];
            for (var i = 0; i < 256; i++)
            {
                var sum = table == 0 ? (uint)i : tables[table - 1][i];
                for (var bit = 0; bit < 8; bit++)
                    sum = (sum & 1) != 0 ? 0xEDB88320 ^ sum >> 1 : sum >> 1;
                tables[table][i] = sum;
            }
        }

        return tables;
    }
}
