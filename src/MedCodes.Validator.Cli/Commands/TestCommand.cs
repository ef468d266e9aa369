using System.Collections.Immutable;
using System.CommandLine;
using MedCodes.Validator.Cli.Terminal;
using MedCodes.Validator.Rules.Model;
using MedCodes.Validator.RuleTests;
using Diagnostic = MedCodes.Validator.Yaml.Diagnostic;

namespace MedCodes.Validator.Cli.Commands;

/// <summary><c>medcodes test [PATHS]</c>: runs the tests inside rules.</summary>
internal sealed class TestCommand
{
    private static readonly string[] Formats = ["human", "json", "junit"];

    private readonly ITerminal _terminal;

    private readonly Argument<string[]> _paths = new("PATHS")
    {
        Description = "Rule files and directories whose tests are run; without them those of the built-in rules.",
        Arity = ArgumentArity.ZeroOrMore,
    };

    private readonly Option<string> _output = new("--output", "-o")
    {
        Description = "human, json or junit. Default: human.",
        HelpName = "FORMAT",
    };

    private readonly Option<bool> _requireTests = new("--require-tests")
    {
        Description = "Fail where a rule has no valid or no invalid test.",
    };

    private readonly Option<bool> _mutate = new("--mutate")
    {
        Description = "Change the rules one thing at a time and name the changes that no test of the rule notices.",
    };

    private readonly Option<bool> _explain = new("--explain")
    {
        Description = "With --mutate: show each such change as a rule, with a claim on which the two differ.",
    };

    public TestCommand(ITerminal terminal)
    {
        _terminal = terminal;
        Command = new Command("test", "Run the tests inside rules.") { _paths, _output, _requireTests, _mutate, _explain };
        Command.SetAction(Run);
    }

    public Command Command { get; }

    private int Run(ParseResult parsed)
    {
        var format = parsed.GetValue(_output) ?? Formats[0];
        if (!Formats.Contains(format))
            throw new FailureException($"medcodes test writes {string.Join(" or ", Formats)}, not '{format}'{Spelling.Hint(format, Formats)}");
        var own = (parsed.GetValue(_paths) ?? []).SelectMany(RuleLibrary.FilesAt).DistinctBy(file => file.Source.Path).ToList();
        var rules = RuleLibrary.Load(own, _terminal);
        var shown = own.ToDictionary(file => file.Source.Path, file => file.Shown, StringComparer.Ordinal);
        Func<Rule, bool>? chosen = own.Count == 0 ? null : rule => shown.ContainsKey(rule.Source.Path);
        if (parsed.GetValue(_mutate))
        {
            if (parsed.GetValue(_requireTests))
                throw new FailureException("--mutate and --require-tests cannot be combined");
            var mutation = MutationRunner.Run(rules, chosen, parsed.GetValue(_explain));
            Refuse(mutation.Diagnostics);
            StandardOutput.Write(_terminal, format == "json" ? MutationOutput.Json(mutation, Shown) : MutationOutput.Human(mutation, Shown));
            return mutation.IsClean ? ExitCode.Clean : ExitCode.Findings;
        }

        if (parsed.GetValue(_explain))
            throw new FailureException("--explain explains mutants: give --mutate too");
        var report = RuleTestRunner.Run(rules, chosen);
        Refuse(report.Diagnostics);
        var untested = parsed.GetValue(_requireTests) ? report.Untested : [];
        StandardOutput.Write(_terminal, format switch
        {
            "json" => TestOutput.Json(report, untested, Shown),
            "junit" => TestJUnit.Of(report, untested, Shown),
            _ => TestOutput.Human(report, untested, Shown),
        });
        return report.IsClean && untested.IsEmpty ? ExitCode.Clean : ExitCode.Findings;

        void Refuse(ImmutableArray<Diagnostic> diagnostics)
        {
            if (diagnostics.IsEmpty)
                return;
            DiagnosticFrames.Write(_terminal.Error, diagnostics.Select(one => one with { File = Shown(one.File) }));
            throw new FailureException($"{diagnostics.Length} {(diagnostics.Length == 1 ? "fault" : "faults")} in tests");
        }

        string Shown(string path) => shown.GetValueOrDefault(path, RuleLibrary.Embedded + path);
    }
}
