namespace MedCodes.Validator.Sources;

/// <summary>A private temporary file that is written once from its start to its end, and read at any place from several threads.</summary>
internal sealed class SpillFile : IDisposable
{
    private readonly FileStream _file;

    /// <exception cref="SpillException">There is no room.</exception>
    public SpillFile() => _file = Guarded(PrivateFiles.CreateNameless);

    /// <summary>The number of bytes that were written.</summary>
    public long Length { get; private set; }

    /// <summary>Writes bytes behind those that are there.</summary>
    /// <exception cref="SpillException">There is no room.</exception>
    public void Append(ReadOnlySpan<byte> bytes)
    {
        try
        {
            RandomAccess.Write(_file.SafeFileHandle, bytes, Length);
        }
        catch (IOException error)
        {
            throw new SpillException(error);
        }
        catch (ArgumentOutOfRangeException error)
        {
            throw new SpillException(FileTooLarge.Of(error));
        }

        Length += bytes.Length;
    }

    /// <summary>Reads bytes that were written.</summary>
    /// <exception cref="SpillException">The device fails.</exception>
    public void Read(long offset, Span<byte> bytes)
    {
        try
        {
            for (var read = 0; read < bytes.Length;)
            {
                var got = RandomAccess.Read(_file.SafeFileHandle, bytes[read..], offset + read);
                read += got > 0 ? got : throw new EndOfStreamException();
            }
        }
        catch (IOException error)
        {
            throw new SpillException(error);
        }
    }

    public void Dispose() => _file.Dispose();

    private static FileStream Guarded(Func<FileStream> create)
    {
        try
        {
            return create();
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new SpillException(error);
        }
    }
}
