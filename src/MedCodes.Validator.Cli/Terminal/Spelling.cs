namespace MedCodes.Validator.Cli.Terminal;

/// <summary>Finds the word of the command line that was probably meant.</summary>
internal static class Spelling
{
    /// <summary>"; did you mean 'x'?" where a known word comes near; else nothing.</summary>
    public static string Hint(string written, IEnumerable<string> known) =>
        Yaml.Spelling.Nearest(written, known) is { } nearest ? $"; did you mean '{nearest}'?" : "";
}
