using System.Globalization;
using System.Text.RegularExpressions;

namespace MedCodes.Validator.Reference.Importing;

/// <summary>A release's name and the days on which it is the current one.</summary>
internal sealed partial record ReleasePeriod(string Name, DateOnly From, DateOnly Through)
{
    // NCCI counts its versions by year and quarter: 32.0 is the first quarter of 2026.
    private const int YearOfVersionZero = 1994;

    public static ReleasePeriod Quarter(int year, int quarter)
    {
        var from = new DateOnly(year, (3 * quarter) - 2, 1);
        return new ReleasePeriod(string.Create(CultureInfo.InvariantCulture, $"{year}Q{quarter}"), from, from.AddMonths(3).AddDays(-1));
    }

    /// <summary>The quarter that a name tells of (2024q3, v302, Eff_07-01-2024, effective-06032024); null where it tells of none.</summary>
    public static ReleasePeriod? In(string name)
    {
        if (QuarterPattern().Match(name) is { Success: true } quarter)
            return Quarter(Number(quarter, 1), Number(quarter, 2));
        if (VersionPattern().Match(name) is { Success: true } version)
            return Quarter(YearOfVersionZero + Number(version, 1), Number(version, 2) + 1);
        if (EffectivePattern().Match(name) is { Success: true } effective && Number(effective, 1) is >= 1 and <= 12 and var month)
            return Quarter(Number(effective, 3), ((month - 1) / 3) + 1);
        return null;
    }

    private static int Number(Match match, int group) => int.Parse(match.Groups[group].ValueSpan, CultureInfo.InvariantCulture);

    [GeneratedRegex("(?<![0-9])(20[0-9]{2})[-_]?q([1-4])(?![0-9])", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex QuarterPattern();

    [GeneratedRegex("(?<![a-z0-9])v([2-9][0-9])([0-3])(r[0-9])?(?![0-9])", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex VersionPattern();

    [GeneratedRegex("eff[a-z]*[-_]([0-9]{2})-?([0-9]{2})-?(20[0-9]{2})", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex EffectivePattern();
}
