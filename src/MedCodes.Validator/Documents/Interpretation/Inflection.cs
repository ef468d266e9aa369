namespace MedCodes.Validator.Documents.Interpretation;

/// <summary>The regular forms of English nouns and verbs.</summary>
internal static class Inflection
{
    /// <summary>A noun in the singular and the plural.</summary>
    public static IEnumerable<string> OfNoun(string noun)
    {
        yield return noun;
        yield return WithS(noun);
        // Medical words from the Greek: diagnosis, diagnoses.
        if (noun.EndsWith("sis", StringComparison.Ordinal))
            yield return string.Concat(noun.AsSpan(0, noun.Length - 2), "es");
    }

    /// <summary>A verb as it stands and with -s, -ed and -ing.</summary>
    public static IEnumerable<string> OfVerb(string verb)
    {
        yield return verb;
        yield return WithS(verb);
        if (verb.EndsWith("ie", StringComparison.Ordinal))
        {
            yield return verb + "d";
            yield return verb[..^2] + "ying";
        }
        else if (verb.EndsWith('e'))
        {
            yield return verb + "d";
            yield return verb[..^1] + "ing";
            if (verb.EndsWith("ee", StringComparison.Ordinal))
                yield return verb + "ing";
        }
        else
        {
            yield return (EndsInConsonantAndY(verb) ? verb[..^1] + "i" : verb) + "ed";
            yield return verb + "ing";
            // Stop, stopped. Whether a longer verb doubles depends on its stress; a form that is no word does no harm.
            if (EndsInVowelAndConsonant(verb))
            {
                yield return verb + verb[^1] + "ed";
                yield return verb + verb[^1] + "ing";
            }
        }
    }

    private static string WithS(string word)
    {
        if (EndsInConsonantAndY(word))
            return word[..^1] + "ies";
        var hisses = word.EndsWith('s') || word.EndsWith('x') || word.EndsWith('z')
            || word.EndsWith("ch", StringComparison.Ordinal) || word.EndsWith("sh", StringComparison.Ordinal);
        return word + (hisses ? "es" : "s");
    }

    private static bool EndsInConsonantAndY(string word) => word is [.., var before, 'y'] && !IsVowel(before);

    private static bool EndsInVowelAndConsonant(string word) =>
        word is [.., var first, var second, var third] && !IsVowel(first) && IsVowel(second) && !IsVowel(third) && third is not ('w' or 'x' or 'y');

    private static bool IsVowel(char c) => c is 'a' or 'e' or 'i' or 'o' or 'u';
}
