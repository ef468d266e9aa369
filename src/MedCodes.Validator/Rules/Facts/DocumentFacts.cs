using System.Collections.Immutable;
using MedCodes.Validator.Documents.Interpretation;
using MedCodes.Validator.Findings;
using MedCodes.Validator.Rules.Catalogue;

namespace MedCodes.Validator.Rules.Facts;

/// <summary>The facts of one procedure page, in canonical order, the page itself first.</summary>
internal static class DocumentFacts
{
    public static ImmutableArray<Fact> Of(InterpretedDocument page, int file)
    {
        var document = Fact.Of(DocumentKinds.Document, page.Document, null, new FactOrder(file, page.Document.Span.Offset, -1), _ => PlaceOf(page, page.Document));
        (FactKind Kind, IEnumerable<PageFact> Facts)[] parts =
        [
            (DocumentKinds.Slot, page.Slots),
            (DocumentKinds.Section, page.Sections),
            (DocumentKinds.Item, page.Items),
            (DocumentKinds.Sentence, page.Sentences),
            (DocumentKinds.Mention, page.Mentions),
            (DocumentKinds.Stated, page.Stated),
            (DocumentKinds.CodeMention, page.CodeMentions),
            (DocumentKinds.Amount, page.Amounts),
            (DocumentKinds.FrontMatter, page.FrontMatter),
        ];
        var sequence = 0;
        return
        [
            document,
            .. parts.SelectMany(part => part.Facts.Select(fact => Fact.Of(
                    part.Kind, fact, document, new FactOrder(file, fact.Span.Offset, sequence++), _ => PlaceOf(page, fact))))
                .OrderBy(fact => fact.Order),
        ];
    }

    private static Place PlaceOf(InterpretedDocument page, PageFact fact) => new()
    {
        File = page.Source.File,
        Span = fact.Span,
        Section = fact.Section.Length == 0 ? null : fact.Section,
    };
}
