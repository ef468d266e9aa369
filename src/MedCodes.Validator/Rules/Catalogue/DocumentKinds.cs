using System.Collections.Immutable;
using MedCodes.Validator.Documents.Interpretation;
using MedCodes.Validator.Documents.Library;
using MedCodes.Validator.Rules.Facts;
using MedCodes.Validator.Rules.Values;
using static MedCodes.Validator.Rules.Catalogue.FieldReading;

namespace MedCodes.Validator.Rules.Catalogue;

/// <summary>Procedure pages and what they say.</summary>
internal static class DocumentKinds
{
    private static readonly FieldType Referents = FieldType.OneOf("own", "other", "earlier");

    public static FactKind Document { get; } = new(
        "document",
        "A procedure page.",
        Scope.Document,
        null,
        Always<DocumentFact>("path", FieldType.Text, "Its path as given.", d => Value.Of(d.Path)),
        Always<DocumentFact>("schema", FieldType.NameOf(NameSpace.PageSchema), "The page schema whose required sections it has at least half of, else none.", d => Value.Of(d.Schema)),
        Always<DocumentFact>("known-sections", FieldType.Number, "How many sections of its schema its headings open; without a schema, of the one that it has most of.", d => Value.Of((decimal)d.KnownSections)),
        Field.Of<DocumentFact>("title", FieldType.Text, "Its title.", d => Text(d.Title)),
        Field.Of<DocumentFact>("name", FieldType.Text, "The name of the procedure, as its section gives it.", d => Text(d.Name)),
        Field.Of<DocumentFact>("code", FieldType.Code, "The only code of its own.", d => Text(d.Code)),
        Always<DocumentFact>("codes", FieldType.Codes, "Its own codes.", d => Value.OfList(d.Codes)),
        Always<DocumentFact>("code-from", FieldType.OneOf("none", "label", "title", "front-matter"), "Where they were found.", d => Value.Of(Kebab(d.CodeFrom))),
        Always<DocumentFact>("qualifiers", FieldType.Terms, "The terms that the title states on billing axes.", d => Value.OfList(d.Qualifiers)),
        Always<DocumentFact>("title-unclosed", FieldType.Number, "The brackets that the title leaves open.", d => Value.Of((decimal)d.TitleUnclosed)),
        Always<DocumentFact>("title-cut-word", FieldType.YesNo, "Whether the title's last word only begins a known one.", d => Value.Of(d.TitleCutWord)),
        Always<DocumentFact>("as-of", FieldType.Date, "The day that stands for today.", d => Value.Of(d.AsOf)),
        Field.Of<DocumentFact>("effective", FieldType.Date, "The day from which it holds, by its front matter.", d => Date(d.Effective)),
        Field.Of<DocumentFact>("reviewed", FieldType.Date, "The day of its last review, by its front matter.", d => Date(d.Reviewed)),
        Always<DocumentFact>("final-newline", FieldType.YesNo, "Whether its last line ends.", d => Value.Of(d.FinalNewline)));

    public static FactKind Slot { get; } = Part(
        "slot",
        "A section that the page's schema knows, present or not.",
        Always<SlotFact>("needs", FieldType.OneOf("required", "expected", "optional"), "How much the schema needs it.", s => Value.Of(Kebab(s.Needs))),
        Always<SlotFact>("holds", FieldType.OneOf("prose", "items", "steps", "codes"), "What it holds.", s => Value.Of(Kebab(s.Holds))),
        Always<SlotFact>("rank", FieldType.Number, "Its place in the schema, from 1.", s => Value.Of((decimal)s.Rank)),
        Always<SlotFact>("count", FieldType.Number, "How many such sections the page has.", s => Value.Of((decimal)s.Count)));

