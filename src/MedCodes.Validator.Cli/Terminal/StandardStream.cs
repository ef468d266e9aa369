using System.Globalization;

namespace MedCodes.Validator.Cli.Terminal;

/// <summary>Whether the standard streams were open when the process started; a shell closes one with <c>&lt;&amp;-</c> or <c>&gt;&amp;-</c>.</summary>
internal static class StandardStream
{
    public const int Input = 0;
    public const int Output = 1;
    public const int Error = 2;

    // O_CLOEXEC of Linux; /proc tells flags in octal digits.
    private const int CloseOnExec = 0x80000;
    private const int OctalDigits = 8;

    /// <summary>Whether a stream is the one that was handed over.</summary>
    /// <remarks>
    /// Of a stream that was closed the first thing that the runtime opens for itself takes the number: reading it would wait for ever, and
    /// writing to it would go to nobody. What the runtime opens is closed when another program is started; what was handed over never is.
    /// </remarks>
    public static bool IsOpen(int number)
    {
        if (!OperatingSystem.IsLinux())
            return true;
        try
        {
            var flags = File.ReadLines($"/proc/self/fdinfo/{number.ToString(CultureInfo.InvariantCulture)}").First(line => line.StartsWith("flags:", StringComparison.Ordinal));
            return (Convert.ToInt32(flags["flags:".Length..].Trim(), OctalDigits) & CloseOnExec) == 0;
        }
        catch (FileNotFoundException)
        {
            return false;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            // Without /proc nobody can tell.
            return true;
        }
    }
}
