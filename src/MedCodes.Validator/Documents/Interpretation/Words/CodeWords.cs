using System.Collections.Frozen;

namespace MedCodes.Validator.Documents.Interpretation.Words;

/// <summary>The words that say that a number is a code.</summary>
internal static class CodeWords
{
    /// <summary>The most words between such a word and the code.</summary>
    public const int Reach = 3;

    /// <summary>A code beside one of them is surely one.</summary>
    public static FrozenSet<string> Sure { get; } = FrozenSet.Create(StringComparer.Ordinal,
        "code", "codes", "coded", "coding", "cpt", "cpt4", "hcpcs", "icd", "icd10", "bill", "bills", "billed", "billing", "report", "reports", "reported",
        "reporting", "primary");

    /// <summary>Words that make an entry no less bare.</summary>
    public static FrozenSet<string> Labels { get; } = FrozenSet.Create(StringComparer.Ordinal,
        "code", "codes", "cpt", "cpt4", "hcpcs", "icd", "icd10", "4", "10", "cm", "and", "or", "to", "through", "thru");

    /// <summary>Words that join the two ends of a range.</summary>
    public static FrozenSet<string> Range { get; } = FrozenSet.Create(StringComparer.Ordinal, "to", "through", "thru");
}
