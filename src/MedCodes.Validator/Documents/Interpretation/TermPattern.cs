using System.Collections.Immutable;

namespace MedCodes.Validator.Documents.Interpretation;

/// <summary>A wording of a term as the words that must follow each other.</summary>
/// <param name="Axis">The axis.</param>
/// <param name="Term">The term; null for a phrase that counts as nothing.</param>
/// <param name="Words">The words, at least one.</param>
internal sealed record TermPattern(Axis Axis, Term? Term, ImmutableArray<PatternWord> Words)
{
    /// <summary>The most words that "..." stands for.</summary>
    public const int LongestGap = 3;

    private const string Ellipsis = "...";

    /// <summary>Whether "..." stands in it.</summary>
    public bool HasGap { get; } = Words.Any(word => word.Before == Gap.Sentence);

    /// <summary>All patterns of an axis.</summary>
    public static IEnumerable<TermPattern> Of(Axis axis)
    {
        foreach (var term in axis.Terms)
        {
            foreach (var words in term.Phrases.SelectMany(Variants))
                yield return Create(axis, term, words, -1, word => [word]);
            foreach (var words in term.Nouns.SelectMany(Variants))
                yield return Create(axis, term, words, words.Count - 1, Inflection.OfNoun);
            foreach (var words in term.Verbs.SelectMany(Variants))
                yield return Create(axis, term, words, 0, Inflection.OfVerb);
        }

        foreach (var words in axis.Ignore.SelectMany(Variants))
            yield return Create(axis, null, words, -1, word => [word]);
    }

    /// <summary>Why a wording can never match; null where it can.</summary>
    public static string? Fault(string phrase)
    {
        var parts = phrase.Split(Ellipsis);
        var tokens = parts.Select(Tokenizer.Read).ToList();
        if (tokens.All(part => part.Length == 0))
            return "has no words";
        if (tokens[0].Length == 0 || tokens[^1].Length == 0)
            return "begins or ends with '...'";
        if (tokens.Any(part => part.Length == 0))
            return "has '...' twice in a row";
        return parts.Any(part => new ParsedText(part).Clauses.Length > 1) ? "goes beyond the end of a clause" : null;
    }

    private static TermPattern Create(Axis axis, Term? term, List<Token> words, int inflected, Func<string, IEnumerable<string>> inflect) => new(
        axis,
        term,
        [
            .. words.Select((word, index) => new PatternWord(
                index == inflected ? [.. inflect(word.Word).Distinct(StringComparer.Ordinal)] : [word.Word],
                word.Before)),
        ]);

    /// <summary>The words of a phrase, once for each way to read its hyphens: as blanks or as nothing. "..." is the gap of a sentence.</summary>
    private static IEnumerable<List<Token>> Variants(string phrase)
    {
        var words = new List<Token>();
        foreach (var part in phrase.Split(Ellipsis))
        {
            var tokens = Tokenizer.Read(part);
            for (var i = 0; i < tokens.Length; i++)
                words.Add(i == 0 ? tokens[i] with { Before = words.Count == 0 ? Gap.Blank : Gap.Sentence } : tokens[i]);
        }

        return words.Count == 0 ? [] : Expand(words, 1);
    }

    private static IEnumerable<List<Token>> Expand(List<Token> words, int from)
    {
        var at = words.FindIndex(Math.Min(from, words.Count), word => word.Before == Gap.Hyphen);
        if (at < 0)
            return [words];
        var joined = words.ToList();
        joined[at - 1] = joined[at - 1] with { Word = joined[at - 1].Word + joined[at].Word };
        joined.RemoveAt(at);
        return Expand(words, at + 1).Concat(Expand(joined, at));
    }
}

/// <summary>A word of a pattern.</summary>
/// <param name="Forms">The forms that match.</param>
/// <param name="Before">What must stand before it; <see cref="Gap.Sentence"/> stands for up to three words in between.</param>
internal readonly record struct PatternWord(ImmutableArray<string> Forms, Gap Before)
{
    /// <summary>Whether a word is one of the forms.</summary>
    public bool IsMetBy(string word)
    {
        foreach (var form in Forms)
        {
            if (string.Equals(form, word, StringComparison.Ordinal))
                return true;
        }

        return false;
    }
}
