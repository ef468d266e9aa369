using System.Collections.Immutable;
using MedCodes.Validator.Claims;
using MedCodes.Validator.Documents;
using MedCodes.Validator.Engine.Cases;
using MedCodes.Validator.Findings;
using MedCodes.Validator.Reading.Text;
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
        var kind = ClaimFileContent.KindOf(file);
        if (kind != ContentKind.Unrecognized)
        {
            ImmutableArray<ClaimBatch> batches = [.. ClaimFileContent.Read(file, kind)];
            return new ReadFile(kind, new LoadedFile(file, batches, null, [.. Damage(file), .. batches.SelectMany(batch => batch.Faults)]));
        }

        var reading = new PageReader(schemas).Read(file);
        return new ReadFile(
            reading.Document is null ? ContentKind.Unrecognized : ContentKind.Text,
            new LoadedFile(file, [], reading.Document, [.. Damage(file), .. reading.Faults]));
    }

    private static IEnumerable<Fault> Damage(SourceFile file) => file.DamageFault is { } fault ? [fault] : [];
}
