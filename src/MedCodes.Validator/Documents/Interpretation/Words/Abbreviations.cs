using System.Collections.Frozen;

namespace MedCodes.Validator.Documents.Interpretation.Words;

/// <summary>Words whose full stop does not end the sentence.</summary>
internal static class Abbreviations
{
    /// <summary>Never at the end of a sentence.</summary>
    public static FrozenSet<string> GoOn { get; } = FrozenSet.Create(StringComparer.Ordinal, "e.g", "i.e", "vs", "dr", "mr", "mrs", "ms", "prof", "approx", "incl", "cf", "st");

    /// <summary>Only before a number.</summary>
    public static FrozenSet<string> BeforeNumbers { get; } = FrozenSet.Create(StringComparer.Ordinal, "no", "nos", "fig", "figs", "sec", "vol", "p", "pp", "ch");

    /// <summary>Only where the text goes on without a capital.</summary>
    public static FrozenSet<string> BeforeSmallLetters { get; } = FrozenSet.Create(StringComparer.Ordinal, "etc", "min", "mins", "hr", "hrs", "a.m", "p.m", "max", "dept", "inc");
}
