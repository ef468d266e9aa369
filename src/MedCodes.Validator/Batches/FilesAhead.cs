using MedCodes.Validator.Reading;
using MedCodes.Validator.Sources;

namespace MedCodes.Validator.Batches;

/// <summary>
/// Claim files one after the other, of which small ones are read and judged ahead, several at a time: one of them is too little for several
/// threads. A large one is read, by all of them, when its turn comes.
/// </summary>
/// <param name="early">Judges claims while they are read.</param>
/// <param name="format">What the files are said to be; null where their content tells.</param>
/// <param name="workers">Who reads and judges.</param>
internal sealed class FilesAhead(EarlyJudging early, InputFormat? format, Workers workers)
{
    /// <summary>The files in their order.</summary>
    /// <param name="files">The files with their numbers in the run.</param>
    public IEnumerable<FileAhead> Of(IEnumerable<(SourceFile File, int Number)> files) =>
        InOrder.Of(files.Select<(SourceFile File, int Number), Func<FileAhead>>(file => () => Open(file.File, file.Number)), workers);

    private FileAhead Open(SourceFile file, int number)
    {
        // What is held ahead of small files is no more than what a thread reads at a time of a large one. Whoever works alone reads no more than what comes next.
        if (file.Length > ReadingInChunks.UsualChunk || workers.Jobs == 1)
        {
            var large = OpenedFile.Of(file, format, workers);
            return new FileAhead(large, early.Judged(large.Loaded, number, large.Batches, workers));
        }

        var opened = OpenedFile.Of(file, format, Workers.None);
        var judged = new List<JudgedBatch>();
        try
        {
            judged.AddRange(early.Judged(opened.Loaded, number, opened.Batches, Workers.None));
            return new FileAhead(opened, judged);
        }
        catch
        {
            judged.ForEach(batch => batch.Dispose());
            throw;
        }
    }
}

/// <summary>A claim file with its batches, which were judged ahead or are as they are asked for.</summary>
/// <param name="Opened">The file.</param>
/// <param name="Judged">Its batches, once.</param>
internal sealed record FileAhead(OpenedFile Opened, IEnumerable<JudgedBatch> Judged) : IDisposable
{
    /// <summary>Removes what nobody took.</summary>
    public void Dispose()
    {
        foreach (var batch in Judged as List<JudgedBatch> ?? [])
            batch.Dispose();
    }
}
