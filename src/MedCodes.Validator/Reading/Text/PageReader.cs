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

    /// <summary>Reads a page, or several where the file is one of records.</summary>
    /// <param name="file">The file.</param>
    /// <param name="format">Its format; null where extension and content tell.</param>
    /// <exception cref="IOException">The file can no longer be read.</exception>
    public PageReading Read(SourceFile file, PageFormat? format = null)
    {
        ArgumentNullException.ThrowIfNull(file);
        if (PageFile.Open(file, isSaid: format is not null, out var refused) is not { } page)
            return refused!;
        return (format ?? FormatOf(file.Path, page.Page.Text)) switch
        {
            PageFormat.Markdown => new MarkdownBlocks(_headings, page).Read(),
            PageFormat.Structured => new StructuredBlocks(_headings, page).Read(),
            PageFormat.Html => new HtmlBlocks(_headings, page).Read(),
            _ => page.Reading([page.Document(LabelledParagraphs.Open(new TextBlocks(_headings, PageLine.AllOf(page.Page)).Build(), _headings))]),
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
        if (IsRecord(start))
            return PageFormat.Structured;
        return FrontMatter.Find(text) is not null ? PageFormat.Markdown : PageFormat.Text;
    }

    /// <summary>Whether a text begins as an object of JSON or a list of them.</summary>
    private static bool IsRecord(ReadOnlySpan<char> text)
    {
        if (text.StartsWith('['))
            text = text[1..].TrimStart();
        return text.StartsWith('{') && text[1..].TrimStart().StartsWith('"');
    }
}

/// <summary>How a page is written.</summary>
internal enum PageFormat
{
    /// <summary>Plain text, as copied from a web page.</summary>
    Text = 1,

    /// <summary>Markdown, with front matter or without.</summary>
    Markdown,

    /// <summary>HTML.</summary>
    Html,

    /// <summary>A record in YAML or JSON, or several.</summary>
    Structured,
}
