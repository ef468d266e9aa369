using System.Collections.Frozen;
using System.Collections.Immutable;

namespace MedCodes.Validator.Documents.Interpretation.Words;

/// <summary>Where a clause ends besides at <c>;</c>, <c>:</c>, a dash and a bracket.</summary>
internal static class ClauseWords
{
    /// <summary>Words that begin a clause wherever they stand.</summary>
    public static FrozenSet<string> Always { get; } = FrozenSet.Create(StringComparer.Ordinal,
        "but", "however", "although", "while", "whereas", "until", "unless", "except", "then");

    /// <summary>Words that begin a clause behind a comma.</summary>
    public static FrozenSet<string> AfterComma { get; } = FrozenSet.Create(StringComparer.Ordinal, "who", "which");

    /// <summary>Words that begin a clause behind a comma and before a pronoun or an article.</summary>
    public static FrozenSet<string> Joining { get; } = FrozenSet.Create(StringComparer.Ordinal, "and", "or", "so");

    /// <summary>Words that begin what leads up to a sentence, as far as its comma.</summary>
    public static FrozenSet<string> Leading { get; } = FrozenSet.Create(StringComparer.Ordinal,
        "when", "whenever", "once", "after", "before", "as", "if", "because", "since", "with", "where", "though", "although", "while", "whereas", "until", "unless", "under");

    /// <summary>Forms of "be", which put an act into the passive.</summary>
    public static FrozenSet<string> Passive { get; } = FrozenSet.Create(StringComparer.Ordinal, "is", "are", "was", "were", "be", "been", "being");

    /// <summary>Articles.</summary>
    public static FrozenSet<string> Articles { get; } = FrozenSet.Create(StringComparer.Ordinal, "a", "an", "the");

    /// <summary>Pronouns.</summary>
    public static FrozenSet<string> Pronouns { get; } = FrozenSet.Create(StringComparer.Ordinal,
        "i", "you", "he", "she", "it", "we", "they", "this", "that", "these", "those", "there", "one", "his", "her", "its", "their", "our", "your");

    /// <summary>Whether a clause begins at a word that is not the first of its text.</summary>
    public static bool Begins(ImmutableArray<Token> tokens, int at)
    {
        var token = tokens[at];
        if (token.Before >= Gap.Clause || Always.Contains(token.Word))
            return true;
        if (token.Before != Gap.Comma)
            return false;
        return AfterComma.Contains(token.Word)
            || (Joining.Contains(token.Word) && at + 1 < tokens.Length && tokens[at + 1].Before < Gap.Comma
                && (Articles.Contains(tokens[at + 1].Word) || Pronouns.Contains(tokens[at + 1].Word)));
    }
}
