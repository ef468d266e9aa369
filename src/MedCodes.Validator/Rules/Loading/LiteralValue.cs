using System.Globalization;
using MedCodes.Validator.Rules.Catalogue;
using MedCodes.Validator.Rules.Values;

namespace MedCodes.Validator.Rules.Loading;

/// <summary>Reads a written value by the type of the field it is for; YAML's own guesses play no part.</summary>
internal static class LiteralValue
{
    /// <summary>The value; null where the text is not of the type.</summary>
    public static Value? Parse(string text, FieldType type) => type.Scalar switch
    {
        ScalarType.Text or ScalarType.Code or ScalarType.Name => Value.Of(text),
        ScalarType.Number or ScalarType.Amount => decimal.TryParse(
            text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
            ? Value.Of(number)
            : null,
        ScalarType.Date => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
            ? Value.Of(date)
            : null,
        ScalarType.YesNo => text switch
        {
            "yes" or "true" => Value.Yes,
            "no" or "false" => Value.No,
            _ => null,
        },
        _ => null,
    };
}