    public static FactKind Section { get; } = Part(
        "section",
        "A section, the title and the preamble among them.",
        Always<SectionFact>("heading", FieldType.Text, "Its heading.", s => Value.Of(s.Heading)),
        Always<SectionFact>("rank", FieldType.Number, "Its place in the schema; 0 where the schema does not know it.", s => Value.Of((decimal)s.Rank)),
        Always<SectionFact>("previous-rank", FieldType.Number, "The rank of the section before it.", s => Value.Of((decimal)s.PreviousRank)),
        Always<SectionFact>("occurrence", FieldType.Number, "Which one of its name it is, from 1.", s => Value.Of((decimal)s.Occurrence)),
        Always<SectionFact>("text", FieldType.Text, "Its text.", s => Value.Of(s.Text)),
        Always<SectionFact>("words", FieldType.Number, "Its number of words.", s => Value.Of((decimal)s.Words)),
        Always<SectionFact>("items", FieldType.Number, "Its number of list items.", s => Value.Of((decimal)s.Items)),
        Always<SectionFact>("steps", FieldType.Number, "Its number of numbered items.", s => Value.Of((decimal)s.Steps)),
        Always<SectionFact>("codes", FieldType.Codes, "The codes that it names.", s => Value.OfList(s.Codes)));

    public static FactKind Item { get; } = Part(
        "item",
        "An item of a list.",
        Always<ItemFact>("ordered", FieldType.YesNo, "Whether it is numbered.", i => Value.Of(i.Ordered)),
        Always<ItemFact>("number", FieldType.Number, "Its number.", i => Value.Of((decimal)i.Number)),
        Always<ItemFact>("depth", FieldType.Number, "How deep it is nested, from 1.", i => Value.Of((decimal)i.Depth)),
        Always<ItemFact>("label", FieldType.Text, "The words before its colon.", i => Value.Of(i.Label)),
        Always<ItemFact>("text", FieldType.Text, "Its text, the label included.", i => Value.Of(i.Text)));

    public static FactKind Sentence { get; } = Part(
        "sentence",
        "A sentence.",
        Always<SentenceFact>("text", FieldType.Text, "Its text.", s => Value.Of(s.Text)),
        Always<SentenceFact>("codes", FieldType.Codes, "The codes that it names.", s => Value.OfList(s.Codes)),
        Always<SentenceFact>("other-codes", FieldType.Codes, "Those of them that are not the page's own.", s => Value.OfList(s.OtherCodes)));

    public static FactKind Mention { get; } = Part(
        "mention",
        "Words that mean a term.",
        Always<MentionFact>("term", FieldType.NameOf(NameSpace.Term), "The term.", m => Value.Of(m.Term)),
        Always<MentionFact>("axis", FieldType.NameOf(NameSpace.Axis), "Its axis.", m => Value.Of(m.Axis)),
        Always<MentionFact>("terms", FieldType.Terms, "The term and what it covers.", m => Value.OfList(m.Terms)),
        Always<MentionFact>("negated", FieldType.YesNo, "Whether it is said not to be.", m => Value.Of(m.Negated)),
        Always<MentionFact>("hedged", FieldType.YesNo, "Whether it is said with reserve.", m => Value.Of(m.Hedged)),
        Always<MentionFact>("of", Referents, "Of which procedure it is said.", m => Value.Of(Kebab(m.Of))),
        Always<MentionFact>("by", FieldType.Terms, "The persons who do it.", m => Value.OfList(m.By)),
        Always<MentionFact>("does", FieldType.Terms, "What this person does.", m => Value.OfList(m.Does)),
        Always<MentionFact>("text", FieldType.Text, "The words.", m => Value.Of(m.Text)));

    public static FactKind Stated { get; } = Part(
        "stated",
        "What a section says on an axis of its own procedure.",
        Always<StatedFact>("axis", FieldType.NameOf(NameSpace.Axis), "The axis.", s => Value.Of(s.Axis)),
        Always<StatedFact>("billing", FieldType.YesNo, "Whether values of the axis tell codes apart.", s => Value.Of(s.Billing)),
        Always<StatedFact>("said", FieldType.Terms, "The terms said, without those that another one covers.", s => Value.OfList(s.Said)),
        Always<StatedFact>("terms", FieldType.Terms, "Those terms and what they cover.", s => Value.OfList(s.Terms)),
        Always<StatedFact>("hedged", FieldType.YesNo, "Whether all of it is said with reserve.", s => Value.Of(s.Hedged)));

