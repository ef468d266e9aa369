using System.Collections.Immutable;
using MedCodes.Validator.Sources;

namespace MedCodes.Validator.Documents.Interpretation;

/// <summary>A page as sections: what kind of page it is, which heading opens which section, where the title is.</summary>
internal sealed record Outline
{
    /// <summary>The kind of page; null for none of the known ones.</summary>
    public required PageSchema? Schema { get; init; }

    /// <summary>How many different sections of its kind its headings open; of a page of no known kind, of the kind that it has most of.</summary>
    public required int KnownSections { get; init; }

    /// <summary>Preamble, title and sections in the order of the page.</summary>
    public required ImmutableArray<OutlineSection> Sections { get; init; }

    /// <summary>The title; null where there is none.</summary>
    public PageText? Title => Sections.FirstOrDefault(section => section.Name == PageSection.Title)?.Blocks.OfType<PageBlock.Paragraph>().FirstOrDefault()?.Text;

    /// <summary>The outline of a page.</summary>
    public static Outline Of(ProcedureDocument document, ImmutableArray<PageSchema> schemas)
    {
        var headings = document.Blocks.OfType<PageBlock.Heading>().Select(heading => heading.Text.Value).ToList();
        var schema = Choose(headings, schemas);
        var blocks = document.Blocks;
        var title = TitleIndex(blocks, schema, hasOtherTitle: FrontMatterTitle(document, schema) is not null);
        var first = title is { } index ? index + 1 : FirstHeading(blocks);
        var sections = ImmutableArray.CreateBuilder<OutlineSection>();
        var preamble = blocks[..(title ?? first)];
        if (preamble.Length > 0)
            sections.Add(new OutlineSection(PageSection.Preamble, null, 0, null, preamble[0].Span, preamble));
        if (title is { } at)
            sections.Add(Section(schema, PageSection.Title, null, blocks[at].Span, [Paragraph(blocks[at])]));
        else if (FrontMatterTitle(document, schema) is { } entry)
            sections.Add(Section(schema, PageSection.Title, null, entry.Span, [new PageBlock.Paragraph(entry) { Span = entry.Span }]));
        AddSections(sections, schema, blocks[first..]);
        return new Outline
        {
            Schema = schema,
            KnownSections = (schema is null ? schemas : [schema]).Select(known => headings.Select(known.SectionOf).OfType<PageSection>().Distinct().Count()).DefaultIfEmpty().Max(),
            Sections = sections.ToImmutable(),
        };
    }

    private static void AddSections(ImmutableArray<OutlineSection>.Builder sections, PageSchema? schema, ImmutableArray<PageBlock> blocks)
    {
        PageBlock.Heading? open = null;
        var name = PageSection.Other;
        var body = ImmutableArray.CreateBuilder<PageBlock>();
        foreach (var block in blocks)
        {
            if (block is not PageBlock.Heading heading)
            {
                body.Add(block);
                continue;
            }

            var known = schema?.SectionOf(heading.Text.Value);
            if (known is null && open is not null && heading.Level > open.Level)
            {
                body.Add(new PageBlock.Paragraph(heading.Text) { Span = heading.Span });
                continue;
            }

            Close();
            open = heading;
            name = known?.Name ?? PageSection.Other;
        }

        Close();

        void Close()
        {
            if (open is not null || body.Count > 0)
                sections.Add(Section(schema, name, open?.Text, open?.Span ?? body[0].Span, body.ToImmutable()));
            body.Clear();
        }
    }

    private static OutlineSection Section(PageSchema? schema, string name, PageText? heading, SourceSpan span, ImmutableArray<PageBlock> blocks)
    {
        var rank = schema is null ? -1 : schema.Sections.IndexOf(schema.Sections.FirstOrDefault(section => section.Name == name)!);
        return new OutlineSection(name, rank < 0 ? null : schema!.Sections[rank], rank + 1, heading, span, blocks);
    }

    /// <summary>The kind of page of whose required headings the page has the largest share, from one half.</summary>
    private static PageSchema? Choose(List<string> headings, ImmutableArray<PageSchema> schemas)
    {
        PageSchema? best = null;
        var bestShare = 0.0;
        foreach (var schema in schemas)
        {
            var required = schema.Sections.Where(section => section.Needs == SectionNeed.Required && section.Headings.Length > 0).ToList();
            var present = headings.Select(schema.SectionOf).ToHashSet();
            var share = required.Count == 0 ? 0 : (double)required.Count(present.Contains) / required.Count;
            if (share >= 0.5 && share > bestShare)
                (best, bestShare) = (schema, share);
        }

        return best;
    }

    private static int? TitleIndex(ImmutableArray<PageBlock> blocks, PageSchema? schema, bool hasOtherTitle)
    {
        for (var i = 0; i < blocks.Length; i++)
        {
            // Where all headings have the first level, those of sections are no title.
            if (blocks[i] is PageBlock.Heading { Level: 1 } heading && schema?.SectionOf(heading.Text.Value) is null)
                return i;
        }

        for (var i = FirstHeading(blocks) - 1; i >= 0; i--)
        {
            if (blocks[i] is PageBlock.Paragraph or PageBlock.Item)
                return i;
        }

        // A page that was taken out of a larger one begins with a heading of a lower level, right above its first section.
        var first = FirstHeading(blocks);
        return !hasOtherTitle && first + 1 < blocks.Length && blocks[first + 1] is PageBlock.Heading
            && schema is not null && schema.SectionOf(((PageBlock.Heading)blocks[first]).Text.Value) is null
                ? first
                : null;
    }

    private static int FirstHeading(ImmutableArray<PageBlock> blocks)
    {
        for (var i = 0; i < blocks.Length; i++)
        {
            if (blocks[i] is PageBlock.Heading)
                return i;
        }

        return blocks.Length;
    }

    private static PageBlock.Paragraph Paragraph(PageBlock title) => new PageBlock.Paragraph(TextOf(title)!) { Span = title.Span };

    private static PageText? FrontMatterTitle(ProcedureDocument document, PageSchema? schema) => document.FrontMatter
        .FirstOrDefault(entry => schema?.MeaningOf(entry.Key) == FrontMatterMeaning.Title && entry.Values.Length == 1)?.Values[0];

    /// <summary>The text of a block; null for blocks that are not read as sentences.</summary>
    public static PageText? TextOf(PageBlock block) => block switch
    {
        PageBlock.Heading heading => heading.Text,
        PageBlock.Paragraph paragraph => paragraph.Text,
        PageBlock.Item item => item.Text,
        _ => null,
    };
}
