using System.CommandLine;
using System.Globalization;
using MedCodes.Validator.Batches;
using MedCodes.Validator.Cli.Terminal;
using MedCodes.Validator.Reporting;
using MedCodes.Validator.Rules.Catalogue;
using MedCodes.Validator.Sources;

namespace MedCodes.Validator.Cli.Commands;

/// <summary><c>medcodes why-not RULE FILE --claim N</c>: why a rule says nothing of a claim.</summary>
internal sealed class WhyNotCommand
{
    private readonly ITerminal _terminal;

    private readonly Argument<string> _rule = new("ID|NAME") { Description = "The rule's id or name." };

    private readonly Argument<string> _file = new("FILE") { Description = "The claim file; - reads standard input." };

    private readonly Option<string> _claim = new("--claim")
    {
        Description = "The claim's number in the file, as findings give it. Default: 1.",
        HelpName = "N",
    };

    private readonly Option<string> _asOf = new("--as-of") { Description = "The day that stands for today. Default: today.", HelpName = "YYYY-MM-DD" };

    private readonly PhiOption _phi = new("mask shows no dates of service and no claim ids, account shows them.");

    private readonly Option<string> _data = DataFolderOption.Create();

    private readonly Option<bool> _extrapolate = DataFolderOption.CreateExtrapolate();

    private readonly Option<string> _rules = RuleLibrary.CreateOption();

    public WhyNotCommand(ITerminal terminal)
    {
        _terminal = terminal;
        Command = new Command("why-not", "Explain why a rule says nothing of a claim: the nearest binding and the condition that failed.")
        {
            _rule, _file, _claim, _asOf, _phi.Option, _data, _extrapolate, _rules,
        };
        Command.SetAction(Run);
    }

    public Command Command { get; }

    private int Run(ParseResult parsed)
    {
        var phi = _phi.Of(parsed, _terminal);
        var claim = parsed.GetValue(_claim) is not { } written ? 1
            : int.TryParse(written, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0 ? number
            : throw new FailureException($"--claim takes a number from 1, not '{written}'");
        var asOf = CheckArguments.DayOrToday(parsed.GetValue(_asOf), _terminal);
        var own = RuleLibrary.Load(parsed.GetValue(_rules), _terminal);
        var data = DataFolderOption.Open(parsed.GetValue(_data), _terminal, parsed.GetValue(_extrapolate));
        var rules = DataFolderOption.Guarded(parsed.GetValue(_data) ?? "", () => own.With(data));
        var wanted = parsed.GetValue(_rule)!;
        if (rules.Find(wanted) is not { } rule)
            throw new FailureException($"there is no rule '{wanted}'{Spelling.Hint(wanted, rules.Rules.SelectMany(one => new[] { one.Id, one.Name }))}");
        if (rule.Scope is not (Scope.Claim or Scope.Patient))
            throw new FailureException($"{rule.Id} is judged per {rule.Scope.ToString().ToLowerInvariant()}; why-not explains rules about claims and patients");
        using var inputs = InputFiles.Open([parsed.GetValue(_file)!], _terminal.Input, "why-not");
        if (inputs.Files is not [var file])
            throw new FailureException("why-not looks into one file");
        using var text = new StringWriter { NewLine = "\n" };
        try
        {
            var silence = new ClaimValidator(rules, new ValidatorOptions { AsOf = asOf }).WhyNot(file, wanted, claim)
                ?? throw new FailureException(FormattableString.Invariant($"'{file.Path}' has no claim {claim}"));
            SilenceExplanation.Write(silence, phi, text);
        }
        catch (IOException error) when (error is not SpillException)
        {
            throw new FailureException($"'{file.Path}' can no longer be read: {Reason.OfReading(error, file.Path)}");
        }

        StandardOutput.Write(_terminal, text.ToString());
        return ExitCode.Clean;
    }
}
