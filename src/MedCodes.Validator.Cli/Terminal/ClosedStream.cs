namespace MedCodes.Validator.Cli.Terminal;

/// <summary>Stands for a standard stream that was closed when the process started: whoever needs it is told so.</summary>
internal sealed class ClosedStream : Stream
{
    // EBADF, which is what the system says of a closed one.
    private const int BadDescriptor = 9;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override int Read(byte[] buffer, int offset, int count) => throw Closed();

    public override void Write(byte[] buffer, int offset, int count) => throw Closed();

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    private static IOException Closed() => new("closed", BadDescriptor);
}
