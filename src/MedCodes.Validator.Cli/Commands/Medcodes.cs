using System.CommandLine;
using System.CommandLine.Help;
using System.Diagnostics;
using MedCodes.Validator.Cli.Terminal;
using MedCodes.Validator.Sources;

namespace MedCodes.Validator.Cli.Commands;

/// <summary>The command with its subcommands: parses, runs, and turns whatever happens into an exit code.</summary>
internal static class Medcodes
{
    private const int HelpWidth = 110;

    /// <summary>Runs a command line.</summary>
    /// <param name="arguments">The words behind the command's name.</param>
    /// <param name="terminal">The world outside.</param>
    /// <param name="check">Judges files; without it there is no command "check".</param>
    /// <returns>One of <see cref="ExitCode"/>.</returns>
    public static int Run(string[] arguments, ITerminal terminal, Checking? check)
    {
        try
        {
            return Invoke(arguments, terminal, check);
        }
        catch (ClosedOutputException)
        {
            return ExitCode.Failure;
        }
        catch (FailureException failure)
        {
            foreach (var line in failure.Message.Split('\n'))
                terminal.Error.Write($"error: {line}\n");
            return ExitCode.Failure;
        }
        catch (SpillException error)
        {
            terminal.Error.Write($"error: cannot keep what was found in '{Path.GetTempPath()}', the folder for temporary files: {Reason.OfWriting(error.InnerException!)}\n");
            return ExitCode.Failure;
        }
        catch (Exception error)
        {
            terminal.Error.Write(arguments.Contains("--debug")
                ? $"internal error MC9999: {Backtrace.Of(error)}"
                : $"internal error MC9999: {error.GetType().Name} in {PlaceOf(error)}; rerun with --debug\n");
            return ExitCode.Failure;
        }
    }

    private static int Invoke(string[] arguments, ITerminal terminal, Checking? check)
    {
        var root = Root(terminal, check);

        // "--changed" alone must not take the path behind it for a commit.
        var options = arguments.TakeWhile(word => word != "--").Count();
        string[] words = [.. arguments.Index().Select(word => word.Item == "--changed" && word.Index < options ? $"--changed={CheckArguments.UsualReference}" : word.Item)];

        // A path may start with '@'; nothing is read from it before it is asked for.
        var parsed = root.Parse(words, new ParserConfiguration { ResponseFileTokenReplacer = null });
        UsageErrors.ThrowFor(parsed, root);

        using var help = new StringWriter { NewLine = "\n" };
        var code = parsed.Invoke(new InvocationConfiguration
        {
            EnableDefaultExceptionHandler = false,
            ProcessTerminationTimeout = null,
            Output = help,
            Error = terminal.Error,
        });
        StandardOutput.Write(terminal, help.ToString());
        return code;
    }

    private static RootCommand Root(ITerminal terminal, Checking? check)
    {
        var root = new RootCommand("Checks medical claims (X12 837) and procedure pages against one library of rules.") { HelpName = "medcodes" };
        root.Directives.Clear();

        // The same text whatever the width of the window, so that it can be compared and searched.
        foreach (var help in root.Options.Select(option => option.Action).OfType<HelpAction>())
            help.MaxWidth = HelpWidth;
        if (check is not null)
        {
            root.Add(new CheckCommand(terminal, check).Command);
            root.Add(new BaselineCommand(terminal, check).Command);
        }

        root.Add(new RenderCommand(terminal).Command);
        root.Add(new ConfigCommand(terminal).Command);
        root.Add(new InitCommand(terminal).Command);
        root.Add(new CompletionsCommand(terminal, root).Command);
        root.Add(new InspectCommand(terminal).Command);
        root.Add(new ConvertCommand(terminal).Command);
        root.Add(new RuleCommand(terminal).Command);
        root.Add(new WhyNotCommand(terminal).Command);
        root.Add(new TestCommand(terminal).Command);
        root.Add(new LanguageCommand(terminal).Command);
        root.Add(new SearchCommand(terminal).Command);
        root.Add(new ShowCommand(terminal).Command);
        root.Add(DataCommand.Create(terminal));
        return root;
    }

    private static string PlaceOf(Exception error) =>
        new StackTrace(error).GetFrames().Select(frame => DiagnosticMethodInfo.Create(frame)?.DeclaringTypeName).FirstOrDefault(name => name?.StartsWith("MedCodes.", StringComparison.Ordinal) == true) ?? "the command";
}
