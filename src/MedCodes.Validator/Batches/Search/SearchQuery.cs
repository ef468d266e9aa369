using System.Collections.Immutable;
using MedCodes.Validator.Documents;
using MedCodes.Validator.Documents.Interpretation;
using MedCodes.Validator.Rules.CodeSets;

namespace MedCodes.Validator.Batches.Search;

/// <summary>The words of a search and how much a page or a code set has of them.</summary>
internal sealed class SearchQuery
{
    // A page is about its codes, title and name; its text only mentions things.
    private const int WeightOfCode = 40;
    private const int WeightOfTitle = 20;
    private const int WeightOfName = 10;
    private const int MostForText = 5;
    private const int LengthOfCode = 5;

    private readonly ImmutableArray<ImmutableHashSet<string>> _words;

    /// <param name="words">The words; each is found in the singular and the plural.</param>
    public SearchQuery(string words)
    {
        var read = Tokenizer.Read(words).Select(word => word.Word).Distinct(StringComparer.Ordinal).ToList();
        _words = [.. read.Select(word => Inflection.OfNoun(word).Append(word.TrimEnd('s')).ToImmutableHashSet(StringComparer.Ordinal))];
        Codes = [.. read.Where(word => word.Length == LengthOfCode && word.Any(char.IsAsciiDigit)).Select(word => word.ToUpperInvariant())];
    }

    /// <summary>The words that may be codes.</summary>
    public ImmutableArray<string> Codes { get; }

    /// <summary>What a page has of the words; null where it has none.</summary>
    public SearchHit? Judge(InterpretedDocument page)
    {
        var codes = page.Document.Codes.Select(code => code.ToLowerInvariant()).ToHashSet(StringComparer.Ordinal);
        var sentences = page.Sentences.Select(sentence => (Sentence: sentence, Words: WordsOf(sentence.Text))).ToList();
        var (matched, weight) = (0, 0);
        foreach (var word in _words)
        {
            var places = sentences.Where(sentence => sentence.Words.Overlaps(word)).ToList();
            var own = (codes.Overlaps(word) ? WeightOfCode : 0)
                + (places.Exists(place => place.Sentence.Section == PageSection.Title) ? WeightOfTitle : 0)
                + (places.Exists(place => place.Sentence.Section == PageSection.NameOfProcedure) ? WeightOfName : 0)
                + Math.Min(places.Count, MostForText);
            matched += own > 0 ? 1 : 0;
            weight += own;
        }

        if (matched == 0)
            return null;
        var best = sentences.Where(sentence => sentence.Sentence.Section is not (PageSection.Title or PageSection.NameOfProcedure or PageSection.Code or PageSection.Preamble))
            .Select(sentence => (sentence.Sentence, Count: _words.Count(word => sentence.Words.Overlaps(word))))
            .Where(sentence => sentence.Count > 0)
            .OrderByDescending(sentence => sentence.Count)
            .FirstOrDefault();
        return SearchHit.Of(page, best.Sentence, matched, weight);
    }

    /// <summary>What a code set has of the words; null where it has none.</summary>
    public SearchHit? Judge(CodeSet set)
    {
        var words = WordsOf($"{set.Name} {set.Summary}");
        var codes = set.Codes.Select(code => code.ToLowerInvariant()).ToHashSet(StringComparer.Ordinal);
        var matched = _words.Count(word => words.Overlaps(word) || codes.Overlaps(word));
        return matched == 0 ? null : SearchHit.Of(set, matched, matched);
    }

    /// <summary>A code that stands in tables; null where it stands in none.</summary>
    public static SearchHit? Judge(string code, ImmutableArray<string> tables) => tables.IsEmpty ? null : SearchHit.Of(code, tables);

    private static HashSet<string> WordsOf(string text) => Tokenizer.Read(text).Select(word => word.Word).ToHashSet(StringComparer.Ordinal);
}
