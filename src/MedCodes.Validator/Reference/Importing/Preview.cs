using System.Collections.Immutable;
using System.Text;

namespace MedCodes.Validator.Reference.Importing;

/// <summary>The beginning of a file, in each of the ways in which its format may have to be recognised.</summary>
/// <param name="Lines">Its first lines; none of a workbook.</param>
/// <param name="Rows">Its first rows, with tabs or commas between their fields or from a sheet.</param>
internal sealed record Preview(ImmutableArray<string> Lines, ImmutableArray<ImmutableArray<string>> Rows)
{
    // The fee schedule file has ten lines before its first row, and notices grow.
    private const int Longest = 40;

    public static Preview Of(ImportEntry entry)
    {
        var lines = entry.IsSheet ? [] : Take(entry.Lines(), (reader, field) => Encoding.UTF8.GetString(reader[field])).Select(row => row[0]).ToImmutableArray();
        var rows = lines.Any(line => line.Contains('\t', StringComparison.Ordinal)) ? Take(entry.Tabs(), Trimmed) : Take(entry.Csv(), Trimmed);
        return new Preview(lines, rows);
    }

    /// <summary>Whether the first line and most others meet a condition: a file is told by its lines although one of them is malformed.</summary>
    public bool Most(Func<string, bool> isRow) => Lines is [var first, ..] && isRow(first) && Lines.Count(isRow) * 2 > Lines.Length;

    /// <summary>The place of the first row that meets a condition; -1 where there is none.</summary>
    public int Find(Func<ImmutableArray<string>, bool> condition)
    {
        for (var i = 0; i < Rows.Length; i++)
        {
            if (condition(Rows[i]))
                return i;
        }

        return -1;
    }

    private static string Trimmed(RecordReader reader, int field) => reader.Text(field);

    private static ImmutableArray<ImmutableArray<string>> Take(RecordReader reader, Func<RecordReader, int, string> text)
    {
        using (reader)
        {
            var rows = ImmutableArray.CreateBuilder<ImmutableArray<string>>();
            try
            {
                while (rows.Count < Longest && reader.Read())
                    rows.Add([.. Enumerable.Range(0, reader.Count).Select(field => text(reader, field))]);
            }
            catch (InvalidDataException)
            {
                // What is no text, and no csv, has no rows; whether it is damaged is seen when it is read as what it was recognised as.
            }

            return rows.ToImmutable();
        }
    }
}
