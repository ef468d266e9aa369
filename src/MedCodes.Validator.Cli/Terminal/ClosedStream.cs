namespace MedCodes.Validator.Cli.Terminal;

/// <summary>Stands for a standard stream that was closed when the process started: whoever needs it is told so.</summary>
internal sealed class ClosedStream : SequentialStream
{
    // EBADF, which is what the system says of a closed one.
    private const int BadDescriptor = 9;

    public override bool CanRead => true;

    public override bool CanWrite => true;

    public override int Read(byte[] buffer, int offset, int count) => throw Closed();

    public override void Write(byte[] buffer, int offset, int count) => throw Closed();

    public override void Flush()
    {
    }

    private static IOException Closed() => new("closed", BadDescriptor);
}
