using System.Collections.Immutable;
using System.CommandLine;
using System.Globalization;
using System.Text;
using MedCodes.Validator.Batches.Search;
using MedCodes.Validator.Cli.Terminal;

namespace MedCodes.Validator.Cli.Commands;

/// <summary><c>medcodes show CODE</c>: prints what is known of a code.</summary>
internal sealed class ShowCommand
{
    private const int MostCodes = 12;

    private readonly ITerminal _terminal;
    private readonly PageOptions _options;

    private readonly Argument<string> _code = new("CODE") { Description = "The code number." };

    public ShowCommand(ITerminal terminal)
    {
        _terminal = terminal;
        _options = new PageOptions(terminal);
        Command = new Command("show", "Print what is known of a code: pages, rows of tables, family, similar codes, rules.") { _code };
        _options.AddTo(Command);
        Command.SetAction(Run);
    }

    public Command Command { get; }

    private int Run(ParseResult parsed)
    {
        var sheet = _options.Open(parsed).Show((parsed.GetValue(_code) ?? "").Trim().ToUpperInvariant());
        if (sheet.IsEmpty)
            throw new FailureException($"nothing is known of '{sheet.Code}': no page, table, code set or rule names it");
        StandardOutput.Write(_terminal, Text(sheet));
        return ExitCode.Clean;
    }

    private static string Text(CodeSheet sheet)
    {
        var text = new StringBuilder();
        text.Append(sheet.Code).Append('\n');
        Section(text, "pages", sheet.Pages.SelectMany(page => new[] { $"{page.Name}:{(page.Line ?? 1).ToString(CultureInfo.InvariantCulture)}  {page.Title}", $"  {page.Snippet}" }.Where(line => line.Trim().Length > 0).Select(SearchCommand.Shown)));
        Section(text, "tables", sheet.Rows.Select(row => $"{row.Table} {row.Release}{CarriedOver(row.Extrapolated)}: {Cells(row.Cells)}")
            .Concat(sheet.Pairs.Select(pairs => $"{pairs.Table} {pairs.Release}{CarriedOver(pairs.Extrapolated)}: {pairs.Column} {sheet.Code}, {Cells(pairs.Cells)}, with {Codes(pairs.Others)}")));
        Section(text, "code sets", sheet.Families.Select(family => $"{family.Name}: {Codes(family.Others)}"));
        Section(text, "similar codes", sheet.Similar.IsEmpty ? [] : [Codes(sheet.Similar)]);
        Section(text, "named by", sheet.NamedBy);
        Section(text, "rules", sheet.Rules.Select(rule => $"{rule.Id} {rule.Name}"));
        return text.ToString();
    }

    private static string CarriedOver(bool extrapolated) => extrapolated ? ", carried over to the day" : "";

    private static string Cells(ImmutableArray<(string Column, string Value)> cells) => string.Join(", ", cells.Select(cell => $"{cell.Column} {cell.Value}"));

    private static string Codes(ImmutableArray<string> codes) => codes.IsEmpty
        ? "no other"
        : string.Join(' ', codes.Take(MostCodes)) + (codes.Length > MostCodes ? $" and {(codes.Length - MostCodes).ToString(CultureInfo.InvariantCulture)} more" : "");

    private static void Section(StringBuilder text, string title, IEnumerable<string> lines)
    {
        var all = lines.ToList();
        if (all.Count == 0)
            return;
        text.Append(title).Append(":\n");
        foreach (var line in all)
            text.Append("  ").Append(SearchCommand.Safe(line)).Append('\n');
    }
}
