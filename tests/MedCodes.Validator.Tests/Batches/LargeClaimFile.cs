using System.Text;
using System.Text.RegularExpressions;
using MedCodes.Validator.Batches;
using MedCodes.Validator.Rules;
using MedCodes.Validator.Tests.Rules;

namespace MedCodes.Validator.Tests.Batches;

/// <summary>A file of more than two batches: one claim with a wrong check digit, over and over.</summary>
internal static partial class LargeClaimFile
{
    public const int Claims = 9_000;

    private static readonly Lazy<string> Made = new(Make);

    public static string Text => Made.Value;

    /// <summary>The one rule that finds something in each of its claims.</summary>
    public static RuleSet CheckDigits { get; } = ShippedRules.Set.Without(ShippedRules.Set.Rules.Where(rule => rule.Id != "MC2001").Select(rule => rule.Id));

    /// <summary>Ends each line behind so many once more, where a blank stood before.</summary>
    public static void BreakLines(string path, int lines)
    {
        var bytes = File.ReadAllBytes(path);
        for (var at = 1; at < bytes.Length; at++)
        {
            if (bytes[at] == '\n' && --lines < 0)
                bytes[at - 1] = (byte)'\n';
        }

        using var written = new FileStream(path, FileMode.Open, FileAccess.Write, FileShare.ReadWrite);
        written.Write(bytes);
    }

    private static string Make()
    {
        using var claims = new MemoryStream();
        ClaimConverter.Convert(EarlyRun.PainClinic, claims, ClaimFormat.Ndjson);
        var first = Encoding.UTF8.GetString(claims.ToArray()).Split('\n')[0];
        return string.Concat(Enumerable.Repeat(Npi().Replace(first, "\"idText\":\"1234567890\"") + "\n", Claims));
    }

    [GeneratedRegex("\"idText\":\"[0-9]{10}\"")]
    private static partial Regex Npi();
}
