using System.Globalization;
using MedCodes.Validator.RuleTests.Shorthand;
using MedCodes.Validator.Yaml;

namespace MedCodes.Validator.RuleTests.Mutation;

/// <summary>Finds days that may tell bounds on dates apart.</summary>
internal static class CandidateDays
{
    // Longer than any period that a rule looks back on, in whatever unit.
    private const int Longest = 1000;

    /// <summary>The days of a case, those as far from them as bounds say in days, months or years, and the days beside all of these.</summary>
    /// <param name="bounds">Bounds as rules write them, such as <c>$visit.date - 90 days</c>.</param>
    /// <param name="test">The case.</param>
    public static IEnumerable<string> Of(IEnumerable<string> bounds, YamlMapping test)
    {
        var lengths = bounds.SelectMany(text => text.Split(' '))
            .Select(part => int.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0)
            .Where(number => number is > 0 and < Longest)
            .Distinct()
            .ToList();
        var days = test.Scalars().Select(scalar => DayOf(scalar.Text)).OfType<DateOnly>().Append(CleanClaim.Date).Distinct();
        return days.SelectMany(day => lengths.SelectMany(length => Around(day, length)).Prepend(day))
            .SelectMany(day => new[] { day, day.AddDays(1), day.AddDays(-1) })
            .Distinct()
            .Select(day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
    }

    private static DateOnly[] Around(DateOnly day, int length) =>
        [day.AddDays(length), day.AddDays(-length), day.AddMonths(-length), day.AddMonths(length), day.AddYears(-length)];

    // So far from both ends of the calendar that no length leads beyond them.
    private static DateOnly? DayOf(string text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day.Year is > Longest + 1 and < 9999 - Longest ? day : null;
}
