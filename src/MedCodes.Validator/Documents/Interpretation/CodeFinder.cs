using System.Collections.Immutable;
using System.Text.RegularExpressions;
using MedCodes.Validator.Documents.Interpretation.Words;

namespace MedCodes.Validator.Documents.Interpretation;

/// <summary>Finds what is written like a code.</summary>
internal static partial class CodeFinder
{
    /// <summary>The procedure codes in a text, each once, in the order of the text.</summary>
    public static ImmutableArray<string> ProcedureCodes(ParsedText text) =>
    [
        .. Enumerable.Range(0, text.Tokens.Length)
            .Where(token => SystemOf(text, token) is CodeSystem.Cpt or CodeSystem.Hcpcs)
            .Select(text.Written)
            .Distinct(StringComparer.Ordinal),
    ];

    /// <summary>The codes in a text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="own">The page's own codes.</param>
    /// <param name="sure">Whether the section holds codes, so that each is surely one.</param>
    public static IReadOnlyList<FoundCode> In(ParsedText text, ImmutableArray<string> own, bool sure)
    {
        var found = new List<FoundCode>();
        for (var i = 0; i < text.Tokens.Length; i++)
        {
            if (SystemOf(text, i) is { } system)
            {
                var code = text.Written(i);
                found.Add(new FoundCode(i, code, system, own.Contains(code), own.Length > 0 && !own.Contains(code), sure || IsBesideWord(text, i), false));
            }
        }

        for (var i = 1; i < found.Count; i++)
        {
            if (IsRange(text, found[i - 1], found[i]))
            {
                found[i - 1] = found[i - 1] with { InRange = true };
                found[i] = found[i] with { InRange = true };
            }
        }

        MakeNeighboursSure(text, found);
        return found;
    }

    /// <summary>Whether some words are codes and their labels and nothing else.</summary>
    public static bool AreOnlyCodes(ParsedText text, TokenRange range) =>
        Enumerable.Range(range.First, range.Length).All(i => CodeWords.Labels.Contains(text.Word(i)) || SystemOf(text, i) is not null);

    private static CodeSystem? SystemOf(ParsedText text, int token)
    {
        var place = text.Tokens[token];
        if (place.Length is < 3 or > 8 || !char.IsAsciiDigit(text.Text[place.Start + 1]))
            return null;
        var written = text.Written(token);
        if (Cpt().IsMatch(written))
            return CodeSystem.Cpt;
        if (Hcpcs().IsMatch(written))
            return CodeSystem.Hcpcs;
        if (Icd10Cm().IsMatch(written))
            return CodeSystem.Icd10Cm;
        // Without its point a diagnosis code looks like a vertebra (T12); the clause must say what it is.
        return PlainIcd10Cm().IsMatch(written) && SaysIcd(text, text.ClauseAround(token)) ? CodeSystem.Icd10Cm : null;
    }

    private static bool SaysIcd(ParsedText text, TokenRange clause) =>
        Enumerable.Range(clause.First, clause.Length).Any(i => text.Word(i).StartsWith("icd", StringComparison.Ordinal));

    private static bool IsBesideWord(ParsedText text, int token)
    {
        // A label ends with a colon: "CPT code: 64491". So the sentence counts and not the clause.
        var sentence = text.SentenceAround(token);
        var first = Math.Max(sentence.First, token - CodeWords.Reach - 1);
        var end = Math.Min(sentence.End, token + CodeWords.Reach + 2);
        return Enumerable.Range(first, end - first).Any(i => CodeWords.Sure.Contains(text.Word(i)));
    }

    private static bool IsRange(ParsedText text, FoundCode left, FoundCode right) =>
        (right.Token == left.Token + 1 && text.Tokens[right.Token].Before == Gap.Hyphen)
        || (right.Token == left.Token + 2 && CodeWords.Range.Contains(text.Word(left.Token + 1)));

    /// <summary>A code near one that is surely one, or near the page's own, is one too: "64491 in addition to 64490".</summary>
    private static void MakeNeighboursSure(ParsedText text, List<FoundCode> found)
    {
        for (var i = 1; i < found.Count; i++)
        {
            if (AreNear(text, found[i - 1], found[i]) && (found[i - 1].Sure || found[i - 1].Own))
                found[i] = found[i] with { Sure = true };
        }

        for (var i = found.Count - 1; i > 0; i--)
        {
            if (AreNear(text, found[i - 1], found[i]) && (found[i].Sure || found[i].Own))
                found[i - 1] = found[i - 1] with { Sure = true };
        }
    }

    private static bool AreNear(ParsedText text, FoundCode left, FoundCode right) =>
        text.SentenceOf(left.Token) == text.SentenceOf(right.Token) && right.Token - left.Token - 1 <= CodeWords.Reach;

    // Category I; category II, III, multianalyte, laboratory and vaccine administration codes end with a letter.
    [GeneratedRegex("^[0-9]{4}[0-9AFMTU]$", RegexOptions.CultureInvariant)]
    private static partial Regex Cpt();

    [GeneratedRegex("^[A-V][0-9]{4}$", RegexOptions.CultureInvariant)]
    private static partial Regex Hcpcs();

    [GeneratedRegex(@"^[A-Z][0-9][0-9AB]\.[0-9A-Z]{1,4}$", RegexOptions.CultureInvariant)]
    private static partial Regex Icd10Cm();

    [GeneratedRegex("^[A-Z][0-9][0-9AB][0-9A-Z]{0,4}$", RegexOptions.CultureInvariant)]
    private static partial Regex PlainIcd10Cm();
}

/// <summary>Something written like a code.</summary>
/// <param name="Token">The word that it is.</param>
/// <param name="Code">The code as written.</param>
/// <param name="System">The code system whose shape it has.</param>
/// <param name="Own">Whether it is the page's own.</param>
/// <param name="Other">Whether the page has a code and this is another.</param>
/// <param name="Sure">Whether the page says that it is a code.</param>
/// <param name="InRange">Whether it is an end of a range.</param>
internal readonly record struct FoundCode(int Token, string Code, CodeSystem System, bool Own, bool Other, bool Sure, bool InRange);
