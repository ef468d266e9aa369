namespace MedCodes.Validator.Reference.Importing;

/// <summary>Reads the rows of an import's files: counts them, reports progress, and can be cancelled.</summary>
internal sealed class ImportRun(IProgress<ImportProgress>? progress, long total, CancellationToken cancellation)
{
    private const int RowsAStep = 1 << 15;

    private long _done;

    /// <summary>Reads a file row by row.</summary>
    /// <param name="entry">The file.</param>
    /// <param name="reader">Its rows.</param>
    /// <param name="read">Reads one row.</param>
    /// <exception cref="RefusedException">The file is damaged.</exception>
    public void Each(ImportEntry entry, RecordReader reader, Action<RecordReader> read)
    {
        using (reader)
        {
            var rows = 0L;
            try
            {
                while (reader.Read())
                {
                    read(reader);
                    if (++rows % RowsAStep == 0)
                    {
                        cancellation.ThrowIfCancellationRequested();
                        progress?.Report(new ImportProgress(entry.Shown, _done, total));
                    }
                }
            }
            catch (InvalidDataException error)
            {
                throw new RefusedException($"'{entry.Shown}' is damaged near line {reader.Line}: {error.Message}");
            }
        }

        _done += entry.Length;
        progress?.Report(new ImportProgress(entry.Shown, _done, total));
    }
}
