namespace MedCodes.Validator.Cli.Terminal;

/// <summary>Writes to a file, and says like of a full disk that it may not grow any longer.</summary>
/// <param name="file">The file; it goes with this object.</param>
internal sealed class LimitedStream(FileStream file) : Stream
{
    // EFBIG of Linux and macOS.
    private const int FileTooLarge = 27;

    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    public override void Write(ReadOnlySpan<byte> buffer)
    {
        try
        {
            file.Write(buffer);
        }
        catch (ArgumentOutOfRangeException error)
        {
            throw TooLarge(error);
        }
    }

    public override void Flush()
    {
        try
        {
            file.Flush();
        }
        catch (ArgumentOutOfRangeException error)
        {
            throw TooLarge(error);
        }
    }

    protected override void Dispose(bool disposing)
    {
        try
        {
            if (disposing)
                file.Dispose();
        }
        catch (ArgumentOutOfRangeException error)
        {
            throw TooLarge(error);
        }

        base.Dispose(disposing);
    }

    // The runtime tells it by an exception that means misuse elsewhere.
    private static IOException TooLarge(ArgumentOutOfRangeException told) => new("the file is longer than one may be there", told) { HResult = FileTooLarge };
}
