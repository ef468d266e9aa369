using System.Collections.Immutable;
using MedCodes.Validator.Documents;
using MedCodes.Validator.Sources;

namespace MedCodes.Validator.Reading.Text;

/// <summary>A file that is a page, decoded.</summary>
internal sealed record PageFile(SourceFile File, PageDecoding Page, bool FinalNewline)
{
    /// <summary>Opens a file; null, with what is wrong, where it is no page.</summary>
    /// <exception cref="IOException">The file can no longer be read.</exception>
    /// <param name="file">The file.</param>
    /// <param name="isSaid">Whether somebody says that it is a page, so that it is not asked whether it holds claims.</param>
    /// <param name="refused">What is wrong; null where it is a page.</param>
    public static PageFile? Open(SourceFile file, bool isSaid, out PageReading? refused)
    {
        var sample = file.Read(new SourceSpan(0, PageContent.SampleLength));
        var kind = PageContent.Of(sample, file.Length);
        if (isSaid && kind == PageContentKind.Claims)
            kind = file.Length > PageContent.LongestPage ? PageContentKind.TooLong : PageContentKind.Page;
        refused = kind == PageContentKind.Page ? null : PageReading.Refused(file, kind);
        if (refused is not null)
            return null;
        var bytes = file.Length <= sample.Length ? sample : file.Read(new SourceSpan(0, (int)file.Length));
        return new PageFile(file, PageDecoding.Of(bytes), bytes is [.., (byte)'\n' or (byte)'\r']);
    }

    /// <summary>A page of the file.</summary>
    /// <param name="blocks">Its pieces.</param>
    /// <param name="frontMatter">What stands before them.</param>
    /// <param name="start">The byte at which it begins.</param>
    public ProcedureDocument Document(ImmutableArray<PageBlock> blocks, ImmutableArray<FrontMatterEntry> frontMatter = default, int start = 0) => new()
    {
        File = File,
        Start = start,
        Blocks = blocks,
        FrontMatter = frontMatter.IsDefault ? [] : frontMatter,
        FinalNewline = FinalNewline,
    };

    /// <summary>The reading of the file.</summary>
    /// <param name="documents">Its pages.</param>
    /// <param name="faults">What is wrong besides the encoding.</param>
    public PageReading Reading(ImmutableArray<ProcedureDocument> documents, params ReadOnlySpan<Fault> faults)
    {
        ReadOnlySpan<Fault> encoding = Page.FirstBad is { } bad ? [Fault(FaultKind.TextNotUtf8, new SourceSpan(bad, 1), "UTF-8")] : [];
        return new PageReading(documents, [.. encoding, .. faults]);
    }

    /// <summary>A fault of this file.</summary>
    public Fault Fault(FaultKind kind, SourceSpan span, string expected) => new()
    {
        Kind = kind,
        File = File,
        Span = span,
        Expected = expected,
        FoundPrivacy = Privacy.Open,
    };
}
