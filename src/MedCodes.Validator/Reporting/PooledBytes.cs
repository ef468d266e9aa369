using System.Buffers;

namespace MedCodes.Validator.Reporting;

/// <summary>Bytes that are written and then handed over, in memory that is used again once they are disposed of.</summary>
/// <param name="usualLength">How many there mostly are.</param>
internal sealed class PooledBytes(int usualLength) : IDisposable
{
    private byte[] _bytes = ArrayPool<byte>.Shared.Rent(usualLength);

    /// <summary>The number of bytes.</summary>
    public int Count { get; private set; }

    /// <summary>The bytes, until more are written.</summary>
    public ReadOnlySpan<byte> Written => _bytes.AsSpan(0, Count);

    /// <summary>Room behind the bytes for so many more, or for more than that.</summary>
    public Span<byte> Room(int count)
    {
        if (_bytes.Length - Count < count)
            Grow(count);
        return _bytes.AsSpan(Count);
    }

    /// <summary>Counts bytes that were written into the room.</summary>
    public void Advance(int count) => Count += count;

    /// <summary>Gives the memory back; nothing may be read or written afterwards.</summary>
    public void Dispose()
    {
        ArrayPool<byte>.Shared.Return(_bytes);
        _bytes = [];
    }

    private void Grow(int count)
    {
        var more = ArrayPool<byte>.Shared.Rent(Math.Max(2 * _bytes.Length, Count + count));
        Written.CopyTo(more);
        Dispose();
        _bytes = more;
    }
}
