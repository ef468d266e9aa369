using System.Buffers;

namespace MedCodes.Validator.Benchmarks;

/// <summary>The least that any reader must do: find the segment terminators.</summary>
internal static class BareScan
{
    public static long Count(Stream stream)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(1 << 20);
        var count = 0L;
        while (stream.Read(buffer) is > 0 and var read)
        {
            for (var rest = buffer.AsSpan(0, read); rest.IndexOf((byte)'~') is >= 0 and var place; rest = rest[(place + 1)..])
                count++;
        }

        ArrayPool<byte>.Shared.Return(buffer);
        return count;
    }
}
