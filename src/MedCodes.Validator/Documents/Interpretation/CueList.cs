using System.Collections.Frozen;
using System.Collections.Immutable;

namespace MedCodes.Validator.Documents.Interpretation;

/// <summary>Words and phrases that change what is said of others.</summary>
internal sealed class CueList
{
    private readonly FrozenDictionary<string, string[][]> _byFirst;

    /// <param name="cues">The cues in lower case, one blank between words.</param>
    public CueList(params string[] cues)
    {
        Cues = [.. cues];
        _byFirst = cues.Select(cue => cue.Split(' '))
            .GroupBy(words => words[0], StringComparer.Ordinal)
            .ToFrozenDictionary(group => group.Key, group => group.OrderByDescending(words => words.Length).ToArray(), StringComparer.Ordinal);
    }

    /// <summary>The cues, as the language's reference page prints them.</summary>
    public ImmutableArray<string> Cues { get; }

    /// <summary>The words of the longest cue that begins at a word and ends before another; null where none does.</summary>
    public TokenRange? At(ParsedText text, int first, int end)
    {
        if (first < 0 || first >= end || !_byFirst.TryGetValue(text.Tokens[first].Word, out var candidates))
            return null;
        foreach (var words in candidates)
        {
            if (first + words.Length <= end && Matches(text, first, words))
                return new TokenRange(first, first + words.Length);
        }

        return null;
    }

    /// <summary>Whether a cue stands somewhere among some words.</summary>
    public bool In(ParsedText text, TokenRange range)
    {
        for (var i = range.First; i < range.End; i++)
        {
            if (At(text, i, range.End) is not null)
                return true;
        }

        return false;
    }

    private static bool Matches(ParsedText text, int first, string[] words)
    {
        for (var i = 1; i < words.Length; i++)
        {
            if (text.Tokens[first + i].Word != words[i])
                return false;
        }

        return true;
    }
}
