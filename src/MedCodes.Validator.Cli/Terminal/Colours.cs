namespace MedCodes.Validator.Cli.Terminal;

/// <summary>Whether a stream gets colours.</summary>
internal static class Colours
{
    /// <summary>The choices of <c>--color</c>.</summary>
    public static readonly string[] Choices = ["auto", "always", "never"];

    /// <summary>
    /// The option decides, then NO_COLOR, FORCE_COLOR (both only where they are not empty) and TERM=dumb, then whether the stream is a
    /// terminal.
    /// </summary>
    public static bool Wanted(string choice, ITerminal terminal, bool streamIsTerminal) => choice switch
    {
        "always" => true,
        "never" => false,
        _ when terminal.Variable("NO_COLOR") is not null => false,
        _ when terminal.Variable("FORCE_COLOR") is not null => true,
        _ when terminal.Variable("TERM") == "dumb" => false,
        _ => streamIsTerminal,
    };
}
