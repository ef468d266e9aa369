using System.Collections.Immutable;
using MedCodes.Validator.Claims;
using MedCodes.Validator.Documents;
using MedCodes.Validator.Findings;
using MedCodes.Validator.Reading.Text;
using MedCodes.Validator.Reading.X12;
using MedCodes.Validator.Sources;

namespace MedCodes.Validator.Batches;

/// <summary>What a file turned out to hold.</summary>
/// <param name="File">The file.</param>
/// <param name="Kind">What its content was taken for.</param>
/// <param name="Batches">Its claims; none for pages.</param>
/// <param name="Page">The page; null for claims.</param>
/// <param name="Faults">What is wrong with it.</param>
internal sealed record ReadFile(
    SourceFile File, ContentKind Kind, ImmutableArray<ClaimBatch> Batches, ProcedureDocument? Page, ImmutableArray<Fault> Faults)
{
    /// <summary>Its claims in order.</summary>
    public IEnumerable<Claim> Claims => Batches.SelectMany(batch => batch.Claims);

    /// <summary>Reads a file by its content.</summary>
    public static ReadFile Of(SourceFile file, IEnumerable<PageSchema> schemas)
    {
        var sample = file.Read(new SourceSpan(0, PageContent.SampleLength));
        var kind = PageContent.Of(sample, file.Length);
        if (kind == PageContentKind.Claims || X12Content.LooksLike(sample))
        {
            ImmutableArray<ClaimBatch> batches = [.. X12Reader.Read(file)];
            return new ReadFile(file, ContentKind.X12, batches, null, [.. batches.SelectMany(batch => batch.Faults)]);
        }

        var reading = new PageReader(schemas).Read(file);
        return new ReadFile(file, reading.Document is null ? ContentKind.Unrecognized : ContentKind.Text, [], reading.Document, reading.Faults);
    }
}
