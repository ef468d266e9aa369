using System.Collections.Frozen;

namespace MedCodes.Validator.Documents.Interpretation.Words;

/// <summary>The words of numbers, measures and limits.</summary>
internal static class AmountWords
{
    /// <summary>Numbers in words.</summary>
    public static FrozenDictionary<string, decimal> Numbers { get; } = new Dictionary<string, decimal>(StringComparer.Ordinal)
    {
        ["one"] = 1,
        ["two"] = 2,
        ["three"] = 3,
        ["four"] = 4,
        ["five"] = 5,
        ["six"] = 6,
        ["seven"] = 7,
        ["eight"] = 8,
        ["nine"] = 9,
        ["ten"] = 10,
        ["eleven"] = 11,
        ["twelve"] = 12,
        ["fifteen"] = 15,
        ["twenty"] = 20,
        ["thirty"] = 30,
        ["forty"] = 40,
        ["fifty"] = 50,
        ["sixty"] = 60,
        ["ninety"] = 90,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>Units of time in minutes; a month has 30 days, a year 365.</summary>
    public static FrozenDictionary<string, decimal> Minutes { get; } = new Dictionary<string, decimal>(StringComparer.Ordinal)
    {
        ["minute"] = 1,
        ["minutes"] = 1,
        ["min"] = 1,
        ["mins"] = 1,
        ["hour"] = 60,
        ["hours"] = 60,
        ["hr"] = 60,
        ["hrs"] = 60,
        ["day"] = 1440,
        ["days"] = 1440,
        ["week"] = 10080,
        ["weeks"] = 10080,
        ["month"] = 43200,
        ["months"] = 43200,
        ["year"] = 525600,
        ["years"] = 525600,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>What else is counted.</summary>
    public static FrozenDictionary<string, AmountMeasure> Counted { get; } = new Dictionary<string, AmountMeasure>(StringComparer.Ordinal)
    {
        ["unit"] = AmountMeasure.Units,
        ["units"] = AmountMeasure.Units,
        ["level"] = AmountMeasure.Levels,
        ["levels"] = AmountMeasure.Levels,
        ["session"] = AmountMeasure.Sessions,
        ["sessions"] = AmountMeasure.Sessions,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>Before an amount: it is the lower end and there is no upper one.</summary>
    public static CueList AtLeast { get; } = new(
        "at least", "no less than", "not less than", "no fewer than", "a minimum of", "minimum of", "more than", "longer than", "over", "exceeds", "exceeding");

    /// <summary>Before an amount: it is the upper end and the lower one is 0.</summary>
    public static CueList AtMost { get; } = new(
        "up to", "at most", "no more than", "not more than", "no longer than", "not longer than", "never more than",
        "never longer than", "rarely more than", "rarely longer than", "seldom more than", "seldom longer than", "hardly more than", "a maximum of", "maximum of", "less than", "fewer than", "under", "within");

    /// <summary>Behind an amount: there is no upper end.</summary>
    public static CueList OrMore { get; } = new("or more", "or longer", "and more", "and up", "or greater", "at least", "at a minimum");

    /// <summary>Behind an amount: the lower end is 0.</summary>
    public static CueList OrLess { get; } = new("or less", "or fewer", "or shorter", "at most");

    /// <summary>Between the ends of a range.</summary>
    public static FrozenSet<string> To { get; } = FrozenSet.Create(StringComparer.Ordinal, "to", "or", "through");

    /// <summary>Before what an amount is counted by.</summary>
    public static FrozenSet<string> Per { get; } = FrozenSet.Create(StringComparer.Ordinal, "per", "each", "every", "a", "an");

    /// <summary>What amounts are counted by behind "a", "an", "each" and "every"; behind "per" any word counts.</summary>
    public static FrozenSet<string> Counting { get; } = FrozenSet.Create(StringComparer.Ordinal,
        "day", "week", "month", "year", "session", "visit", "level", "side", "claim", "patient");

    /// <summary>Before an amount: it tells when or how often, and not how long.</summary>
    public static FrozenSet<string> TimesBefore { get; } = FrozenSet.Create(StringComparer.Ordinal,
        "after", "every", "each", "last", "past", "previous", "next", "first", "another", "age", "aged");

    /// <summary>Behind an amount: it tells when, and not how long.</summary>
    public static FrozenSet<string> TimesBehind { get; } = FrozenSet.Create(StringComparer.Ordinal,
        "before", "after", "prior", "following", "later", "earlier", "ago", "apart", "beforehand", "old");

    /// <summary>One word for "per day" and the like.</summary>
    public static FrozenDictionary<string, string> Adverbs { get; } = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["daily"] = "day",
        ["weekly"] = "week",
        ["monthly"] = "month",
        ["yearly"] = "year",
        ["annually"] = "year",
    }.ToFrozenDictionary(StringComparer.Ordinal);
}
