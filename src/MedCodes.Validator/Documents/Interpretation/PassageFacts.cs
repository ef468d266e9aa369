using System.Collections.Immutable;
using MedCodes.Validator.Documents.Interpretation.Words;

namespace MedCodes.Validator.Documents.Interpretation;

/// <summary>The facts inside one paragraph or item.</summary>
internal sealed class PassageFacts
{
    // A label is a name; what is longer before a colon is a sentence that announces something.
    private const int LongestLabel = 8;

    // Most texts have no code.
    private static readonly ILookup<int, FoundCode> NoCodes = Array.Empty<FoundCode>().ToLookup(code => code.Token);

    private readonly Vocabulary _vocabulary;
    private readonly Passage _passage;
    private readonly IReadOnlyList<FoundCode> _codes;
    private readonly ILookup<int, FoundCode> _codesOfSentence;
    private readonly ImmutableArray<Referent> _referents;
    private readonly Roles _roles;

    public PassageFacts(Vocabulary vocabulary, Passage passage, OwnCodes own)
    {
        _vocabulary = vocabulary;
        _passage = passage;
        _codes = CodeFinder.In(passage.Parsed, own.Codes, passage.Section.Name is PageSection.Code or PageSection.SimilarCodes);
        _codesOfSentence = _codes.Count == 0 ? NoCodes : _codes.ToLookup(code => Parsed.SentenceOf(code.Token));
        var codesOfClause = _codes.Count == 0 ? NoCodes : _codes.ToLookup(code => Parsed.ClauseOf(code.Token));
        var fallback = passage.Section.Definition?.SpeaksOf ?? Referent.Own;
        _referents = [.. Parsed.Clauses.Select((clause, index) => SpokenOf.Of(Parsed, clause, codesOfClause[index], fallback))];
        _roles = new Roles(passage.Parsed, passage.Matches);
    }

    private ParsedText Parsed => _passage.Parsed;

    /// <summary>The procedure codes that are surely codes or the page's own, each once.</summary>
    public ImmutableArray<string> Codes => Procedures(_codes);

    /// <summary>The item, where the passage is one.</summary>
    public ItemFact? Item() => _passage.Item is not { } item ? null : new ItemFact
    {
        Span = item.Span,
        Section = _passage.Section.Name,
        Item = _passage.ItemId,
        Ordered = item.Ordered,
        Number = item.Number,
        Depth = item.Depth,
        Label = Label(),
        Text = item.Text.Value,
    };

    /// <summary>The sentences.</summary>
    public IEnumerable<SentenceFact> Sentences()
    {
        for (var i = 0; i < Parsed.Sentences.Length; i++)
        {
            var (start, length) = Parsed.SentenceCharacters(i);
            yield return new SentenceFact
            {
                Span = _passage.Text.SpanOf(start, length),
                Section = _passage.Section.Name,
                Item = _passage.ItemId,
                Sentence = _passage.FirstSentence + i,
                Text = Parsed.Text.Substring(start, length),
                Codes = Procedures(_codesOfSentence[i]),
                OtherCodes = Procedures(_codesOfSentence[i].Where(code => code.Other)),
            };
        }
    }

    /// <summary>The mentions of terms.</summary>
    public IEnumerable<MentionFact> Mentions()
    {
        foreach (var match in _passage.Matches)
        {
            if (match.Term is null)
                continue;
            yield return new MentionFact
            {
                Span = _passage.SpanOf(match.Range),
                Section = _passage.Section.Name,
                Item = _passage.ItemId,
                Sentence = SentenceOf(match.Range),
                Clause = ClauseOf(match.Range),
                Term = match.Term.Name,
                Axis = match.Axis.Name,
                Terms = _vocabulary.TermsOf(match.Term.Name),
                Negated = Negation.Denies(Parsed, match.Range, new OwnWords(_passage.Matches, match.Axis)),
                Hedged = Negation.Hedges(Parsed, match.Range),
                Of = _referents[Parsed.ClauseOf(match.Range.First)],
                By = match.Axis.Name == Axis.Act ? Names(_roles.By(match)) : [],
                Does = match.Axis.Name == Axis.Person ? Names(_roles.Does(match)) : [],
                Text = _passage.Written(match.Range),
            };
        }
    }

