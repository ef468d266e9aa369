using System.Collections.Immutable;
using System.Globalization;
using MedCodes.Validator.Documents.Interpretation.Words;
using MedCodes.Validator.Sources;

namespace MedCodes.Validator.Documents.Interpretation;

/// <summary>Turns the structure of a page and a vocabulary into facts. Immutable and safe to use from several threads.</summary>
internal sealed class Interpreter
{
    // More texts than most pages have.
    private const int MostRemembered = 512;

    private static readonly string[] DateFormats = ["yyyy-MM-dd", "yyyyMMdd", "M/d/yyyy", "MMMM d, yyyy", "d MMMM yyyy"];

    // Many rules ask the same sections of a page, one page after the other in each thread.
    [ThreadStatic]
    private static (Interpreter Of, Dictionary<string, AffirmedTerms> Terms)? _affirmed;

    // Made for the first page: a run of claims reads none.
    private readonly Lazy<TermMatcher> _matcher;

    /// <param name="vocabulary">The words to read with.</param>
    public Interpreter(Vocabulary vocabulary)
    {
        ArgumentNullException.ThrowIfNull(vocabulary);
        Vocabulary = vocabulary;
        _matcher = new Lazy<TermMatcher>(() => new TermMatcher(vocabulary));
    }

    /// <summary>The words that it reads with.</summary>
    public Vocabulary Vocabulary { get; }

    /// <summary>The facts of a page.</summary>
    /// <param name="document">What a reader found.</param>
    /// <param name="asOf">The date that stands for today.</param>
    public InterpretedDocument Interpret(ProcedureDocument document, DateOnly asOf)
    {
        ArgumentNullException.ThrowIfNull(document);
        var outline = Outline.Of(document, Vocabulary.Schemas);
        var passages = Passage.Of(outline, _matcher.Value);
        var own = OwnCodes.Of(document, outline, passages);
        var facts = passages.Select(passage => new PassageFacts(Vocabulary, passage, own)).ToList();
        ImmutableArray<MentionFact> mentions = [.. facts.SelectMany(passage => passage.Mentions())];
        var stated = Statements.Of(Vocabulary, mentions);
        var frontMatter = document.FrontMatter.Select(entry => FrontMatter(entry, outline.Schema)).ToImmutableArray();
        return new InterpretedDocument
        {
            Source = document,
            Document = Document(document, outline, passages, own, asOf) with
            {
                Qualifiers = [.. stated.Where(fact => fact.Section == PageSection.Title && fact.Billing).SelectMany(fact => fact.Said)],
                Effective = DateOf(frontMatter, FrontMatterMeaning.Effective),
                Reviewed = DateOf(frontMatter, FrontMatterMeaning.Reviewed),
            },
            Slots = [.. Slots(outline, document)],
            Sections = [.. Sections(outline, passages, facts)],
            Items = [.. facts.Select(passage => passage.Item()).OfType<ItemFact>()],
            Sentences = [.. facts.SelectMany(passage => passage.Sentences())],
            Mentions = mentions,
            Stated = stated,
            CodeMentions = [.. facts.SelectMany(passage => passage.CodeMentions())],
            Amounts = [.. facts.SelectMany(passage => passage.Amounts())],
            Examples = [.. outline.Sections.SelectMany(section => section.Blocks.OfType<PageBlock.Fence>().Select(fence => ExampleFact.Of(fence, section.Name))).OfType<ExampleFact>()],
            FrontMatter = frontMatter,
        };
    }

    /// <summary>Whether a text has an affirmed mention of a term or of what it covers, or of any term of an axis.</summary>
    /// <exception cref="ArgumentException">There is no such term or axis.</exception>
    public bool Mentions(string text, string termOrAxis)
    {
        var terms = Vocabulary.TermsOf(termOrAxis);
        return Affirmed(text).Matches.Any(match => terms.Contains(match.Term!.Name));
    }

    /// <summary>Whether an affirmed mention of a term or of what it covers begins a text, articles aside.</summary>
    /// <exception cref="ArgumentException">There is no such term or axis.</exception>
    public bool OpensWith(string text, string termOrAxis)
    {
        var terms = Vocabulary.TermsOf(termOrAxis);
        var (parsed, matches) = Affirmed(text);
        var first = 0;
        while (ClauseWords.Articles.Contains(parsed.Word(first)))
            first++;
        return matches.Any(match => match.Range.First == first && terms.Contains(match.Term!.Name));
    }

