using System.Collections.Frozen;
using System.Collections.Immutable;

namespace MedCodes.Validator.Documents.Interpretation;

/// <summary>Finds the words of terms in texts. In each axis the longer of overlapping matches counts.</summary>
internal sealed class TermMatcher
{
    // A compound of more hyphens than these is never written as one word.
    private const int LongestCompound = 3;

    private readonly FrozenDictionary<string, ImmutableArray<TermPattern>> _byFirstWord;

    public TermMatcher(Vocabulary vocabulary)
    {
        Words = vocabulary.Axes.SelectMany(TermPattern.Of)
            .SelectMany(pattern => pattern.Words)
            .SelectMany(word => word.Forms)
            .ToFrozenSet(StringComparer.Ordinal);
        _byFirstWord = vocabulary.Axes.SelectMany(TermPattern.Of)
            .SelectMany(pattern => pattern.Words[0].Forms.Select(form => (form, pattern)))
            .GroupBy(entry => entry.form, entry => entry.pattern, StringComparer.Ordinal)
            .ToFrozenDictionary(group => group.Key, group => group.ToImmutableArray(), StringComparer.Ordinal);
    }

    /// <summary>All words of all terms.</summary>
    public FrozenSet<string> Words { get; }

    /// <summary>The matches in a text, by their first word; phrases that count as nothing are among them, without a term.</summary>
    public List<TermMatch> In(ParsedText text)
    {
        var found = new List<TermMatch>();
        for (var i = 0; i < text.Tokens.Length; i++)
        {
            for (var (word, count) = (text.Tokens[i].Word, 1); count > 0; (word, count) = Longer(text, i, word, count))
            {
                if (!_byFirstWord.TryGetValue(word, out var patterns))
                    continue;
                foreach (var pattern in patterns)
                {
                    var skipped = pattern.HasGap ? new Stack<int>() : null;
                    if (EndOf(text, pattern, 1, i + count, skipped) is { } end)
                        found.Add(new TermMatch(pattern.Axis, pattern.Term, new TokenRange(i, end), skipped is null ? [] : [.. skipped]));
                }
            }
        }

        return Longest(found);
    }

    /// <summary>In each axis the longer of overlapping matches. The matches come by their first word, and so do those that stay.</summary>
    private static List<TermMatch> Longest(List<TermMatch> found)
    {
        var kept = new List<TermMatch>(found.Count);
        var areApart = true;
        for (var (first, next) = (0, 0); first < found.Count; first = next)
        {
            // Words that one match shares with the next, and that one with the next again, are decided together.
            var end = found[first].Range.End;
            for (next = first + 1; next < found.Count && found[next].Range.First < end; next++)
                end = Math.Max(end, found[next].Range.End);
            if (next == first + 1)
            {
                kept.Add(found[first]);
                continue;
            }

            areApart = false;
            KeepLongest(found.GetRange(first, next - first), kept);
        }

        return areApart
            ? kept
            : [.. kept.OrderBy(match => match.Range.First).ThenBy(match => match.Range.End).ThenBy(match => found.FindIndex(other => ReferenceEquals(other.Axis, match.Axis)))];
    }

    // Of equally long ones a phrase to ignore counts, then the one with fewer words under "..."; the sort is stable, so that of the rest
    // the earlier in the text and in the file does.
    private static void KeepLongest(List<TermMatch> overlapping, List<TermMatch> kept)
    {
        var before = kept.Count;
        foreach (var match in overlapping.OrderByDescending(match => match.Range.Length).ThenBy(match => match.Term is not null).ThenBy(match => match.Skipped.Length))
        {
            var isTaken = false;
            for (var i = before; i < kept.Count && !isTaken; i++)
                isTaken = ReferenceEquals(kept[i].Axis, match.Axis) && kept[i].Range.First < match.Range.End && match.Range.First < kept[i].Range.End;
            if (!isTaken)
                kept.Add(match);
        }
    }

    private static int? EndOf(ParsedText text, TermPattern pattern, int word, int at, Stack<int>? skipped)
    {
        if (word == pattern.Words.Length)
            return at;
        var clauseEnd = text.ClauseAround(at - 1).End;
        var wanted = pattern.Words[word];
        var gaps = wanted.Before == Gap.Sentence ? TermPattern.LongestGap : 0;
        var pushed = 0;
        for (var here = at; here <= at + gaps && here < clauseEnd; here++)
        {
            if (gaps == 0 && !Fits(text.Tokens[here].Before, wanted.Before))
                return null;
            for (var (reading, count) = (text.Tokens[here].Word, 1); count > 0; (reading, count) = Longer(text, here, reading, count))
            {
                if (wanted.IsMetBy(reading) && here + count <= clauseEnd && EndOf(text, pattern, word + 1, here + count, skipped) is { } end)
                    return end;
            }

            if (gaps > 0)
            {
                skipped!.Push(here);
                pushed++;
            }
        }

        for (; pushed > 0; pushed--)
            skipped!.Pop();
        return null;
    }

    private static bool Fits(Gap written, Gap wanted) => wanted switch
    {
        Gap.Blank or Gap.Hyphen => written is Gap.Blank or Gap.Hyphen,
        Gap.Comma => written is Gap.Comma or Gap.Blank,
        _ => written == wanted,
    };

    /// <summary>What stands at a word with one more of those that hyphens join to it, read as one word; a count of 0 where there is none.</summary>
    private static (string Word, int Count) Longer(ParsedText text, int at, string word, int count) =>
        count < LongestCompound && at + count < text.Tokens.Length && text.Tokens[at + count].Before == Gap.Hyphen
            ? (word + text.Tokens[at + count].Word, count + 1)
            : (word, 0);
}
