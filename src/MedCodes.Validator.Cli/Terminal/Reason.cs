namespace MedCodes.Validator.Cli.Terminal;

/// <summary>
/// Why a file cannot be read or written, in the words of this command: the runtime's own name files that the user never heard of, and
/// quote what stands in their names.
/// </summary>
internal static class Reason
{
    // The numbers that Unix and Windows give errors; those of Windows stand in the low half of an HRESULT.
    private const int WindowsError = unchecked((int)0x80070000);

    /// <summary>Why a file cannot be read.</summary>
    /// <param name="error">The error.</param>
    /// <param name="path">The path that the user gave; null where several could be meant.</param>
    public static string OfReading(Exception error, string? path = null) =>
        error is DirectoryNotFoundException ? "there is no such file" : Of(error, path);

    /// <summary>Why a file or stream cannot be written.</summary>
    /// <param name="error">The error.</param>
    /// <param name="path">The path that the user gave; null for streams.</param>
    public static string OfWriting(Exception error, string? path = null) =>
        error is DirectoryNotFoundException ? "there is no such directory" : Of(error, path);

    private static string Of(Exception error, string? path) => error switch
    {
        _ when path is not null && Directory.Exists(path) => "it is a directory",
        FileNotFoundException => "there is no such file",
        PathTooLongException => "the name is too long",
        UnauthorizedAccessException => "permission denied",
        InvalidDataException => error.Message,
        _ => OfNumber(error.HResult),
    };

    private static string OfNumber(int number) => number switch
    {
        9 => "it is closed",
        28 or (WindowsError | 112) or (WindowsError | 39) => "no space is left on the device",
        122 => "the quota is used up",
        27 => "the file would be too large",
        30 or (WindowsError | 19) => "the device can only be read",
        5 or (WindowsError | 31) => "the device fails",
        26 or (WindowsError | 32) or (WindowsError | 33) => "another program uses it",
        _ => FormattableString.Invariant($"the system refuses it (error {(number & 0xFFFF)})"),
    };
}
