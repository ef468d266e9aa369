using System.CommandLine;
using MedCodes.Validator.Cli.Terminal;
using MedCodes.Validator.Findings;
using MedCodes.Validator.Reporting;
using MedCodes.Validator.Rules;
using MedCodes.Validator.RuleTests;
using MedCodes.Validator.Waivers;

namespace MedCodes.Validator.Cli.Commands;

/// <summary><c>medcodes rule [ID|NAME]</c>: explains a rule, all of them, or lists them.</summary>
internal sealed class RuleCommand
{
    private static readonly string[] Formats = ["text", "json", "markdown"];

    private readonly ITerminal _terminal;

    private readonly Argument<string?> _rule = new("ID|NAME")
    {
        Description = "The rule's id or name; without it all rules are listed.",
        Arity = ArgumentArity.ZeroOrOne,
    };

    private readonly Option<bool> _all = new("--all") { Description = "Explain all rules." };
    private readonly Option<string> _output = new("--output", "-o") { HelpName = "FORMAT", Description = $"{string.Join(", ", Formats)}. Default: text." };
    private readonly Option<string> _rules = RuleLibrary.CreateOption();

    private readonly Option<bool> _source = new("--source") { Description = "Show the rule's file instead, tests included." };

    public RuleCommand(ITerminal terminal)
    {
        _terminal = terminal;
        Command = new Command("rule", "Explain a rule, or list them all.") { _rule, _all, _output, _source, _rules };
        Command.SetAction(Run);
    }

    public Command Command { get; }

    private int Run(ParseResult parsed)
    {
        var rules = RuleLibrary.Load(parsed.GetValue(_rules), _terminal);
        var format = Said.Known(_output.Name, parsed.GetValue(_output) ?? Formats[0], Formats);
        var wanted = parsed.GetValue(_rule);
        if (wanted is not null && parsed.GetValue(_all))
            throw new FailureException("--all explains all rules; name one or ask for all");
        StandardOutput.Write(_terminal, wanted is not null && parsed.GetValue(_source) ? Source(rules, wanted)
            : wanted is null && !parsed.GetValue(_all) && format == "text" ? List(rules)
            : Explained(wanted is null ? All(rules) : [Wanted(rules, wanted)], format));
        return ExitCode.Clean;
    }

    private static string List(RuleSet rules)
    {
        using var text = new StringWriter();
        foreach (var one in rules.Rules.Select(rule => rule.Description).Concat(MetaRules.All))
            RuleExplanation.WriteLine(one, text);
        return text.ToString();
    }

    private static string Explained(IReadOnlyList<DocumentedRule> rules, string format)
    {
        if (format == "json")
            return RuleDocumentation.Json(rules);
        if (format == "markdown")
            return RuleDocumentation.Markdown(rules);
        using var text = new StringWriter();
        foreach (var rule in rules)
        {
            text.Write(rule == rules[0] ? "" : "\n");
            RuleExplanation.Write(rule, text);
        }

        return text.ToString();
    }

    private static IReadOnlyList<DocumentedRule> All(RuleSet rules)
    {
        var tests = RuleTestRunner.Run(rules).Results.ToLookup(test => test.Rule);
        return [.. rules.Rules.Select(rule => Documented(rule, tests[rule])), .. MetaRules.All.Select(Documented)];
    }

    private static DocumentedRule Wanted(RuleSet rules, string wanted) =>
        MetaRules.All.FirstOrDefault(meta => meta.Name == wanted || meta.Id.Equals(wanted, StringComparison.OrdinalIgnoreCase)) is { } meta ? Documented(meta) : Documented(Found(rules, wanted), RuleTestRunner.Run(rules, rule => rule == rules.Find(wanted)).Results);

    private static string Source(RuleSet rules, string wanted) => Found(rules, wanted).Source.Text;

    /// <exception cref="FailureException">There is no such rule.</exception>
    private static Rules.Model.Rule Found(RuleSet rules, string wanted) => rules.Find(wanted)
        ?? throw new FailureException($"there is no rule '{wanted}'{Spelling.Hint(wanted, rules.Rules.SelectMany(one => new[] { one.Id, one.Name }))}");

    // The examples are the rule's tests, so none is shown that does not hold.
    private static DocumentedRule Documented(Rules.Model.Rule rule, IEnumerable<RuleTestResult> tests) => new(rule.Description, rule.Scope.ToString().ToLowerInvariant())
    {
        Examples = [.. tests.Where(test => test.Failure is null).Select(test => new RuleExample(test.Name, test.IsInvalid))],
    };

    private static DocumentedRule Documented(RuleDescription meta) => new(meta, "file");
}
