using System.IO.Compression;
using MedCodes.Validator.Sources;

namespace MedCodes.Validator.Reading;

/// <summary>
/// An input that bytes can be read from again: standard input and what compressed files hold are kept in memory while they are
/// small, and otherwise in a private temporary file that goes with this object.
/// </summary>
public sealed class SpooledInput : IDisposable
{
    /// <summary>Bytes up to which an input is kept in memory.</summary>
    public const int MostInMemory = 16 << 20;

    private static readonly byte[] Gzip = [0x1F, 0x8B];
    private readonly DirectoryInfo? _folder;

    private SpooledInput(SourceFile file, DirectoryInfo? folder)
    {
        File = file;
        _folder = folder;
    }

    /// <summary>The content, not compressed. Damage of the compression is reported when it is read. It may not be read after this object is disposed of.</summary>
    public SourceFile File { get; }

    /// <summary>What is wrong with the compression; null for nothing.</summary>
    internal Fault? Fault => File.DamageFault;

    /// <summary>Opens a file on disk; one that is compressed with gzip is read through.</summary>
    /// <exception cref="IOException">The file does not exist or cannot be read, or there is no room for its content.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be read.</exception>
    public static SpooledInput Open(string path)
    {
        var file = SourceFile.OnDisk(path);
        if (!file.Read(new SourceSpan(0, Gzip.Length)).AsSpan().SequenceEqual(Gzip))
            return new SpooledInput(file, null);
        using var content = file.OpenRead();
        return FromStream(content, path);
    }

    /// <summary>Reads a stream to its end, such as standard input; one that is compressed with gzip is read through.</summary>
    /// <param name="stream">The stream; it stays open.</param>
    /// <param name="path">The path to show.</param>
    /// <param name="mostInMemory">Bytes up to which the content is kept in memory.</param>
    /// <exception cref="IOException">The stream cannot be read, or there is no room for its content.</exception>
    public static SpooledInput FromStream(Stream stream, string path, int mostInMemory = MostInMemory)
    {
        ArgumentNullException.ThrowIfNull(stream);
        var start = new byte[Gzip.Length];
        var length = stream.ReadAtLeast(start, start.Length, throwOnEndOfStream: false);
        using var whole = new RejoinedStream(start.AsMemory(0, length), stream);
        if (!start.AsSpan(0, length).SequenceEqual(Gzip))
            return Spool(whole, path, mostInMemory);
        using var content = new GZipStream(whole, CompressionMode.Decompress);
        return Spool(content, path, mostInMemory);
    }

    /// <summary>Removes all temporary files of this process, for when it is interrupted; whoever still reads one fails.</summary>
    public static void RemoveUnfinished() => PrivateFiles.RemoveAll();

    /// <summary>Removes the temporary file, if there is one.</summary>
    public void Dispose() => _folder?.Delete(recursive: true);

    private static SpooledInput Spool(Stream content, string path, int mostInMemory)
    {
        var memory = new MemoryStream();
        var isWhole = TryCopy(content, memory, mostInMemory, out var isDamaged);
        if (isWhole || isDamaged)
        {
            return new SpooledInput(SourceFile.FromBytes(path, memory.ToArray(), isDamaged), null);
        }

        var folder = PrivateFiles.CreateFolder();
        var copy = Path.Combine(folder.FullName, "input");
        try
        {
            using (var output = PrivateFiles.Create(copy))
            {
                memory.WriteTo(output);
                TryCopy(content, output, long.MaxValue, out isDamaged);
            }

            return new SpooledInput(SourceFile.Copied(path, copy, isDamaged), folder);
        }
        catch (IOException)
        {
            folder.Delete(recursive: true);
            throw;
        }
        catch (ArgumentOutOfRangeException tooLarge)
        {
            folder.Delete(recursive: true);
            throw FileTooLarge.Of(tooLarge);
        }
    }

    /// <summary>Copies until the end, until more than so many bytes are copied, or until the compression is found to be damaged.</summary>
    private static bool TryCopy(Stream from, Stream to, long most, out bool isDamaged)
    {
        isDamaged = false;
        var buffer = new byte[1 << 16];
        try
        {
            for (var copied = 0L; copied <= most;)
            {
                var read = from.Read(buffer);
                if (read == 0)
                    return true;
                to.Write(buffer, 0, read);
                copied += read;
            }
        }
        catch (InvalidDataException)
        {
            isDamaged = true;
        }

        return false;
    }

    /// <summary>A stream whose first bytes were looked at, from its start.</summary>
    private sealed class RejoinedStream(ReadOnlyMemory<byte> start, Stream rest) : Stream
    {
        private ReadOnlyMemory<byte> _start = start;

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position
        {
            get => throw new NotSupportedException();
            set => throw new NotSupportedException();
        }

        public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

        public override int Read(Span<byte> buffer)
        {
            if (_start.IsEmpty)
                return rest.Read(buffer);
            var length = Math.Min(buffer.Length, _start.Length);
            _start.Span[..length].CopyTo(buffer);
            _start = _start[length..];
            return length;
        }

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
