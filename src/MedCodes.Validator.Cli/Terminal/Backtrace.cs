using System.Text;

namespace MedCodes.Validator.Cli.Terminal;

/// <summary>
/// Where an exception came from: types and stack, never its message. A message may quote what was read, as "the input string 'X' was not
/// in a correct format" does, and what was read may be a patient's.
/// </summary>
internal static class Backtrace
{
    public static string Of(Exception error)
    {
        var text = new StringBuilder();
        for (var at = error; at is not null; at = at.InnerException)
            text.Append(at == error ? "" : "caused by ").Append(at.GetType().FullName).Append('\n').Append(at.StackTrace is { } stack ? stack.ReplaceLineEndings("\n") + "\n" : "");
        return text.ToString();
    }
}
