using System.Collections.Immutable;
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
        var sample = file.Read(new SourceSpan(0, PageContent.SampleLength));
        var kind = PageContent.Of(sample, file.Length);
        if (kind != PageContentKind.Page)
            return PageReading.Refused(file, kind);
        var bytes = file.Length <= sample.Length ? sample : file.Read(new SourceSpan(0, (int)file.Length));
        var page = PageDecoding.Of(bytes);
        var document = new ProcedureDocument
        {
            File = file,
            Blocks = new TextBlocks(_headings, PageLine.AllOf(page)).Build(),
            FinalNewline = bytes is [.., (byte)'\n' or (byte)'\r'],
        };
        return new PageReading(document, Faults(file, page));
    }

    private static ImmutableArray<Fault> Faults(SourceFile file, PageDecoding page) => page.FirstBad is not { } bad
        ? []
        :
        [
            new Fault
            {
                Kind = FaultKind.TextNotUtf8,
                File = file,
                Span = new SourceSpan(bad, 1),
                Expected = "UTF-8",
                FoundPrivacy = Privacy.Open,
            },
        ];
}
