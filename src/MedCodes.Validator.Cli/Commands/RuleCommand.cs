using System.CommandLine;
using MedCodes.Validator.Cli.Terminal;
using MedCodes.Validator.Reporting;
using MedCodes.Validator.Waivers;

namespace MedCodes.Validator.Cli.Commands;

/// <summary><c>medcodes rule [ID|NAME]</c>: explains a rule, or lists them all.</summary>
internal sealed class RuleCommand
{
    private readonly ITerminal _terminal;

    private readonly Argument<string?> _rule = new("ID|NAME")
    {
        Description = "The rule's id or name; without it all rules are listed.",
        Arity = ArgumentArity.ZeroOrOne,
    };

    private readonly Option<string> _rules = RuleLibrary.CreateOption();

    private readonly Option<bool> _source = new("--source") { Description = "Show the rule's file instead, tests included." };

    public RuleCommand(ITerminal terminal)
    {
        _terminal = terminal;
        Command = new Command("rule", "Explain a rule, or list them all.") { _rule, _source, _rules };
        Command.SetAction(Run);
    }

    public Command Command { get; }

    private int Run(ParseResult parsed)
    {
        var rules = RuleLibrary.Load(parsed.GetValue(_rules), _terminal);
        using var text = new StringWriter();
        if (parsed.GetValue(_rule) is not { } wanted)
        {
            foreach (var one in rules.Rules.Select(rule => rule.Description).Concat(MetaRules.All))
                RuleExplanation.WriteLine(one, text);
        }
        else if (MetaRules.All.FirstOrDefault(meta => meta.Name == wanted || meta.Id.Equals(wanted, StringComparison.OrdinalIgnoreCase)) is { } about)
        {
            RuleExplanation.Write(about, "file", text);
        }
        else if (rules.Find(wanted) is not { } rule)
        {
            var known = rules.Rules.SelectMany(one => new[] { one.Id, one.Name });
            throw new FailureException($"there is no rule '{wanted}'{Spelling.Hint(wanted, known)}");
        }
        else if (parsed.GetValue(_source))
        {
            text.Write(rule.Source.Text);
        }
        else
        {
            RuleExplanation.Write(rule.Description, rule.Scope.ToString().ToLowerInvariant(), text);
        }

        StandardOutput.Write(_terminal, text.ToString());
        return ExitCode.Clean;
    }
}
