using Microsoft.Win32.SafeHandles;

namespace MedCodes.Validator.Cli.Terminal;

/// <summary>The process's own streams, environment and clock.</summary>
internal sealed class SystemTerminal : ITerminal
{
    public Stream Input { get; } = StandardStream.IsOpen(StandardStream.Input) ? Console.OpenStandardInput() : new ClosedStream();

    public Stream Output { get; } = OpenOutput();

    public TextWriter Error { get; } = StandardStream.IsOpen(StandardStream.Error) ? Console.Error : TextWriter.Null;

    public bool OutputIsTerminal => !Console.IsOutputRedirected;

    public bool ErrorIsTerminal => !Console.IsErrorRedirected;

    public TimeProvider Clock => TimeProvider.System;

    public IEnumerable<string> VariableNames => Environment.GetEnvironmentVariables().Keys.Cast<string>();

    public string? Variable(string name) => Environment.GetEnvironmentVariable(name) is { Length: > 0 } value ? value : null;

    /// <summary>
    /// The console's stream swallows the error that says that the reader of a pipe has gone away, so a pipe is written to directly. A
    /// file keeps the console's stream, which leaves the position behind the last byte for whoever shares the file.
    /// </summary>
    private static Stream OpenOutput()
    {
        if (!StandardStream.IsOpen(StandardStream.Output))
            return new ClosedStream();
        if (OperatingSystem.IsWindows() || !Console.IsOutputRedirected)
            return Console.OpenStandardOutput();
        var pipe = new FileStream(new SafeFileHandle(StandardStream.Output, ownsHandle: false), FileAccess.Write, bufferSize: 0);
        return pipe.CanSeek ? Console.OpenStandardOutput() : pipe;
    }
}
