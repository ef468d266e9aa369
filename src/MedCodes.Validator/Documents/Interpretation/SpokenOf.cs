using MedCodes.Validator.Documents.Interpretation.Words;

namespace MedCodes.Validator.Documents.Interpretation;

/// <summary>Decides which procedure a clause speaks of.</summary>
internal static class SpokenOf
{
    /// <summary>The procedure that the words of a clause are said of.</summary>
    /// <param name="text">The text.</param>
    /// <param name="clause">The clause.</param>
    /// <param name="codes">The codes in the clause.</param>
    /// <param name="fallback">What the section speaks of where its clauses do not say.</param>
    public static Referent Of(ParsedText text, TokenRange clause, IEnumerable<FoundCode> codes, Referent fallback)
    {
        var other = Compares(text, clause) || (NamesOnlyOthers(codes) && ReferenceWords.Own.At(text, clause.First, clause.End) is null);
        if (SaysEarlier(text, clause))
            return Referent.Earlier;
        return other ? Referent.Other : fallback;
    }

    private static bool NamesOnlyOthers(IEnumerable<FoundCode> codes)
    {
        var here = codes.Where(code => code.Sure).ToList();
        return here.Count > 0 && here.TrueForAll(code => code.Other);
    }

    private static bool Compares(ParsedText text, TokenRange clause)
    {
        if (ReferenceWords.Comparing.In(text, clause))
            return true;
        for (var i = clause.First; i < clause.End; i++)
        {
            if (text.Word(i) == ReferenceWords.Than && ReferenceWords.BeforeThan.At(text, i - 1, i) is null && !Amounts.MayBeginAt(text, i + 1, clause.End))
                return true;
        }

        return false;
    }

    private static bool SaysEarlier(ParsedText text, TokenRange clause)
    {
        for (var i = clause.First; i < clause.End; i++)
        {
            if (ReferenceWords.Earlier.At(text, i, clause.End) is not null && ReferenceWords.NotEarlier.At(text, i, clause.End) is null)
                return true;
        }

        return false;
    }
}
