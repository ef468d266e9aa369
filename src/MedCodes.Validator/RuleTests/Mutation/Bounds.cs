using System.Globalization;
using MedCodes.Validator.Yaml;

namespace MedCodes.Validator.RuleTests.Mutation;

/// <summary>Moves bounds by one, and turns what is computed.</summary>
internal static class Bounds
{
    // No rule comes near it, and one more is no overflow.
    private const decimal Largest = 1_000_000_000_000_000m;

    /// <summary>
    /// A bound moved by one unit of what it counts. Of a computed one the text does not tell whether it is a number or a date, so there are both:
    /// the loader refuses the one that does not fit.
    /// </summary>
    public static IEnumerable<YamlScalar> Shifted(YamlScalar bound, int step)
    {
        var text = bound.Text;
        if (decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number))
            return Math.Abs(number) > Largest ? [] : [bound.With((number + step).ToString(CultureInfo.InvariantCulture))];
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
            return date.Year is < 2 or > 9998 ? [] : [bound.With(date.AddDays(step).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture))];
        var sign = step < 0 ? "-" : "+";
        return text.Contains('$', StringComparison.Ordinal) ? [bound.With($"{text} {sign} 1"), bound.With($"{text} {sign} 1 days")] : [];
    }

    /// <summary>A computed value with its first plus turned into minus or the other way round; nothing for all others.</summary>
    public static IEnumerable<YamlScalar> Turned(YamlScalar computed)
    {
        if (!computed.Text.Contains('$', StringComparison.Ordinal))
            return [];
        var parts = computed.Text.Split(' ');
        var at = Array.FindIndex(parts, part => part is "+" or "-");
        if (at < 0)
            return [];
        parts[at] = parts[at] == "+" ? "-" : "+";
        return [computed.With(string.Join(' ', parts))];
    }
}
