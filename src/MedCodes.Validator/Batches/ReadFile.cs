using System.Collections.Immutable;
using MedCodes.Validator.Claims;
using MedCodes.Validator.Documents;
using MedCodes.Validator.Engine.Cases;
using MedCodes.Validator.Findings;
using MedCodes.Validator.Reading.Text;
using MedCodes.Validator.Reading.X12;
using MedCodes.Validator.Sources;

namespace MedCodes.Validator.Batches;

/// <summary>A file with what it turned out to hold.</summary>
/// <param name="Kind">What its content was taken for.</param>
/// <param name="Loaded">What it holds.</param>
internal sealed record ReadFile(ContentKind Kind, LoadedFile Loaded)
{
    /// <summary>Reads a file by its content.</summary>
    public static ReadFile Of(SourceFile file, IEnumerable<PageSchema> schemas)
    {
        var sample = file.Read(new SourceSpan(0, PageContent.SampleLength));
        var kind = PageContent.Of(sample, file.Length);
        if (kind == PageContentKind.Claims || X12Content.LooksLike(sample))
        {
            ImmutableArray<ClaimBatch> batches = [.. X12Reader.Read(file)];
            return new ReadFile(ContentKind.X12, new LoadedFile(file, batches, null, [.. batches.SelectMany(batch => batch.Faults)]));
        }

        var reading = new PageReader(schemas).Read(file);
        return new ReadFile(
            reading.Document is null ? ContentKind.Unrecognized : ContentKind.Text,
            new LoadedFile(file, [], reading.Document, reading.Faults));
    }
}
