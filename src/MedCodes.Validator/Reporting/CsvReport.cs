using System.Globalization;
using System.Text;

namespace MedCodes.Validator.Reporting;

/// <summary>Writes the worklist as CSV (RFC 4180): a row for each unit of work, the one with the largest charge at risk first.</summary>
internal static class CsvReport
{
    // A spreadsheet cell holds 32,767 characters.
    private const int LongestCell = 32_000;

    // "a claim 1; " and longer.
    private const int ShortestPlace = 8;

    // What a spreadsheet would take for a formula.
    private const string Formula = "=+-@\t\r";

    private static readonly string[] Columns =
    [
        "cause", "rule", "severity", "claims", "findings", "charge at risk", "actor", "needs", "compliance", "predicted answer", "deadline",
        "what to do", "places", "claim ids",
    ];

    public static void Write(ShownReport report, Stream output) => ReportFormats.Text(output, writer =>
    {
        Row(writer, Columns);
        foreach (var item in WorkList.Of(report.Findings, placesOfACause: LongestCell / ShortestPlace))
        {
            Row(writer,
            [
                item.Cause,
                item.Rule.Id,
                Words.Of(item.Severity),
                Text(item.Claims),
                Text(item.Findings),
                item.ChargeAtRisk?.ToString("0.00", CultureInfo.InvariantCulture) ?? "",
                item.Actor,
                item.Needs,
                item.Rule.Consequence is null ? "" : item.Rule.Consequence.Compliance ? "yes" : "no",
                item.Rule.Consequence is { } consequence ? Words.Predicted(consequence) : "",
                item.Deadline?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "",
                Printable.Prose(item.Rule.Fix),
                Listed(item.Places.Select(Place), item.MorePlaces),
                Listed(item.Places.Select(place => place.ClaimId).OfType<string>().Distinct(StringComparer.Ordinal), item.Places.All(place => place.ClaimId is null) ? 0 : item.MorePlaces),
            ]);
        }
    });

    private static string Place(WorkPlace place) => place.Claim is { } claim
        ? FormattableString.Invariant($"{place.File} claim {claim}")
        : FormattableString.Invariant($"{place.File}:{place.Line}");

    private static string Listed(IEnumerable<string> values, int more)
    {
        var text = new StringBuilder();
        var left = more;
        foreach (var value in values)
        {
            if (text.Length + value.Length > LongestCell)
                left++;
            else
                text.Append(text.Length == 0 ? "" : "; ").Append(value);
        }

        return left == 0 ? text.ToString() : text.Append(CultureInfo.InvariantCulture, $"; and {left} more").ToString();
    }

    private static void Row(TextWriter writer, IEnumerable<string> cells) => writer.Write(string.Join(',', cells.Select(Cell)) + "\r\n");

    private static string Cell(string text)
    {
        var safe = text.Length > 0 && Formula.Contains(text[0], StringComparison.Ordinal) && !IsNumber(text) ? "'" + text : text;
        safe = Printable.Of(safe);
        return safe.AsSpan().ContainsAny(",\"") ? $"\"{safe.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : safe;
    }

    private static bool IsNumber(string text) => decimal.TryParse(text, NumberStyles.Number, CultureInfo.InvariantCulture, out _);

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
