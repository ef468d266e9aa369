using System.Globalization;
using MedCodes.Validator.Batches;
using MedCodes.Validator.Claims;
using MedCodes.Validator.Findings;
using MedCodes.Validator.Reporting;

namespace MedCodes.Validator.Cli.Terminal;

/// <summary>Writes what a claim file holds for people.</summary>
internal sealed class FileInspection(FileSummary summary, PhiLevel level)
{
    private const int MostListed = 20;

    private bool ShowsAccounts => level >= PhiLevel.Account;

    public void Write(TextWriter text)
    {
        text.WriteLine($"{Clean(summary.File.Path)}: {KindOf(summary.Kind)}, {Counted.Of(summary.File.Length, "byte")}");
        if (summary.Kind == ContentKind.Unrecognized)
            return;
        foreach (var interchange in summary.Interchanges)
            WriteInterchange(text, interchange);
        text.WriteLine(FormattableString.Invariant($"  {Counted.Of(summary.Claims, "claim")}, {Counted.Of(summary.Lines, "service line")}, charges {summary.Charges:N2}"));
        if (summary.FirstDay is { } first && summary.LastDay is { } last)
            text.WriteLine($"  dates of service {Days(first, last)}");
        WriteList(text, summary.Payers, payer => $"payer {Clean(payer.Id ?? "without id")} {Clean(payer.Name ?? "")}".TrimEnd() + $": {Counted.Of(payer.Claims, "claim")}");
        if (summary.Faults.IsEmpty)
            text.WriteLine("  no faults");
        WriteList(text, summary.Faults, fault => $"fault {fault.Name}: {fault.Count.ToString("N0", CultureInfo.InvariantCulture)}");
    }

    private void WriteInterchange(TextWriter text, InterchangeSummary interchange)
    {
        var named = ShowsAccounts
            ? $" {Clean(interchange.ControlNumber ?? "without number")} from {Clean(interchange.SenderId ?? "nobody")} to {Clean(interchange.ReceiverId ?? "nobody")}"
            : "";
        text.WriteLine($"  interchange{named}: {Counted.Of(interchange.Transactions.Length, "transaction")}");
        WriteList(text, interchange.Transactions, transaction =>
        {
            var number = ShowsAccounts ? $" {Clean(transaction.ControlNumber ?? "without number")}" : "";
            var made = transaction.Submitted is { } day ? $", made {Day(day)}" : "";
            var setting = transaction.Setting == ClaimSetting.Institutional ? "institutional" : "professional";
            return $"  transaction{number}: {Clean(transaction.Guide ?? "no guide named")}, {setting}{made}, {Counted.Of(transaction.Claims, "claim")}";
        });
    }

    private static void WriteList<T>(TextWriter text, IReadOnlyList<T> items, Func<T, string> line)
    {
        foreach (var item in items.Take(MostListed))
            text.WriteLine($"  {line(item)}");
        if (items.Count > MostListed)
            text.WriteLine($"  and {(items.Count - MostListed).ToString("N0", CultureInfo.InvariantCulture)} more");
    }

    private string Days(DateOnly first, DateOnly last) => Day(first) == Day(last) ? Day(first) : $"{Day(first)} to {Day(last)}";

    // A day of service finds a person; the year does not.
    private string Day(DateOnly day) => day.ToString(ShowsAccounts ? "yyyy-MM-dd" : "yyyy", CultureInfo.InvariantCulture);

    private static string KindOf(ContentKind kind) => kind switch
    {
        ContentKind.X12 => "X12 837",
        ContentKind.Json => "canonical claims in JSON",
        _ => "no claim file",
    };

    // What a file holds must not command the terminal.
    private static string Clean(string text) => string.Concat(text.Select(letter => char.IsControl(letter) ? '?' : letter));
}
