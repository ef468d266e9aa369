using System.Collections.Immutable;

namespace MedCodes.Validator.Documents.Interpretation;

/// <summary>What sections say on each axis.</summary>
internal static class Statements
{
    /// <summary>One statement per section and axis with an affirmed mention of the page's own procedure; in title and name of any.</summary>
    public static ImmutableArray<StatedFact> Of(Vocabulary vocabulary, ImmutableArray<MentionFact> mentions)
    {
        var groups = new Dictionary<(string Section, string Axis), List<MentionFact>>();
        var order = new List<List<MentionFact>>();
        foreach (var mention in mentions)
        {
            if (!Counts(mention))
                continue;
            if (!groups.TryGetValue((mention.Section, mention.Axis), out var group))
            {
                groups[(mention.Section, mention.Axis)] = group = [];
                order.Add(group);
            }

            group.Add(mention);
        }

        return [.. order.Select(group => Statement(vocabulary, group))];
    }

    private static bool Counts(MentionFact mention) =>
        !mention.Negated && (mention.Of == Referent.Own || mention.Section is PageSection.Title or PageSection.NameOfProcedure);

    private static StatedFact Statement(Vocabulary vocabulary, List<MentionFact> mentions)
    {
        var first = mentions[0];
        var all = mentions.Count == 1 ? [first.Term] : mentions.Select(mention => mention.Term).Distinct(StringComparer.Ordinal).ToList();
        ImmutableArray<string> said = all.Count == 1 ? [first.Term] : [.. all.Where(term => !all.Exists(other => other != term && Covers(vocabulary, term, other)))];
        return new StatedFact
        {
            Span = first.Span,
            Section = first.Section,
            Item = first.Item,
            Sentence = first.Sentence,
            Clause = first.Clause,
            Axis = first.Axis,
            Billing = vocabulary.IsBilling(first.Axis),
            Said = said,
            Terms = said is [var only] ? vocabulary.TermsOf(only) : [.. said.SelectMany(term => vocabulary.TermsOf(term)).Distinct(StringComparer.Ordinal)],
            Hedged = mentions.All(mention => mention.Hedged),
        };
    }

    /// <summary>Whether a term covers another; two that cover each other stand for the same and both stay.</summary>
    private static bool Covers(Vocabulary vocabulary, string term, string other) =>
        vocabulary.TermsOf(term).Contains(other) && !vocabulary.TermsOf(other).Contains(term);
}
