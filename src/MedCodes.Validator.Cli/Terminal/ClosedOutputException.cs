namespace MedCodes.Validator.Cli.Terminal;

/// <summary>Nobody reads the output any more, as after <c>| head -1</c>; nobody is to be told.</summary>
internal sealed class ClosedOutputException : Exception
{
    // EPIPE, and ERROR_BROKEN_PIPE and ERROR_NO_DATA of Windows.
    private static readonly int[] Codes = [32, unchecked((int)0x8007006D), unchecked((int)0x800700E8)];

    /// <summary>Whether an error of a stream means this.</summary>
    public static bool IsMeantBy(IOException error) => Codes.Contains(error.HResult);
}
