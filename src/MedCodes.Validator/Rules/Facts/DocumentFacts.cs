using System.Collections.Immutable;
using MedCodes.Validator.Documents.Interpretation;
using MedCodes.Validator.Documents.Library;
using MedCodes.Validator.Findings;
using MedCodes.Validator.Rules.Catalogue;
using MedCodes.Validator.Sources;

namespace MedCodes.Validator.Rules.Facts;

/// <summary>The facts of one procedure page, in canonical order, the page itself first.</summary>
internal static class DocumentFacts
{
    public static ImmutableArray<Fact> Of(InterpretedDocument page, int file)
    {
        // One for all facts: a page has a thousand. It knows the file alone, for some facts are kept until all pages are read.
        var source = page.Source.File;
        Place? Locate(Fact fact) => PlaceOf(source, (PageFact)fact.Content);
        Func<Fact, Place?> locate = Locate;
        var document = Fact.Of(DocumentKinds.Document, page.Document, null, new FactOrder(file, page.Document.Span.Offset, 0, -1), locate);
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
            (DocumentKinds.Example, page.Examples),
            (DocumentKinds.FrontMatter, page.FrontMatter),
        ];
        var inside = new List<Fact>();
        foreach (var (kind, facts) in parts)
        {
            foreach (var fact in facts)
                inside.Add(Fact.Of(kind, fact, document, new FactOrder(file, fact.Span.Offset, 0, inside.Count), locate));
        }

        // No two have the same place in the order.
        inside.Sort((one, other) => one.Order.CompareTo(other.Order));
        return [document, .. inside];
    }

    /// <summary>The facts of all pages together: those that rules over the library name, and what only all pages tell.</summary>
    /// <param name="pages">The pages and those of their facts that rules over the library name, the page itself first, in the order of the run.</param>
    /// <param name="jobs">How many pages are compared at a time; what comes of it is always the same.</param>
    public static ImmutableArray<Fact> OfLibrary(IReadOnlyList<(LibraryPage Page, ImmutableArray<Fact> Facts)> pages, int jobs)
    {
        var library = PageLibrary.Of([.. pages.Select(page => page.Page)], jobs);
        var own = library.RepeatedLines.Select((line, index) => Of(DocumentKinds.RepeatedLine, line.Page, line.Line, line.Line, index))
            .Concat(library.Twins.Select((twin, index) => Of(DocumentKinds.Twin, twin.Page, twin.Twin, new TwinContent(twin.Twin, pages[twin.Twin.Other].Facts[0]), library.RepeatedLines.Length + index)));
        var ofPage = own.ToLookup(fact => fact.Whole);

        // Pages follow one another in canonical order, and so do the facts of each.
        return [.. pages.SelectMany(page => ofPage.Contains(page.Facts[0]) ? page.Facts.Concat(ofPage[page.Facts[0]]).OrderBy(fact => fact.Order) : page.Facts.AsEnumerable())];

        // Behind everything that was read of the page.
        Fact Of(FactKind kind, int page, PageFact fact, object content, int index)
        {
            var whole = pages[page].Facts[0];
            return Fact.Of(kind, content, whole, whole.Order with { Offset = fact.Span.Offset, Sequence = (int.MaxValue / 2) + index }, _ => PlaceOf(pages[page].Page.File, fact));
        }
    }

    private static Place PlaceOf(SourceFile file, PageFact fact) => new()
    {
        File = file,
        Span = fact.Span,
        Section = fact.Section.Length == 0 ? null : fact.Section,
    };
}

/// <summary>A twin with the fact of the other page.</summary>
internal sealed record TwinContent(TwinFact Twin, Fact Other);
