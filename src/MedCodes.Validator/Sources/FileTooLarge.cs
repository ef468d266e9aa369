namespace MedCodes.Validator.Sources;

/// <summary>A file that would grow longer than the system or the user allows. The runtime tells it by an exception that means misuse elsewhere.</summary>
internal static class FileTooLarge
{
    // EFBIG of Linux and macOS.
    private const int Number = 27;

    /// <summary>What is thrown for it.</summary>
    /// <param name="told">What the runtime threw.</param>
    public static IOException Of(ArgumentOutOfRangeException told)
    {
        ArgumentNullException.ThrowIfNull(told);
        return new IOException("the file is longer than one may be there", told) { HResult = Number };
    }
}
