using MedCodes.Validator.Reference.Importing;

namespace MedCodes.Validator.Reference.Ncci;

/// <summary>A row of the add-on code edits, with packed codes and dates.</summary>
internal readonly record struct AddOnRow(int Type, ulong AddOn, ulong Primary, int Effective, int Deleted)
{
    // Where the fields begin and end in a line of text, in the order of the workbook's columns.
    private static readonly Range[] Places = [0..1, 1..6, 6..13, 13..18, 18..25, 25..32, 32..39];

    /// <summary>Reads a row; null where it is well-formed, else what is wrong with it.</summary>
    public static string? TryRead(RecordReader row, bool fields, out AddOnRow edit)
    {
        edit = default;
        var type = Field(row, fields, 0);
        if (type is not [(byte)'1' or (byte)'2' or (byte)'3'])
            return "the type is 1, 2 or 3";
        if (!WrittenCode.TryProcedure(Field(row, fields, 1), out var addOn) || !WrittenCode.TryProcedure(Field(row, fields, 3), out var primary))
            return "add-on and primary are codes of five digits and capital letters";
        if (!CompactDate.TryParseDayOfYear(Field(row, fields, 5), out var effective))
            return "the effective date is year and day of the year, such as 2013091";

        var deleted = 0;
        foreach (var place in new[] { 2, 4, 6 })
        {
            var text = Field(row, fields, place);
            if (text.IsEmpty)
                continue;
            if (!CompactDate.TryParseDayOfYear(text, out var day))
                return "a deletion date is year and day of the year, such as 2013091, or blank";
            deleted = deleted == 0 ? day : Math.Min(deleted, day);
        }

        edit = new AddOnRow(type[0] - '0', addOn, primary, effective, deleted);
        return null;
    }

    private static ReadOnlySpan<byte> Field(RecordReader row, bool fields, int place)
    {
        if (fields)
            return row[place].Trim((byte)' ');
        var line = row[0];
        var (start, end) = (Places[place].Start.Value, Math.Min(Places[place].End.Value, line.Length));
        return start >= end ? default : line[start..end].Trim((byte)' ');
    }
}
