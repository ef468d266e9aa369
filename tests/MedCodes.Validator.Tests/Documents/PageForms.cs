using System.Net;
using System.Text.Json;
using MedCodes.Validator.Documents;

namespace MedCodes.Validator.Tests.Documents;

/// <summary>A page that can be said in every format: a title and sections, each with a known heading, once, and with paragraphs or items of one level.</summary>
internal sealed record PageForms(string Title, IReadOnlyList<(string Heading, IReadOnlyList<PageBlock> Blocks)> Sections)
{
    /// <summary>The formats, by the extensions of their files.</summary>
    public static readonly string[] Formats = ["txt", "md", "html", "yaml", "json"];

    /// <summary>The page; null where it needs what some format does not have.</summary>
    public static PageForms? Of(ProcedureDocument page, PageSchema schema)
    {
        var headings = Enumerable.Range(0, page.Blocks.Length).Where(index => page.Blocks[index] is PageBlock.Heading heading && schema.SectionOf(heading.Text.Value) is not null).ToList();
        var unknown = page.Blocks.OfType<PageBlock.Heading>().Count(heading => heading.Level > 1) - headings.Count;
        var title = page.Blocks.Take(headings.FirstOrDefault()).LastOrDefault(block => block is PageBlock.Heading { Level: 1 } or PageBlock.Paragraph);
        if (headings.Count == 0 || title is null || unknown > 0 || !page.FrontMatter.IsEmpty)
            return null;
        var sections = headings.Select((start, index) => (
            Heading: ((PageBlock.Heading)page.Blocks[start]).Text.Value,
            Blocks: (IReadOnlyList<PageBlock>)[.. page.Blocks[(start + 1)..(index + 1 < headings.Count ? headings[index + 1] : page.Blocks.Length)]])).ToList();
        return sections.TrueForAll(section => IsPlain(section.Blocks, schema.SectionOf(section.Heading)!.Holds == SectionContent.Steps))
            && sections.DistinctBy(section => schema.SectionOf(section.Heading)).Count() == sections.Count
                ? new PageForms(TextOf(title), sections)
                : null;
    }

    /// <summary>The page as a file of a format.</summary>
    public string As(string format) => format switch
    {
        "txt" => $"{Title}\n\n{Written((heading, text) => $"{heading}\n{text}\n", text => $"{text}\n", text => $"  \u2022 {text}\n", (text, number) => $" {number}. {text}\n")}",
        "md" => $"# {Title}\n\n{Written((heading, text) => $"## {heading}\n\n{text}\n", text => $"{text}\n\n", text => $"* {text}\n", (text, number) => $"{number}. {text}\n")}",
        "html" => $"<!DOCTYPE html>\n<body><h1>{WebUtility.HtmlEncode(Title)}</h1>\n{Written(Section, text => $"<p>{WebUtility.HtmlEncode(text)}</p>\n", text => $"<ul><li>{WebUtility.HtmlEncode(text)}</li></ul>\n", (text, number) => $"<ol><li value={number}>{WebUtility.HtmlEncode(text)}</li></ol>\n")}</body>\n",
        "yaml" => $"title: {Quoted(Title)}\n{string.Concat(Sections.Select(section => $"{section.Heading}:{(IsList(section.Blocks) ? string.Concat(section.Blocks.Select(block => $"\n  - {Quoted(TextOf(block))}")) : $" {Quoted(Joined(section.Blocks))}")}\n"))}",
        "json" => JsonSerializer.Serialize(Sections.Select(section => KeyValuePair.Create(section.Heading, (object)(IsList(section.Blocks) ? section.Blocks.Select(TextOf).ToList() : Joined(section.Blocks))))
            .Prepend(KeyValuePair.Create("title", (object)Title)).ToDictionary()) + "\n",
        _ => throw new ArgumentException($"There is no format '{format}'.", nameof(format)),
    };

    private string Written(Func<string, string, string> section, Func<string, string> paragraph, Func<string, string> item, Func<string, int, string> step) =>
        string.Concat(Sections.Select(one => section(one.Heading, string.Concat(one.Blocks.Select(block => block switch
        {
            PageBlock.Item { Ordered: true } numbered => step(numbered.Text.Value, numbered.Number),
            PageBlock.Item bullet => item(bullet.Text.Value),
            _ => paragraph(TextOf(block)),
        })))));

    private static string Section(string heading, string text) => $"<h2>{WebUtility.HtmlEncode(heading)}</h2>\n{text}";

    private static bool IsPlain(IReadOnlyList<PageBlock> blocks, bool holdsSteps) =>
        blocks.Count > 0
        && (blocks.All(block => block is PageBlock.Paragraph)
            || blocks.Select((block, index) => block is PageBlock.Item { Depth: 1 } item && item.Ordered == holdsSteps && (!holdsSteps || item.Number == index + 1)).All(fits => fits));

    private static bool IsList(IReadOnlyList<PageBlock> blocks) => blocks[0] is PageBlock.Item;

    private static string Joined(IReadOnlyList<PageBlock> blocks) => string.Join('\n', blocks.Select(TextOf));

    private static string Quoted(string text) => JsonSerializer.Serialize(text);

    private static string TextOf(PageBlock block) => block switch
    {
        PageBlock.Heading heading => heading.Text.Value,
        PageBlock.Item item => item.Text.Value,
        PageBlock.Paragraph paragraph => paragraph.Text.Value,
        _ => throw new ArgumentException("A block without text.", nameof(block)),
    };
}
