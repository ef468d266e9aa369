using MedCodes.Validator.Reference.Importing;

namespace MedCodes.Validator.Reference.Hcpcs;

/// <summary>Where the fields of the alpha-numeric file stand: at fixed places of a line, or in columns of a workbook.</summary>
internal sealed class HcpcsPlaces
{
    // In the order of the fields.
    private static readonly string[] Titles = ["HCPC", "RECID", "ADD DT", "TERM DT"];

    private readonly int[]? _columns;

    private HcpcsPlaces(int[]? columns) => _columns = columns;

    private enum Field
    {
        Code,
        Kind,
        Added,
        Terminated,
    }

    /// <summary>The row of headings in a workbook; -1 where there is none.</summary>
    public static int HeadingIn(Preview preview) => preview.Find(row => row is ["HCPC", ..] && row.Contains("RECID"));

    /// <exception cref="RefusedException">A workbook lacks a column.</exception>
    public static HcpcsPlaces In(Preview preview, ImportEntry entry)
    {
        var heading = HeadingIn(preview);
        if (heading < 0)
            return new HcpcsPlaces(null);
        var titles = preview.Rows[heading];
        return new HcpcsPlaces([.. Titles.Select(title => titles.IndexOf(title) is >= 0 and var place
            ? place
            : throw new RefusedException($"'{entry.Shown}' (HCPCS alpha-numeric file) has no column {title}"))]);
    }

    public ReadOnlySpan<byte> Code(RecordReader row) => Read(row, Field.Code, 0..5);

    public ReadOnlySpan<byte> Kind(RecordReader row) => Read(row, Field.Kind, 10..11);

    public ReadOnlySpan<byte> Added(RecordReader row) => Read(row, Field.Added, 268..276);

    public ReadOnlySpan<byte> Terminated(RecordReader row) => Read(row, Field.Terminated, 284..292);

    private ReadOnlySpan<byte> Read(RecordReader row, Field field, Range place)
    {
        if (_columns is not null)
            return row[_columns[(int)field]].Trim((byte)' ');
        var line = row[0];
        var end = Math.Min(place.End.Value, line.Length);
        return place.Start.Value >= end ? default : line[place.Start.Value..end].Trim((byte)' ');
    }
}
