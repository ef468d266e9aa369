using System.Collections.Immutable;
using MedCodes.Validator.Claims;
using MedCodes.Validator.Documents;
using MedCodes.Validator.Findings;
using MedCodes.Validator.Reading.Text;
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
        var kind = ClaimContent.KindOf(file);
        if (kind != ContentKind.Unrecognized)
        {
            ImmutableArray<ClaimBatch> batches = [.. ClaimContent.Read(file, kind)];
            return new ReadFile(file, kind, batches, null, [.. Damage(file), .. batches.SelectMany(batch => batch.Faults)]);
        }

        var reading = new PageReader(schemas).Read(file);
        return new ReadFile(file, reading.Document is null ? ContentKind.Unrecognized : ContentKind.Text, [], reading.Document, [.. Damage(file), .. reading.Faults]);
    }

    private static IEnumerable<Fault> Damage(SourceFile file) => file.DamageFault is { } fault ? [fault] : [];
}
