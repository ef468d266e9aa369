namespace MedCodes.Validator.Cli.Terminal;

/// <summary>Writes to a file, and says like of a full disk that it may not grow any longer.</summary>
/// <param name="file">The file; it goes with this object.</param>
internal sealed class LimitedStream(FileStream file) : SequentialStream
{
    // EFBIG of Linux and macOS.
    private const int FileTooLarge = 27;

    public override bool CanRead => false;

    public override bool CanWrite => true;

    public override void Write(byte[] buffer, int offset, int count) => Guarded(() => file.Write(buffer, offset, count));

    public override void Flush() => Guarded(file.Flush);

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            Guarded(file.Dispose);
        base.Dispose(disposing);
    }

    private static void Guarded(Action write)
    {
        try
        {
            write();
        }
        catch (ArgumentOutOfRangeException told)
        {
            // The runtime tells it by an exception that means misuse elsewhere.
            throw new IOException("the file is longer than one may be there", told) { HResult = FileTooLarge };
        }
    }
}
