using System.CommandLine;
using MedCodes.Validator.Cli.Terminal;
using MedCodes.Validator.Configuration;

namespace MedCodes.Validator.Cli.Commands;

/// <summary><c>medcodes init</c>: writes a commented medcodes.yaml.</summary>
internal sealed class InitCommand
{
    private const string Name = OwnFiles.Configuration;

    public InitCommand(ITerminal terminal)
    {
        var quiet = new Option<bool>("--quiet", "-q") { Description = "Say nothing on standard error but what failed." };
        Command = new Command("init", "Write a medcodes.yaml with a comment on each key into the working directory.") { quiet };
        Command.SetAction(parsed => Run(terminal, parsed.GetValue(quiet)));
    }

    public Command Command { get; }

    private static int Run(ITerminal terminal, bool quiet)
    {
        if (ConfigurationFinder.Names.FirstOrDefault(File.Exists) is { } there)
            throw new FailureException($"{there} is there already; nothing was done");
        try
        {
            using var file = new StreamWriter(new FileStream(Path.GetFullPath(Name), FileMode.CreateNew));
            file.Write(StarterConfiguration.Text);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new FailureException($"cannot write {Name}: {Reason.OfWriting(error)}");
        }

        if (!quiet)
            terminal.Error.Write($"wrote {Name}\n");
        return ExitCode.Clean;
    }
}
