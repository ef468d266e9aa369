using System.Collections.Immutable;
using MedCodes.Validator.Documents;
using MedCodes.Validator.Sources;

namespace MedCodes.Validator.Reading.Text;

/// <summary>What came of reading a file of pages.</summary>
/// <param name="Documents">The pages in the order of the file; none where it holds none.</param>
/// <param name="Faults">What is wrong with the file, in the order of its bytes.</param>
internal sealed record PageReading(ImmutableArray<ProcedureDocument> Documents, ImmutableArray<Fault> Faults)
{
    /// <summary>The first page; null where there is none.</summary>
    public ProcedureDocument? Document => Documents.IsEmpty ? null : Documents[0];

    /// <summary>The reading of a file that is no page.</summary>
    public static PageReading Refused(SourceFile file, PageContentKind kind) => new([],
    [
        new Fault
        {
            Kind = kind switch
            {
                PageContentKind.Empty => FaultKind.EmptyFile,
                PageContentKind.TooLong => FaultKind.PageTooLong,
                _ => FaultKind.UnrecognizedContent,
            },
            File = file,
            Span = default,
            Expected = kind == PageContentKind.TooLong ? $"at most {PageContent.LongestPage} bytes" : "the text of a page",
            FoundPrivacy = Privacy.Open,
        },
    ]);
}
