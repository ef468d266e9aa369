using System.Collections.Immutable;
using System.Globalization;
using MedCodes.Validator.Rules.Catalogue;
using MedCodes.Validator.Rules.Values;

namespace MedCodes.Validator.Engine;

/// <summary>Writes values as text, the same everywhere.</summary>
internal static class Formatting
{
    /// <summary>How many elements of a list a message shows.</summary>
    private const int MostInMessage = 8;

    /// <summary>A single value as text; empty where there is none.</summary>
    public static string Plain(Value value) => value switch
    {
        Value.Text text => text.Written,
        Value.Date date => date.Day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        Value.Flag flag => flag.IsSet ? "yes" : "no",
        Value.Number { IsExact: true, Low: { } number } => number.ToString("0.############################", CultureInfo.InvariantCulture),
        Value.Number range => string.Create(
            CultureInfo.InvariantCulture, $"{(range.Low is { } low ? $"at least {low}" : "any number")}{(range.High is { } high ? $", at most {high}" : "")}"),
        _ => "",
    };

    /// <summary>The values of a field for a witness: none where it is missing, blank or unknown.</summary>
    public static ImmutableArray<string> Texts(Value value, FieldType type) => value switch
    {
        Value.List list => [.. list.Items.Where(item => Comparison.ReasonUnknown(item) is null).Select(Plain)],
        Value.Missing or Value.BlankValue or Value.Unknown or Value.Reference => [],
        Value.Number { IsExact: true, Low: { } amount } when type.Scalar == ScalarType.Amount => [Money(amount)],
        _ => [Plain(value)],
    };

    /// <summary>A value in a message: the first eight of a list, "none" for an empty one, "not given" for what is missing.</summary>
    public static string InMessage(Value value, FieldType type)
    {
        var texts = Texts(value, type);
        if (texts.IsEmpty)
            return value is Value.Unknown ? "unknown" : type.IsList ? "none" : "not given";
        var shown = string.Join(", ", texts.Take(MostInMessage));
        return texts.Length <= MostInMessage ? shown : $"{shown} and {(texts.Length - MostInMessage).ToString(CultureInfo.InvariantCulture)} more";
    }

    private static string Money(decimal amount) => amount.ToString("0.00##", CultureInfo.InvariantCulture);
}
