using System.Collections.Immutable;
using MedCodes.Validator.Documents;
using MedCodes.Validator.Sources;

namespace MedCodes.Validator.Reading.Text;

/// <summary>What came of reading a page.</summary>
/// <param name="Document">The page; null where the file is none.</param>
/// <param name="Faults">What is wrong with the file, in the order of its bytes.</param>
internal sealed record PageReading(ProcedureDocument? Document, ImmutableArray<Fault> Faults)
{
    /// <summary>The reading of a file that is no page.</summary>
    public static PageReading Refused(SourceFile file, PageContentKind kind) => new(null,
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
