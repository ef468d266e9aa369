using System.Buffers;

namespace MedCodes.Validator.Reporting;

/// <summary>Bytes that are written and then handed over, in memory that is used again once they are disposed of.</summary>
/// <param name="usualLength">How many there mostly are.</param>
internal sealed class PooledBytes(int usualLength) : IBufferWriter<byte>, IDisposable
{
    private byte[] _bytes = ArrayPool<byte>.Shared.Rent(usualLength);

    /// <summary>The number of bytes.</summary>
    public int Count { get; private set; }

    /// <summary>The bytes, until more are written.</summary>
    public ReadOnlySpan<byte> Written => _bytes.AsSpan(0, Count);

    /// <inheritdoc/>
    public void Advance(int count) => Count += count;

    /// <inheritdoc/>
    public Memory<byte> GetMemory(int sizeHint = 0)
    {
        if (_bytes.Length - Count < Math.Max(sizeHint, 1))
        {
            var more = ArrayPool<byte>.Shared.Rent(Math.Max(2 * _bytes.Length, Count + sizeHint));
            Written.CopyTo(more);
            Dispose();
            _bytes = more;
        }

        return _bytes.AsMemory(Count);
    }

    /// <inheritdoc/>
    public Span<byte> GetSpan(int sizeHint = 0) => GetMemory(sizeHint).Span;

    /// <summary>Gives the memory back; nothing may be read or written afterwards.</summary>
    public void Dispose()
    {
        ArrayPool<byte>.Shared.Return(_bytes);
        _bytes = [];
    }
}