    private AffirmedTerms Affirmed(string text)
    {
        if (_affirmed is not { } kept || kept.Of != this)
            _affirmed = kept = (this, new Dictionary<string, AffirmedTerms>(StringComparer.Ordinal));
        var remembered = kept.Terms;
        if (remembered.TryGetValue(text, out var known))
            return known;
        if (remembered.Count == MostRemembered)
            remembered.Clear();
        var parsed = new ParsedText(text);
        var matches = _matcher.Value.In(parsed);
        return remembered[text] = new AffirmedTerms(
            parsed, [.. matches.Where(match => match.Term is not null && !Negation.Denies(parsed, match.Range, new OwnWords(matches, match.Axis)))]);
    }

    private DocumentFact Document(ProcedureDocument document, Outline outline, ImmutableArray<Passage> passages, OwnCodes own, DateOnly asOf)
    {
        var title = outline.Title?.Value ?? "";
        var body = passages.Where(passage => passage.Section.Name != PageSection.Title)
            .SelectMany(passage => passage.Parsed.Tokens)
            .Select(token => token.Word);
        var name = string.Join(' ', passages.Where(passage => passage.Section.Name == PageSection.NameOfProcedure).Take(1).Select(passage => passage.Text.Value));
        return new DocumentFact
        {
            Span = new SourceSpan(document.Start, 0),
            Path = document.File.Path,
            Schema = outline.Schema?.Name ?? PageSchema.None,
            KnownSections = outline.KnownSections,
            Title = title.Length == 0 ? null : title,
            Name = name.Length == 0 ? null : name,
            Codes = own.Codes,
            CodeFrom = own.From,
            TitleUnclosed = TitleSigns.Unclosed(title),
            TitleCutWord = TitleSigns.CutsWord(title, body, _matcher.Value.Words),
            AsOf = asOf,
            FinalNewline = document.FinalNewline,
        };
    }

    private static IEnumerable<SlotFact> Slots(Outline outline, ProcedureDocument document)
    {
        foreach (var (index, section) in (outline.Schema?.Sections ?? []).Index())
        {
            var found = outline.Sections.Where(candidate => candidate.Name == section.Name).ToList();
            yield return new SlotFact
            {
                Span = found.Count > 0 ? found[0].Span : new SourceSpan(document.Start, 0),
                Section = section.Name,
                Needs = section.Needs,
                Holds = section.Holds,
                Rank = index + 1,
                Count = found.Count,
            };
        }
    }

    private static IEnumerable<SectionFact> Sections(Outline outline, ImmutableArray<Passage> passages, List<PassageFacts> facts)
    {
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        var previous = 0;
        var bySection = passages.Zip(facts).ToLookup(passage => passage.First.Section);
        foreach (var section in outline.Sections)
        {
            var occurrence = counts[section.Name] = counts.GetValueOrDefault(section.Name) + 1;
            var own = bySection[section].ToList();
            yield return new SectionFact
            {
                Span = section.Span,
                Section = section.Name,
                Heading = section.Heading?.Value ?? "",
                Rank = section.Rank,
                PreviousRank = previous,
                Occurrence = occurrence,
                Text = string.Join('\n', own.Select(passage => passage.First.Text.Value)),
                Passages = [.. own.Select(passage => passage.First.Parsed)],
                Words = own.Sum(passage => passage.First.Parsed.Tokens.Length),
                Items = own.Count(passage => passage.First.Item is not null),
                Steps = own.Count(passage => passage.First.Item is { Ordered: true }),
                Codes = [.. own.SelectMany(passage => passage.Second.Codes).Distinct(StringComparer.Ordinal)],
            };
            previous = section.Rank > 0 ? section.Rank : previous;
        }
    }

    private FrontMatterFact FrontMatter(FrontMatterEntry entry, PageSchema? schema)
    {
        ImmutableArray<string> values = [.. entry.Values.Select(value => value.Value).Where(value => value.Length > 0)];
        var parsed = values.Select(value => new ParsedText(value)).ToList();
        return new FrontMatterFact
        {
            Span = entry.Span,
            Key = entry.Key,
            Means = schema?.MeaningOf(entry.Key) ?? FrontMatterMeaning.None,
            Value = values is [var only] ? only : null,
            Values = values,
            Codes = [.. parsed.SelectMany(text => CodeFinder.ProcedureCodes(text)).Distinct(StringComparer.Ordinal)],
            Terms = [.. values.SelectMany(value => Affirmed(value).Matches).SelectMany(match => Vocabulary.TermsOf(match.Term!.Name)).Distinct(StringComparer.Ordinal)],
        };
    }

    private static DateOnly? DateOf(ImmutableArray<FrontMatterFact> entries, FrontMatterMeaning meaning) =>
        entries.FirstOrDefault(entry => entry.Means == meaning && entry.Value is not null) is { } found
        && DateOnly.TryParseExact(found.Value, DateFormats, CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
            ? date
            : null;

    private sealed record AffirmedTerms(ParsedText Text, ImmutableArray<TermMatch> Matches);
}
