using MedCodes.Validator.Claims;
using MedCodes.Validator.Findings;
using MedCodes.Validator.Reading.Json;
using MedCodes.Validator.Reading.X12;
using MedCodes.Validator.Sources;

namespace MedCodes.Validator.Batches;

/// <summary>Writes the claims of a file in another format. What comes out is patient data.</summary>
public static class ClaimConverter
{
    /// <summary>The JSON Schema (draft 7) of canonical claims.</summary>
    public static string Schema
    {
        get
        {
            using var stream = typeof(ClaimConverter).Assembly.GetManifestResourceStream("claims.schema.json")!;
            using var reader = new StreamReader(stream);
            return reader.ReadToEnd();
        }
    }

    /// <summary>Reads a file by its content and writes its claims, stretch by stretch.</summary>
    /// <param name="file">The claims, X12 837 or canonical JSON.</param>
    /// <param name="output">Where to; it is not closed.</param>
    /// <param name="format">The format to write.</param>
    /// <returns>What was converted; null where the file holds no claims in a known format, and nothing was written.</returns>
    /// <exception cref="IOException">The file can no longer be read, or the output cannot be written.</exception>
    public static Conversion? Convert(SourceFile file, Stream output, ClaimFormat format)
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(output);
        if (!Enum.IsDefined(format))
            throw new ArgumentOutOfRangeException(nameof(format));
        var kind = ClaimFileContent.KindOf(file);
        if (kind == ContentKind.Unrecognized)
            return null;
        var totals = new Conversion(0, 0, file.IsDamaged ? 1 : 0, 0);
        if (format == ClaimFormat.X12)
        {
            using var x12 = new X12Writer(output);
            totals = Write(file, kind, x12.Write, totals);
            return totals with { Replaced = x12.Replaced };
        }

        using var json = new ClaimJsonWriter(output, isDocument: format == ClaimFormat.Json);
        return Write(file, kind, json.Write, totals);
    }

    private static Conversion Write(SourceFile file, ContentKind kind, Action<ClaimBatch> write, Conversion totals)
    {
        foreach (var batch in ClaimFileContent.Read(file, kind))
        {
            write(batch);
            totals = totals with
            {
                Claims = totals.Claims + batch.Claims.Count,
                Lines = totals.Lines + batch.Lines.Count,
                Faults = totals.Faults + batch.Faults.Length,
            };
        }

        return totals;
    }
}
