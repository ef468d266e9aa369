using System.Text;

namespace MedCodes.Validator.Cli.Terminal;

/// <summary>Writes text that is no report to standard output.</summary>
internal static class StandardOutput
{
    /// <exception cref="ClosedOutputException">Nobody reads it any more.</exception>
    /// <exception cref="FailureException">It cannot be written.</exception>
    public static void Write(ITerminal terminal, string text)
    {
        // Whoever has nothing to say needs nobody to hear it.
        if (text.Length == 0)
            return;
        try
        {
            terminal.Output.Write(Encoding.UTF8.GetBytes(text));
            terminal.Output.Flush();
        }
        catch (IOException error) when (ClosedOutputException.IsMeantBy(error))
        {
            throw new ClosedOutputException();
        }
        catch (IOException error)
        {
            throw new FailureException($"cannot write to standard output: {Reason.OfWriting(error)}");
        }
    }
}
