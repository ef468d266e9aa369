namespace MedCodes.Validator.Cli.Tests.Support;

/// <summary>An output that fails with an error of the operating system once a number of bytes is written.</summary>
internal sealed class BrokenStream(int room, int errorCode, string message) : Stream
{
    public const int ClosedPipe = 32;
    public const int DiskFull = 28;

    private int _written;

    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override void Write(byte[] buffer, int offset, int count)
    {
        _written += count;
        if (_written > room)
            throw new IOException(message, errorCode);
    }

    public override void Flush()
    {
    }

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();
}
