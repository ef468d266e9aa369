using MedCodes.Validator.Claims;
using MedCodes.Validator.Sources;

namespace MedCodes.Validator.Reading.Json;

/// <summary>Reads canonical claims in JSON: one document, or claims that follow one another, such as one a line (NDJSON).</summary>
internal static class JsonClaimReader
{
    /// <summary>Bytes of a file's start in which its type stands.</summary>
    public const int DetectionLength = 1 << 16;

    /// <summary>Reads a file stretch by stretch, so that a file of any size takes little memory.</summary>
    /// <returns>
    /// At least one batch, each with the faults of its stretch. Whatever the bytes are, nothing is thrown for them: what is
    /// wrong is a fault, and reading goes on behind it where the next claim can be told.
    /// </returns>
    /// <exception cref="IOException">The file can no longer be read.</exception>
    public static IEnumerable<ClaimBatch> Read(SourceFile file, JsonClaimOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(file);
        return ReadBatches(file, options ?? new JsonClaimOptions());
    }

    /// <summary>Reads a file again for some of its claims: of the others only the end is looked for.</summary>
    /// <param name="file">The file.</param>
    /// <param name="wanted">Whether a claim is wanted, by its place in the file from 1 (<see cref="Claim.Ordinal"/>).</param>
    /// <param name="options">How the file is cut up; null for the defaults.</param>
    /// <returns>The claims that are wanted, each as in a reading of all. Of the faults only those of wanted claims are told.</returns>
    /// <exception cref="IOException">The file can no longer be read.</exception>
    public static IEnumerable<ClaimBatch> Read(SourceFile file, Func<int, bool> wanted, JsonClaimOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(wanted);
        return ReadBatches(file, options ?? new JsonClaimOptions(), wanted);
    }

    private static IEnumerable<ClaimBatch> ReadBatches(SourceFile file, JsonClaimOptions options, Func<int, bool>? wanted = null)
    {
        using var source = new JsonClaimSource(file.OpenRead(), options.BufferSize);
        var reading = new JsonReading(file, source, options, wanted);
        while (reading.Next() is { } batch)
            yield return batch;
    }
}
