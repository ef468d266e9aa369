using MedCodes.Validator.Documents.Interpretation.Words;

namespace MedCodes.Validator.Documents.Interpretation;

/// <summary>Decides whether a sentence denies or hedges some of its words.</summary>
internal static class Negation
{
    private const int LongestCue = 4;

    /// <summary>Whether words are denied.</summary>
    /// <param name="text">The text.</param>
    /// <param name="range">The words.</param>
    /// <param name="taken">The words of the phrases of the same axis: a cue among them is none.</param>
    public static bool Denies(ParsedText text, TokenRange range, OwnWords taken) =>
        DeniedBefore(text, range, taken) || DeniedInside(text, range, taken) || DeniedAfter(text, range, taken);

    /// <summary>Whether words are said of some cases only.</summary>
    public static bool Hedges(ParsedText text, TokenRange range)
    {
        var clause = text.ClauseAround(range.First);
        for (var i = range.First - 1; i >= Math.Max(clause.First, range.First - HedgeWords.Reach - LongestCue); i--)
        {
            if (HedgeWords.Before.At(text, i, range.First) is { } cue && range.First - cue.End <= HedgeWords.Reach)
                return true;
        }

        for (var i = range.End; i < clause.End && i - range.End <= HedgeWords.Reach; i++)
        {
            if (HedgeWords.After.At(text, i, clause.End) is not null)
                return true;
        }

        return false;
    }

    private static bool DeniedBefore(ParsedText text, TokenRange range, OwnWords taken)
    {
        var clause = text.ClauseAround(range.First);
        for (var i = range.First - 1; i >= Math.Max(clause.First, range.First - NegationWords.Reach - LongestCue); i--)
        {
            if (CueAt(text, i, range.First) is not { } cue)
                continue;
            if (range.First - cue.End > NegationWords.Reach)
                return false;
            if (NegationWords.Lifted.At(text, cue.End, clause.End) is not null || EndsBefore(text, cue, range.First)
                || taken.Contains(cue.First) || LeavesOpen(text, cue.First, clause))
            {
                continue;
            }

            // "Not done without imaging" is done with it.
            return !(text.Word(i) == "without" && DoubledBefore(text, i, clause));
        }

        return false;
    }

    /// <summary>Whether a cue stands under the "..." of the phrase: "gives no anesthesia".</summary>
    private static bool DeniedInside(ParsedText text, TokenRange range, OwnWords taken)
    {
        for (var i = range.First + 1; i < range.End - 1; i++)
        {
            if (CueAt(text, i, range.End) is { } cue && NegationWords.Lifted.At(text, cue.End, range.End) is null && !taken.Contains(cue.First))
                return true;
        }

        return false;
    }

    private static TokenRange? CueAt(ParsedText text, int at, int end) =>
        NegationWords.Before.At(text, at, end) ?? (IsContraction(text.Word(at)) ? new TokenRange(at, at + 1) : null);

    private static bool IsContraction(string word) => word.EndsWith("n't", StringComparison.Ordinal);

    /// <summary>Whether a denied verb and an "and" stand between: in "is not used and imaging shows" imaging is not denied.</summary>
    private static bool EndsBefore(ParsedText text, TokenRange cue, int first)
    {
        for (var i = cue.End + 1; i < first; i++)
        {
            if (text.Word(i) == "and" && NegationWords.Participles.Contains(text.Word(i - 1)))
                return true;
        }

        return false;
    }

    /// <summary>Whether "without" stands in "with or without", which denies nothing.</summary>
    private static bool LeavesOpen(ParsedText text, int without, TokenRange clause) =>
        without - 2 >= clause.First && text.Word(without) == "without" && text.Word(without - 1) is "or" or "and" && text.Word(without - 2) == "with";

    private static bool DoubledBefore(ParsedText text, int without, TokenRange clause)
    {
        for (var i = without - 1; i >= clause.First && without - i - 1 <= NegationWords.Reach; i--)
        {
            if (NegationWords.Doubled.At(text, i, without) is not null || IsContraction(text.Word(i)))
                return true;
        }

        return false;
    }

    private static bool DeniedAfter(ParsedText text, TokenRange range, OwnWords taken)
    {
        var clause = text.ClauseAround(range.First);
        var verb = false;
        for (var i = range.End; i < clause.End && i - range.End <= NegationWords.Reach; i++)
        {
            var word = text.Word(i);
            if (verb && (text.Tokens[i].Before == Gap.Comma || word is "and" or "or"))
                return false;
            if ((word == "not" || IsContraction(word)) && !taken.Contains(i))
            {
                // One adverb may stand between: "is not routinely used", "does not have to be used".
                return NegationWords.Participles.Contains(WordIn(clause, text, i + 1)) || NegationWords.Participles.Contains(WordIn(clause, text, i + 2));
            }

            if (verb && NegationWords.Refusals.Contains(word))
                return true;
            verb |= NegationWords.Auxiliaries.Contains(word);
        }

        return false;
    }

    private static string WordIn(TokenRange clause, ParsedText text, int at) => at < clause.End ? text.Word(at) : "";
}
