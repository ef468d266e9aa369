using System.Collections.Immutable;
using MedCodes.Validator.Documents.Interpretation.Words;

namespace MedCodes.Validator.Documents.Interpretation;

/// <summary>A text as words, sentences and clauses.</summary>
internal sealed class ParsedText
{
    // No sentence of a page comes near it; it keeps the work on a file without any full stop in proportion to its length.
    private const int LongestSentence = 1000;

    private readonly int[] _sentenceOf;
    private readonly int[] _clauseOf;

    /// <param name="text">The text; a line feed ends a sentence.</param>
    public ParsedText(string text)
    {
        Text = text;
        Tokens = Tokenizer.Read(text);
        _sentenceOf = new int[Tokens.Length];
        _clauseOf = new int[Tokens.Length];
        var sentences = ImmutableArray.CreateBuilder<TokenRange>();
        var clauses = ImmutableArray.CreateBuilder<TokenRange>();
        for (var i = 0; i < Tokens.Length; i++)
        {
            var begins = i == 0 || Tokens[i].Before == Gap.Sentence || sentences[^1].Length == LongestSentence;
            Extend(sentences, i, begins);
            Extend(clauses, i, begins || ClauseWords.Begins(Tokens, i));
            _sentenceOf[i] = sentences.Count - 1;
            _clauseOf[i] = clauses.Count - 1;
        }

        Sentences = sentences.DrainToImmutable();
        Clauses = clauses.DrainToImmutable();
    }

    /// <summary>The text.</summary>
    public string Text { get; }

    /// <summary>Its words.</summary>
    public ImmutableArray<Token> Tokens { get; }

    /// <summary>Its sentences.</summary>
    public ImmutableArray<TokenRange> Sentences { get; }

    /// <summary>Its clauses; each lies inside one sentence.</summary>
    public ImmutableArray<TokenRange> Clauses { get; }

    /// <summary>The index of the sentence that a word stands in.</summary>
    public int SentenceOf(int token) => _sentenceOf[token];

    /// <summary>The index of the clause that a word stands in.</summary>
    public int ClauseOf(int token) => _clauseOf[token];

    /// <summary>The words of the clause that a word stands in.</summary>
    public TokenRange ClauseAround(int token) => Clauses[_clauseOf[token]];

    /// <summary>The words of the sentence that a word stands in.</summary>
    public TokenRange SentenceAround(int token) => Sentences[_sentenceOf[token]];

    /// <summary>The normal form of a word; empty outside the text.</summary>
    public string Word(int token) => token >= 0 && token < Tokens.Length ? Tokens[token].Word : "";

    /// <summary>A word as written.</summary>
    public string Written(int token) => Text.Substring(Tokens[token].Start, Tokens[token].Length);

    /// <summary>The characters from the first to the last of some words.</summary>
    public (int Start, int Length) Characters(TokenRange range) =>
        (Tokens[range.First].Start, Tokens[range.End - 1].End - Tokens[range.First].Start);

    /// <summary>The characters of a sentence with the marks at its ends.</summary>
    public (int Start, int Length) SentenceCharacters(int sentence)
    {
        var start = StartOf(sentence);
        var end = sentence + 1 < Sentences.Length ? StartOf(sentence + 1) : Text.Length;
        while (end > start && char.IsWhiteSpace(Text[end - 1]))
            end--;
        return (start, end - start);
    }

    private int StartOf(int sentence)
    {
        if (sentence == 0)
            return 0;
        var start = Tokens[Sentences[sentence].First].Start;
        while (start > 0 && !char.IsWhiteSpace(Text[start - 1]))
            start--;
        return start;
    }

    private static void Extend(ImmutableArray<TokenRange>.Builder ranges, int token, bool begins)
    {
        if (begins)
            ranges.Add(new TokenRange(token, token + 1));
        else
            ranges[^1] = ranges[^1] with { End = token + 1 };
    }
}

/// <summary>Some words of a text that follow each other.</summary>
/// <param name="First">The index of the first.</param>
/// <param name="End">The index behind the last.</param>
internal readonly record struct TokenRange(int First, int End)
{
    /// <summary>How many.</summary>
    public int Length => End - First;

    /// <summary>Whether all of another's words are among its own.</summary>
    public bool Contains(TokenRange other) => other.First >= First && other.End <= End;
}
