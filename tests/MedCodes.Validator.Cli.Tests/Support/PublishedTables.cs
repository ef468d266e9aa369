using System.Text;

namespace MedCodes.Validator.Cli.Tests.Support;

/// <summary>Synthetic tables in the published layouts. Codes and values are invented.</summary>
internal static class PublishedTables
{
    public const string AddOnName = "AOC_V2024Q3-MCR.txt";

    /// <summary>Add-on code edits: a text of fixed columns.</summary>
    public static string AddOns(int rows) =>
        string.Concat(Enumerable.Range(0, rows).Select(row => $"1{10000 + (row % 90000),5}       {99999 - (row % 90000),5}       2020001{"",27}\r\n"));

    /// <summary>Pairs of codes as one file without a part's number.</summary>
    public static string Pairs(int rows)
    {
        var text = new StringBuilder("Column 1\tColumn 2\t*=in existence\tEffective\tDeletion\tModifier\tRationale\r\n");
        for (var row = 0; row < rows; row++)
            text.Append($"{10000 + (row % 997)}\t{20000 + (row / 997)}\t\t20200101\t{(row % 3 == 0 ? "20211231" : "*")}\t{row % 2}\tInvented\r\n");
        return text.ToString();
    }
}