    /// <summary>What is written like a code.</summary>
    public IEnumerable<CodeMentionFact> CodeMentions()
    {
        foreach (var code in _codes)
        {
            var range = new TokenRange(code.Token, code.Token + 1);
            var around = _passage.Item is null ? Parsed.SentenceAround(code.Token) : new TokenRange(0, Parsed.Tokens.Length);
            yield return new CodeMentionFact
            {
                Span = _passage.SpanOf(range),
                Section = _passage.Section.Name,
                Item = _passage.ItemId,
                Sentence = SentenceOf(range),
                Clause = ClauseOf(range),
                Code = code.Code,
                System = code.System,
                Own = code.Own,
                Negated = Negation.Denies(Parsed, range, default),
                Hedged = Negation.Hedges(Parsed, range),
                Sure = code.Sure,
                InRange = code.InRange,
                Alone = CodeFinder.AreOnlyCodes(Parsed, around),
            };
        }
    }

    /// <summary>The amounts.</summary>
    public IEnumerable<AmountFact> Amounts()
    {
        var timed = _passage.Matches.Where(match => match.Axis.Name == Axis.Timed && match.Term is not null)
            .ToLookup(match => Parsed.ClauseOf(match.Range.First));
        foreach (var amount in Interpretation.Amounts.In(Parsed))
        {
            yield return new AmountFact
            {
                Span = _passage.SpanOf(amount.Range),
                Section = _passage.Section.Name,
                Item = _passage.ItemId,
                Sentence = SentenceOf(amount.Range),
                Clause = ClauseOf(amount.Range),
                Measure = amount.Measure,
                Low = amount.Low,
                High = amount.High,
                Per = amount.Per,
                About = About(amount, timed[Parsed.ClauseOf(amount.Range.First)]),
                Hedged = Negation.Hedges(Parsed, amount.Range),
                Text = _passage.Written(amount.Range),
            };
        }
    }

    /// <summary>
    /// The clause's nearest term of what takes time, else what the section's amounts are of; nothing where the amount tells when and not
    /// how long: "every five minutes during the procedure", "six hours before the procedure". What a clause says of another
    /// code is no time of this one: "16 to 37 minutes belong to 90832".
    /// </summary>
    private string About(FoundAmount amount, IEnumerable<TermMatch> timed)
    {
        if (amount.Measure == AmountMeasure.Time && (TellsWhen(amount.Range) || IsOfOtherCodes(amount.Range)))
            return "";
        var nearest = timed.MinBy(match => Math.Max(match.Range.First - amount.Range.End, amount.Range.First - match.Range.End));
        return nearest?.Term!.Name ?? _passage.Section.Definition?.AmountsOf ?? "";
    }

    private bool TellsWhen(TokenRange amount)
    {
        var clause = Parsed.ClauseAround(amount.First);
        return (amount.First > clause.First && AmountWords.TimesBefore.Contains(Parsed.Word(amount.First - 1)))
            || (amount.End < clause.End && AmountWords.TimesBehind.Contains(Parsed.Word(amount.End)));
    }

    // A number that looks like a code is enough here, where nobody says that it is one.
    private bool IsOfOtherCodes(TokenRange amount)
    {
        var here = _codes.Where(code => code.System is CodeSystem.Cpt or CodeSystem.Hcpcs && Parsed.ClauseOf(code.Token) == Parsed.ClauseOf(amount.First)).ToList();
        return here.Count > 0 && here.TrueForAll(code => !code.Own);
    }

    private string Label()
    {
        var text = _passage.Text.Value;
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        if (colon <= 0 || (colon + 1 < text.Length && !char.IsWhiteSpace(text[colon + 1])))
            return "";
        var label = text[..colon].Trim('*', '_', ' ');
        var words = Tokenizer.Read(label);
        return words.Length is >= 1 and <= LongestLabel && words.All(word => word.Before < Gap.Sentence) ? label : "";
    }

    private static ImmutableArray<string> Procedures(IEnumerable<FoundCode> codes) =>
    [
        .. codes.Where(code => code.System is CodeSystem.Cpt or CodeSystem.Hcpcs && (code.Sure || code.Own))
            .Select(code => code.Code)
            .Distinct(StringComparer.Ordinal),
    ];

    private static ImmutableArray<string> Names(IEnumerable<TermMatch> matches) =>
        [.. matches.Select(match => match.Term!.Name).Distinct(StringComparer.Ordinal)];

    private int SentenceOf(TokenRange range) => _passage.FirstSentence + Parsed.SentenceOf(range.First);

    private int ClauseOf(TokenRange range) => _passage.FirstClause + Parsed.ClauseOf(range.First);
}
