namespace MedCodes.Validator.Cli.Terminal;

/// <summary>Writes a count with its noun, as in "1 claim" and "2,000 claims".</summary>
internal static class Counted
{
    public static string Of(long number, string noun) => FormattableString.Invariant($"{number:N0} {noun}{(number == 1 ? "" : "s")}");
}
