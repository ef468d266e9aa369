using System.Collections.Immutable;

namespace MedCodes.Validator.Documents.Interpretation;

/// <summary>What sections say on each axis.</summary>
internal static class Statements
{
    /// <summary>One statement per section and axis with an affirmed mention of the page's own procedure; in title and name of any.</summary>
    public static ImmutableArray<StatedFact> Of(Vocabulary vocabulary, ImmutableArray<MentionFact> mentions) =>
    [
        .. mentions.Where(Counts)
            .GroupBy(mention => (mention.Section, mention.Axis))
            .Select(group => Statement(vocabulary, group.ToList())),
    ];

    private static bool Counts(MentionFact mention) =>
        !mention.Negated && (mention.Of == Referent.Own || mention.Section is PageSection.Title or PageSection.NameOfProcedure);

    private static StatedFact Statement(Vocabulary vocabulary, List<MentionFact> mentions)
    {
        var first = mentions[0];
        var all = mentions.Select(mention => mention.Term).Distinct(StringComparer.Ordinal).ToList();
        ImmutableArray<string> said = [.. all.Where(term => !all.Exists(other => other != term && Covers(vocabulary, term, other)))];
        return new StatedFact
        {
            Span = first.Span,
            Section = first.Section,
            Item = first.Item,
            Sentence = first.Sentence,
            Clause = first.Clause,
            Axis = first.Axis,
            Billing = vocabulary.Axes.First(axis => axis.Name == first.Axis).Billing,
            Said = said,
            Terms = [.. said.SelectMany(term => vocabulary.TermsOf(term)).Distinct(StringComparer.Ordinal)],
            Hedged = mentions.All(mention => mention.Hedged),
        };
    }

    /// <summary>Whether a term covers another; two that cover each other stand for the same and both stay.</summary>
    private static bool Covers(Vocabulary vocabulary, string term, string other) =>
        vocabulary.TermsOf(term).Contains(other) && !vocabulary.TermsOf(other).Contains(term);
}
