using System.Text;
using MedCodes.Validator.Rules.Values;
using MedCodes.Validator.Sources;

namespace MedCodes.Validator.Engine;

/// <summary>
/// Whether what a claim has in the place of a code can be one. A name or a person's number that was written there by mistake is as
/// private as in its own place.
/// </summary>
internal static class CodeValues
{
    private const int DigitsOfNpi = 10;
    private const int DigitsOfNdc = 11;

    /// <summary>Whether a value is made of codes only; what has no text holds nothing to hide.</summary>
    public static bool AreIn(Value value) => value switch
    {
        // A group with its specialty is written as two codes.
        Value.Text text => text.Written.Split('/').All(IsCode),
        Value.List list => list.Items.All(AreIn),
        _ => true,
    };

    private static bool IsCode(string written) => IsQualifier(written)
        || (written.Length is DigitsOfNpi or DigitsOfNdc && written.All(char.IsAsciiDigit))
        || !CodeShape.MayIdentify(Encoding.UTF8.GetBytes(written));

    // Lists of diagnoses and providers are named by three letters.
    private static bool IsQualifier(string written) => written is ['A' or 'B' or 'P', 'A' or 'B' or 'D' or 'P' or 'X', >= 'A' and <= 'Z'];
}