    public static FactKind CodeMention { get; } = Part(
        "code-mention",
        "A code in the text.",
        Always<CodeMentionFact>("code", FieldType.Code, "The code.", c => Value.Of(c.Code)),
        Always<CodeMentionFact>("system", FieldType.OneOf("cpt", "hcpcs", "icd10-cm"), "The list it is of.", c => Value.Of(SystemOf(c.System))),
        Always<CodeMentionFact>("own", FieldType.YesNo, "Whether it is the page's own.", c => Value.Of(c.Own)),
        Always<CodeMentionFact>("negated", FieldType.YesNo, "Whether it is said not to be.", c => Value.Of(c.Negated)),
        Always<CodeMentionFact>("hedged", FieldType.YesNo, "Whether it is said with reserve.", c => Value.Of(c.Hedged)),
        Always<CodeMentionFact>("sure", FieldType.YesNo, "Whether it is a code for sure and no other number.", c => Value.Of(c.Sure)),
        Always<CodeMentionFact>("in-range", FieldType.YesNo, "Whether it is an end of a range.", c => Value.Of(c.InRange)),
        Always<CodeMentionFact>("alone", FieldType.YesNo, "Whether it stands without words of its own.", c => Value.Of(c.Alone)));

    public static FactKind Amount { get; } = Part(
        "amount",
        "A time or a number of things in the text.",
        Always<AmountFact>("measure", FieldType.OneOf("time", "units", "levels", "sessions"), "What is measured.", a => Value.Of(Kebab(a.Measure))),
        Always<AmountFact>("low", FieldType.Number, "The least; times in minutes.", a => Value.Of(a.Low)),
        Always<AmountFact>("high", FieldType.Number, "The most; an open end exceeds all.", a => Value.Of(a.High)),
        Always<AmountFact>("per", FieldType.AnyName, "What it is for each of.", a => NameOr(a.Per)),
        Always<AmountFact>("about", FieldType.AnyName, "What takes that long.", a => NameOr(a.About)),
        Always<AmountFact>("hedged", FieldType.YesNo, "Whether it is said with reserve.", a => Value.Of(a.Hedged)),
        Always<AmountFact>("text", FieldType.Text, "The words.", a => Value.Of(a.Text)));

    public static FactKind FrontMatter { get; } = Part(
        "front-matter",
        "An entry of the front matter.",
        Always<FrontMatterFact>("key", FieldType.Text, "Its key.", f => Value.Of(f.Key)),
        Always<FrontMatterFact>("means", FieldType.OneOf("none", "code", "title", "effective", "reviewed"), "What the schema takes it for.", f => Value.Of(Kebab(f.Means))),
        Field.Of<FrontMatterFact>("value", FieldType.Text, "Its value.", f => Text(f.Value)),
        Always<FrontMatterFact>("values", new FieldType(ScalarType.Text, IsList: true), "Its values.", f => Value.OfList(f.Values)),
        Always<FrontMatterFact>("codes", FieldType.Codes, "The codes among them.", f => Value.OfList(f.Codes)),
        Always<FrontMatterFact>("terms", FieldType.Terms, "The terms among them.", f => Value.OfList(f.Terms)));

    public static FactKind Example { get; } = Part(
        "example",
        "A worked billing example: a fenced block of claims.",
        Always<ExampleFact>("format", FieldType.OneOf("claim", "x12", "csv", "json", "fhir"), "How its claims are written.", e => Value.Of(Kebab(e.Format))),
        Always<ExampleFact>("expect", FieldType.OneOf("clean", "findings"), "What the page says of it: findings where its mark says fails.", e => Value.Of(Kebab(e.Expect))),
        Always<ExampleFact>("findings", new FieldType(ScalarType.Name, IsList: true), "The rules of which its claims have errors or warnings, in a run of their own.", example => OfRun(example, example.Findings)),
        Always<ExampleFact>("said", new FieldType(ScalarType.Text, IsList: true), "What those rules say of its claims, each with its id.", example => OfRun(example, example.Said)),
        Field.Of<ExampleFact>("unreadable", FieldType.Text, "Why its claims cannot be read.", e => Text(e.Unreadable)));

