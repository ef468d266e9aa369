using System.Collections.Frozen;

namespace MedCodes.Validator.Rules.Catalogue;

/// <summary>Names of the model as rules write them: <c>OtherOperating</c> is <c>other-operating</c>.</summary>
internal static class KebabCase
{
    public static string Of(string name) => string.Concat(name.Select((letter, index) =>
        char.IsUpper(letter) ? (index == 0 ? "" : "-") + char.ToLowerInvariant(letter) : letter.ToString()));

    /// <summary>The name of a value; a page has hundreds of them, so each is made once.</summary>
    public static string Of<T>(T value)
        where T : struct, Enum => Known<T>.Names.TryGetValue(value, out var name) ? name : Of(value.ToString());

    private static class Known<T>
        where T : struct, Enum
    {
        public static readonly FrozenDictionary<T, string> Names = Enum.GetValues<T>().Distinct().ToFrozenDictionary(value => value, value => Of(value.ToString()));
    }
}
