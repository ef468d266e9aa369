using System.Globalization;
using MedCodes.Validator.Cli.Terminal;

namespace MedCodes.Validator.Cli.Commands;

/// <summary>An amount of memory as people write it, enough to work with.</summary>
internal static class MemorySize
{
    // With less, hardly a batch of claims would have room.
    private const int Least = 16;

    private static readonly (string Unit, int Shift)[] Units = [("GB", 30), ("MB", 20)];

    /// <summary>The bytes that a text such as "512MB" stands for: a whole number of MB (1024 times 1024 bytes) or GB.</summary>
    /// <exception cref="FailureException">The text is none, or less than 16 MB.</exception>
    public static long Parse(string option, string text)
    {
        foreach (var (unit, shift) in Units)
        {
            if (text.EndsWith(unit, StringComparison.OrdinalIgnoreCase)
                && int.TryParse(text.AsSpan(0, text.Length - unit.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
                && (long)number << shift >= Least << 20)
            {
                return (long)number << shift;
            }
        }

        throw new FailureException($"{option} takes an amount of memory from {Least}MB, such as 512MB or 2GB, not '{text}'");
    }
}
