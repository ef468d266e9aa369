using System.Runtime.InteropServices;

namespace MedCodes.Validator.Sources;

/// <summary>
/// The bytes that a value came from: a file on disk, or bytes in memory (standard input, tests).
/// </summary>
/// <remarks>Immutable and safe to read from several threads. A file on disk is opened for each read and never kept in memory.</remarks>
public sealed class SourceFile
{
    private readonly ReadOnlyMemory<byte>? _bytes;
    private readonly string _diskPath;
    private readonly DateTime _written;

    private SourceFile(string path, string diskPath, ReadOnlyMemory<byte>? bytes, long length, DateTime written = default)
    {
        Path = path;
        _diskPath = diskPath;
        _bytes = bytes;
        Length = length;
        _written = written;
    }

    /// <summary>The path as reports show it: as it was given, with forward slashes.</summary>
    public string Path { get; }

    /// <summary>The number of bytes.</summary>
    public long Length { get; }

    /// <summary>Wraps bytes that are already in memory.</summary>
    /// <param name="path">The path to show.</param>
    /// <param name="bytes">The content; it must not change afterwards.</param>
    public static SourceFile FromBytes(string path, ReadOnlyMemory<byte> bytes) => FromBytes(path, bytes, isDamaged: false);

    internal static SourceFile FromBytes(string path, ReadOnlyMemory<byte> bytes, bool isDamaged)
    {
        ArgumentNullException.ThrowIfNull(path);
        return new SourceFile(Shown(path), path, bytes, bytes.Length) { IsDamaged = isDamaged };
    }

    /// <summary>Refers to a file on disk.</summary>
    /// <exception cref="IOException">The file does not exist or cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be read.</exception>
    public static SourceFile OnDisk(string path) => Copied(path, path);

    /// <summary>Refers to a copy on disk of something else, such as standard input or what a compressed file holds.</summary>
    /// <param name="path">The path to show.</param>
    /// <param name="diskPath">Where the copy is.</param>
    /// <param name="isDamaged">Whether what was copied was compressed and breaks off.</param>
    /// <exception cref="IOException">The file does not exist or cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be read.</exception>
    internal static SourceFile Copied(string path, string diskPath, bool isDamaged = false)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        using var handle = File.OpenHandle(diskPath);

        // A file that is read again in parts would be looked up from the working folder for each of them.
        return new SourceFile(Shown(path), System.IO.Path.GetFullPath(diskPath), null, RandomAccess.GetLength(handle), File.GetLastWriteTimeUtc(handle)) { IsDamaged = isDamaged };
    }

    /// <summary>Whether its content was compressed and the compression breaks off or does not match its checksum.</summary>
    internal bool IsDamaged { get; init; }

    /// <summary>What is wrong with its compression; null for nothing.</summary>
    internal Fault? DamageFault => !IsDamaged ? null : new Fault
    {
        Kind = FaultKind.DamagedCompression,
        File = this,
        Span = new SourceSpan(Length, 0),
        Expected = "whole gzip content",
    };

    /// <summary>Whether the file on disk was written to, replaced or removed since it was first referred to.</summary>
    private bool HasChanged
    {
        get
        {
            if (_bytes is not null)
                return false;
            var now = new FileInfo(_diskPath);
            return !now.Exists || now.Length != Length || now.LastWriteTimeUtc != _written;
        }
    }

    /// <summary>That the file on disk is no longer what it was; null while it is.</summary>
    internal Fault? ChangeFault => !HasChanged ? null : new Fault
    {
        Kind = FaultKind.FileChanged,
        File = this,
        Span = new SourceSpan(0, 0),
        Expected = "a file that stays as it is while it is read",
    };

    /// <summary>Opens the content for reading from its start.</summary>
    /// <exception cref="IOException">The file can no longer be read.</exception>
    public Stream OpenRead() => _bytes is { } bytes
        ? MemoryMarshal.TryGetArray(bytes, out var array)
            ? new MemoryStream(array.Array!, array.Offset, array.Count, writable: false)
            : new MemoryStream(bytes.ToArray(), writable: false)
        : new FileStream(_diskPath, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 1 << 16, FileOptions.SequentialScan);

    /// <summary>Reads the bytes of a span, fewer where the span reaches beyond the end.</summary>
    /// <exception cref="IOException">The file can no longer be read.</exception>
    public byte[] Read(SourceSpan span)
    {
        var offset = Math.Clamp(span.Offset, 0, Length);
        var bytes = GC.AllocateUninitializedArray<byte>((int)Math.Min(Math.Max(span.Length, 0), Length - offset));
        var read = Read(offset, bytes);
        return read == bytes.Length ? bytes : bytes[..read];
    }

    /// <summary>Fills a buffer from an offset on that is not beyond the end, and tells how many bytes there were.</summary>
    /// <exception cref="IOException">The file can no longer be read.</exception>
    internal int Read(long offset, Span<byte> buffer)
    {
        var wanted = buffer[..(int)Math.Min(buffer.Length, Length - offset)];
        if (_bytes is { } memory)
        {
            memory.Span.Slice((int)offset, wanted.Length).CopyTo(wanted);
            return wanted.Length;
        }

        using var handle = File.OpenHandle(_diskPath);
        var read = 0;
        while (read < wanted.Length && RandomAccess.Read(handle, wanted[read..], offset + read) is > 0 and var got)
            read += got;
        return read;
    }

    private static string Shown(string path) => path.Replace('\\', '/');
}