    public static FactKind RepeatedLine { get; } = new(
        "repeated-line",
        "A line that several pages of one schema have, where it stands first.",
        Scope.Library,
        Document,
        Always<RepeatedLineFact>("section", FieldType.AnyName, "The name of the section it stands in.", line => Value.Of(line.Section)),
        Always<RepeatedLineFact>("text", FieldType.Text, "The line.", line => Value.Of(line.Text)),
        Always<RepeatedLineFact>("place", FieldType.OneOf("preamble", "body"), "Whether it stands before the title.", line => Value.Of(line.InPreamble ? "preamble" : "body")),
        Always<RepeatedLineFact>("documents", FieldType.Number, "How many pages have it.", line => Value.Of((decimal)line.Documents)),
        Always<RepeatedLineFact>("share", FieldType.Number, "What percentage of the pages of the schema they are.", line => Value.Of(line.Share)));

    public static FactKind Twin { get; } = new(
        "twin",
        "Another page with much of the same text, from each side.",
        Scope.Library,
        Document,
        Always<TwinContent>("other", FieldType.Fact, "The other page.", twin => new Value.Reference(twin.Other)),
        Always<TwinContent>("other-path", FieldType.Text, "The path of the other page.", twin => Value.Of(twin.Twin.OtherDocument.Path)),
        Field.Of<TwinContent>("other-code", FieldType.Code, "The only code of the other page's own.", twin => Text(twin.Twin.OtherDocument.Code)),
        Always<TwinContent>("share", FieldType.Number, "What percentage of the five-word runs of the shorter body both have; from 50.", twin => Value.Of(twin.Twin.Share)),
        Always<TwinContent>("apart", FieldType.Terms, "The terms that this title states on billing axes and the other does not.", twin => Value.OfList(twin.Twin.Apart)));

    /// <summary>The kinds that only all pages of a run together have.</summary>
    public static ImmutableArray<FactKind> OfLibrary { get; } = [RepeatedLine, Twin];

    /// <summary>The kinds that stand in a page, in the order of the reference page.</summary>
    public static ImmutableArray<FactKind> Parts { get; } =
        [Slot, Section, Item, Sentence, Mention, Stated, CodeMention, Amount, Example, FrontMatter];

    private static FactKind Part(string name, string summary, params ImmutableArray<Field> fields) => new(
        name,
        summary,
        Scope.Document,
        Document,
        [
            Always<PageFact>("section", FieldType.NameOf(NameSpace.Section), "The name of the section it stands in.", p => Value.Of(p.Section)),
            Always<PageFact>("item", FieldType.Number, "The list item around it; 0 for none.", p => Value.Of((decimal)p.Item)),
            Always<PageFact>("sentence", FieldType.Number, "The sentence around it; 0 for none.", p => Value.Of((decimal)p.Sentence)),
            Always<PageFact>("clause", FieldType.Number, "The clause around it; 0 for none.", p => Value.Of((decimal)p.Clause)),
            .. fields,
        ]);

    private static Field Always<T>(string name, FieldType type, string summary, Func<T, Value> read) =>
        Field.Of<T>(name, type, summary, read, Absence.Never);

    private static Value OfRun(ExampleFact example, ImmutableArray<string>? found) => found is { } known
        ? Value.OfList(known)
        : new Value.Unknown(example.Unreadable is null ? $"claims of the format {Kebab(example.Format)} are not run" : "the example cannot be read");

    private static Value NameOr(string name) => Value.Of(name.Length == 0 ? "none" : name);

    private static string SystemOf(CodeSystem system) => system == CodeSystem.Icd10Cm ? "icd10-cm" : Kebab(system);

    private static string Kebab<T>(T value) where T : struct, Enum => KebabCase.Of(value);
}
