using MedCodes.Validator.Documents;
using MedCodes.Validator.Sources;

namespace MedCodes.Validator.Reading.Text;

/// <summary>
/// Reads pages of plain text as they are copied from the web: lines of navigation, the title, a label with or without a code, headings with
/// or without colon and blank lines, bullets, numbered steps. It never throws on any bytes.
/// </summary>
internal sealed class TextPageReader
{
    private readonly HeadingBook _headings;

    /// <param name="schemas">The kinds of pages whose headings are to be known.</param>
    public TextPageReader(IEnumerable<PageSchema> schemas)
    {
        ArgumentNullException.ThrowIfNull(schemas);
        _headings = new HeadingBook(schemas);
    }

    /// <summary>Reads a page.</summary>
    /// <exception cref="IOException">The file can no longer be read.</exception>
    public PageReading Read(SourceFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        return PageFile.Open(file, out var refused) is { } page
            ? page.Reading(new TextBlocks(_headings, PageLine.AllOf(page.Page)).Build())
            : refused!;
    }
}
