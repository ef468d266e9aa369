using MedCodes.Validator.Claims;
using MedCodes.Validator.Claims.Building;
using MedCodes.Validator.Sources;

namespace MedCodes.Validator.Reading.X12;

/// <summary>Reads an X12 file on several threads.</summary>
internal static class X12ParallelReading
{
    public static IEnumerable<ClaimBatch> Read(SourceFile file, X12ReaderOptions options, Workers workers, Action<X12Context>? learn)
    {
        var positions = new X12Positions(file);
        var stitching = new X12Stitching(file, positions);
        using var ahead = new X12Ahead(file, options, positions, workers);
        var batches = ReadingInChunks.Read<X12Context>(
            start => ReadOn(file, options, positions, start),
            cut => ahead.Take(cut) is { } chunk ? stitching.Complete(chunk, cut) : null,
            learn is null ? null : cut => learn(cut.Alone()));
        foreach (var batch in batches)
            yield return batch;
    }

    /// <summary>Opens a file at a cut, or at its start.</summary>
    public static X12Source Open(SourceFile file, X12ReaderOptions options, X12Context? context)
    {
        var stream = file.OpenRead();
        if (context is null)
            return new X12Source(stream, options.BufferSize);
        stream.Position = context.Offset;
        return new X12Source(stream, options.BufferSize, context.Offset, context.Delimiters);
    }

    private static IEnumerable<(ClaimBatch Batch, X12Context? Cut)> ReadOn(SourceFile file, X12ReaderOptions options, X12Positions positions, X12Context? start)
    {
        using var source = Open(file, options, start);
        using var reading = new X12Reading(file, source, options, new ClaimBatchBuilder(file, positions), start);
        while (!reading.IsAtCut && reading.Next() is { } batch)
            yield return (batch, reading.IsAtCut ? reading.Context : null);
    }
}
