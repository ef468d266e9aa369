using System.CommandLine;
using System.Globalization;
using System.Text;
using MedCodes.Validator.Batches.Search;
using MedCodes.Validator.Cli.Terminal;

namespace MedCodes.Validator.Cli.Commands;

/// <summary><c>medcodes search WORDS</c>: finds pages and code sets.</summary>
internal sealed class SearchCommand
{
    private const int MostHits = 20;
    private const int LongestLine = 110;
    private const int MostCodes = 8;

    private readonly ITerminal _terminal;
    private readonly PageOptions _options;

    private readonly Argument<string[]> _words = new("WORDS")
    {
        Description = "Words or code numbers to look for.",
        Arity = ArgumentArity.OneOrMore,
    };

    public SearchCommand(ITerminal terminal)
    {
        _terminal = terminal;
        _options = new PageOptions(terminal);
        Command = new Command("search", "Find procedure pages, code sets and codes of tables by words or code numbers.") { _words };
        _options.AddTo(Command);
        Command.SetAction(Run);
    }

    public Command Command { get; }

    private int Run(ParseResult parsed)
    {
        var hits = _options.Open(parsed).Search(string.Join(' ', parsed.GetValue(_words) ?? []));
        var text = new StringBuilder();
        foreach (var hit in hits.Take(MostHits))
            Write(hit, text);
        if (hits.Length > MostHits)
            text.Append(CultureInfo.InvariantCulture, $"and {hits.Length - MostHits} more\n");
        if (hits.IsEmpty)
            text.Append("nothing found\n");
        StandardOutput.Write(_terminal, text.ToString());
        return ExitCode.Clean;
    }

    private static void Write(SearchHit hit, StringBuilder text)
    {
        var place = hit.Kind switch
        {
            SearchHitKind.CodeSet => $"code set {hit.Name}",
            SearchHitKind.Code => $"code {hit.Name}",
            _ => $"{hit.Name}:{(hit.Line ?? 1).ToString(CultureInfo.InvariantCulture)}",
        };
        var codes = string.Join(' ', hit.Codes.Take(MostCodes)) + (hit.Codes.Length > MostCodes ? " …" : "");
        text.Append(Shown(place)).Append(codes.Length == 0 ? "" : $"  {codes}").Append('\n');
        foreach (var words in new[] { hit.Title, hit.Snippet }.Where(words => words.Length > 0))
            text.Append("  ").Append(Shown(words)).Append('\n');
    }

    /// <summary>Words of a file on one line of the terminal: control characters are shown, and what is too long is cut.</summary>
    internal static string Shown(string words)
    {
        var safe = Safe(words);
        return safe.Length <= LongestLine ? safe : string.Concat(safe.AsSpan(0, LongestLine - 1), "…");
    }

    /// <summary>Words of a file on one line of the terminal, however long: control characters are shown.</summary>
    internal static string Safe(string words) => string.Concat(words.Select(letter => char.IsControl(letter) ? '\uFFFD' : letter));
}
