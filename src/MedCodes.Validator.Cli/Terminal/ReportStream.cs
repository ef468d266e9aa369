namespace MedCodes.Validator.Cli.Terminal;

/// <summary>
/// What a report is written to. It says itself that it cannot be written, so that what cannot be read while a report is written is not blamed
/// on it.
/// </summary>
/// <param name="target">Where the bytes go; it is not closed.</param>
/// <param name="request">What the user calls it.</param>
internal sealed class ReportStream(Stream target, OutputRequest request) : SequentialStream
{
    public override bool CanRead => false;

    public override bool CanWrite => true;

    /// <exception cref="ClosedOutputException">Nobody reads standard output any more.</exception>
    /// <exception cref="FailureException">The output cannot be written.</exception>
    public override void Write(byte[] buffer, int offset, int count) => ReportOutput.Guarded(request, () => target.Write(buffer, offset, count));

    /// <exception cref="ClosedOutputException">Nobody reads standard output any more.</exception>
    /// <exception cref="FailureException">The output cannot be written.</exception>
    public override void Flush() => ReportOutput.Guarded(request, target.Flush);

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
