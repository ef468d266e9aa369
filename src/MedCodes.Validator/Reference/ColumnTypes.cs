using System.Collections.Immutable;

namespace MedCodes.Validator.Reference;

/// <summary>The words for the types of columns, as definitions of tables write them.</summary>
internal static class ColumnTypes
{
    public static ImmutableArray<string> Words { get; } = ["name", "code", "number", "amount", "date", "text", "yes-no"];

    /// <summary>The type that a word stands for; null for another word.</summary>
    public static ColumnType? Of(string word) => Words.IndexOf(word) is >= 0 and var place ? (ColumnType)(place + 1) : null;

    /// <summary>A value of a type, in words with their article.</summary>
    public static string Describe(ColumnType type) => type switch
    {
        ColumnType.Amount => "an amount",
        ColumnType.Date => "a day such as 2024-07-01",
        ColumnType.YesNo => "yes or no",
        _ => "a " + Words[(int)type - 1],
    };
}
