using System.Collections.Immutable;
using MedCodes.Validator.Reference.Importing;

namespace MedCodes.Validator.Reference.FeeSchedule;

/// <summary>Where the columns of a relative value file stand. A heading is written in several rows above each other.</summary>
internal sealed class FeeScheduleHeadings
{
    private const int MostRows = 5;

    private readonly Dictionary<string, int> _places;

    private FeeScheduleHeadings(int row, Dictionary<string, int> places)
    {
        Row = row;
        _places = places;
        Missing = [.. Ends.Keys.Append(ModifierHeading).Where(heading => !places.ContainsKey(heading))];
    }

    private const string ModifierHeading = "MOD";

    /// <summary>The table's columns and how their headings end.</summary>
    public static ImmutableDictionary<string, string> Ends { get; } = new Dictionary<string, string>
    {
        ["status"] = "STATUS CODE",
        ["global-days"] = "GLOB DAYS",
        ["multiple"] = "MULT PROC",
        ["bilateral"] = "BILAT SURG",
        ["assistant"] = "ASST SURG",
        ["co-surgeon"] = "CO- SURG",
        ["team"] = "TEAM SURG",
        ["pc-tc"] = "PCTC IND",
        ["office-rate"] = "NON-FAC NA INDICATOR",
        ["facility-rate"] = "FACILITY NA INDICATOR",
    }.ToImmutableDictionary(StringComparer.Ordinal);

    /// <summary>The row of the file that holds the last row of headings.</summary>
    public int Row { get; }

    /// <summary>Columns that the file does not have.</summary>
    public ImmutableArray<string> Missing { get; }

    public int Modifier => _places[ModifierHeading];

    /// <summary>The place of a column of the table.</summary>
    public int this[string column] => _places[column];

    /// <summary>The last row of headings; -1 where there is none.</summary>
    public static int RowIn(Preview preview) => preview.Find(row => row is ["HCPCS", ModifierHeading, ..]);

    public static FeeScheduleHeadings Find(Preview preview)
    {
        var last = RowIn(preview);
        var places = new Dictionary<string, int>(StringComparer.Ordinal) { [ModifierHeading] = 1 };
        for (var place = 2; place < preview.Rows[last].Length; place++)
        {
            var words = Enumerable.Range(Math.Max(0, last - MostRows), Math.Min(MostRows, last) + 1)
                .Select(row => place < preview.Rows[row].Length ? preview.Rows[row][place] : "")
                .Where(word => word.Length > 0);
            var heading = " " + string.Join(' ', words).ToUpperInvariant();

            // "NON-FAC NA INDICATOR" and "FACILITY NA INDICATOR" end alike but for one word, so whole words count.
            foreach (var (column, end) in Ends)
            {
                if (heading.EndsWith(" " + end, StringComparison.Ordinal))
                    places.TryAdd(column, place);
            }
        }

        return new FeeScheduleHeadings(last, places);
    }
}
