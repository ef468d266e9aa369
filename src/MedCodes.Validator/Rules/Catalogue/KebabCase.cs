namespace MedCodes.Validator.Rules.Catalogue;

/// <summary>Names of the model as rules write them: <c>OtherOperating</c> is <c>other-operating</c>.</summary>
internal static class KebabCase
{
    public static string Of(string name) => string.Concat(name.Select((letter, index) =>
        char.IsUpper(letter) ? (index == 0 ? "" : "-") + char.ToLowerInvariant(letter) : letter.ToString()));
}
