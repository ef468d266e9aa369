using System.Collections.Frozen;
using System.Globalization;
using MedCodes.Validator.Reference;
using MedCodes.Validator.Rules;
using MedCodes.Validator.Yaml;

namespace MedCodes.Validator.Tests.Engine.Generation;

/// <summary>The tables of random libraries in two releases that say different things and meet inside the days of random claims.</summary>
internal static class TwoReleases
{
    public const string Earlier = "2024Q2";
    public const string Later = "2024Q3";

    // Random claims are of four days from the 11th on, and some of their lines go on for some days.
    private static readonly FrozenDictionary<string, Table> Meeting = Both(new DateOnly(2024, 8, 13), new DateOnly(2024, 8, 12));
    private static readonly FrozenDictionary<string, Table> Apart = Both(new DateOnly(2024, 8, 14), new DateOnly(2024, 8, 11));

    /// <summary>The same rules over the tables of two releases.</summary>
    /// <param name="rules">The rules.</param>
    /// <param name="areApart">Whether there are days between them that neither speaks of.</param>
    public static RuleSet Of(RuleSet rules, bool areApart) => new(rules.Rules, rules.Library with { Tables = areApart ? Apart : Meeting }, rules.Profiles);

    private static FrozenDictionary<string, Table> Both(DateOnly from, DateOnly through)
    {
        var later = Tables(Later, from, new DateOnly(2024, 9, 30), row => row
            .Replace("[64490, 1, 2", "[64490, 3, 2", StringComparison.Ordinal)
            .Replace("[64491, 2, 2", "[64491, 1, 2", StringComparison.Ordinal)
            .Replace("[99213, 1, 2", "[99214, 1, 2", StringComparison.Ordinal)
            .Replace("2020-01-01, ~, 0]", "2020-01-01, ~, 1]", StringComparison.Ordinal)
            .Replace("[64493, 64490,", "[64490, 64493,", StringComparison.Ordinal)
            .Replace("1, 64493,", "1, 99213,", StringComparison.Ordinal));
        return Tables(Earlier, new DateOnly(2024, 7, 1), through, row => row).Values
            .ToFrozenDictionary(table => table.Definition.Name, table => table.Including(later[table.Definition.Name].Releases), StringComparer.Ordinal);
    }

    // A release speaks of the days of its period.
    private static FrozenDictionary<string, Table> Tables(string release, DateOnly from, DateOnly through, Func<string, string> changed)
    {
        var period = string.Create(CultureInfo.InvariantCulture, $"[{from:yyyy-MM-dd}, {through:yyyy-MM-dd}]");
        var files = RandomLibrary.Files("").Select(file => new YamlSource(file.Path, changed(file.Text)
            .Replace("release: 2024Q3", $"release: {release}", StringComparison.Ordinal)
            .Replace("choose: dated", "choose: snapshot", StringComparison.Ordinal)
            .Replace("period: [2024-07-01, 2024-09-30]", $"period: {period}", StringComparison.Ordinal)
            .Replace("dates: [2024-08-11, 2024-08-30]", $"dates: {period}", StringComparison.Ordinal)));
        return RuleSet.TryLoad(files, out var set, out var diagnostics) ? set.Tables : throw new InvalidOperationException(string.Join('\n', diagnostics));
    }
}
