using MedCodes.Validator.Documents;
using MedCodes.Validator.Sources;

namespace MedCodes.Validator.Reading.Text;

/// <summary>Reads pages of any format: the file's extension says which, and where it does not, the first characters.</summary>
internal sealed class PageReader
{
    private readonly HeadingBook _headings;

    /// <param name="schemas">The kinds of pages whose headings are to be known.</param>
    public PageReader(IEnumerable<PageSchema> schemas)
    {
        ArgumentNullException.ThrowIfNull(schemas);
        _headings = new HeadingBook(schemas);
    }

    /// <summary>Reads a page.</summary>
    /// <exception cref="IOException">The file can no longer be read.</exception>
    public PageReading Read(SourceFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        if (PageFile.Open(file, out var refused) is not { } page)
            return refused!;
        return FormatOf(file.Path, page.Page.Text) switch
        {
            PageFormat.Markdown => new MarkdownBlocks(_headings, page).Read(),
            PageFormat.Structured => new StructuredBlocks(_headings, page).Read(),
            PageFormat.Html => page.Reading(new HtmlBlocks(_headings, page.Page).Build()),
            _ => page.Reading(new TextBlocks(_headings, PageLine.AllOf(page.Page)).Build()),
        };
    }

    private static PageFormat FormatOf(string path, string text)
    {
        switch (Path.GetExtension(path).ToUpperInvariant())
        {
            case ".MD" or ".MARKDOWN" or ".MDOWN":
                return PageFormat.Markdown;
            case ".YAML" or ".YML" or ".JSON":
                return PageFormat.Structured;
            case ".HTML" or ".HTM" or ".XHTML":
                return PageFormat.Html;
        }

        var start = text.AsSpan().TrimStart();
        if (start.StartsWith("<!doctype html", StringComparison.OrdinalIgnoreCase) || start.StartsWith("<html", StringComparison.OrdinalIgnoreCase))
            return PageFormat.Html;
        return FrontMatter.Find(text) is not null ? PageFormat.Markdown : PageFormat.Text;
    }

    private enum PageFormat
    {
        Text = 1,
        Markdown,
        Html,
        Structured,
    }
}
