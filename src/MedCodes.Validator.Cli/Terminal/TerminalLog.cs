using System.Globalization;
using Serilog;
using Serilog.Core;
using Serilog.Events;

namespace MedCodes.Validator.Cli.Terminal;

/// <summary>Writes log events to standard error, one a line. Findings and claims are never logged.</summary>
internal sealed class TerminalLog(TextWriter output) : ILogEventSink
{
    /// <summary>A logger that says everything with <c>--debug</c> and nothing without.</summary>
    public static ILogger Create(ITerminal terminal, bool debug) => debug
        ? new LoggerConfiguration().MinimumLevel.Verbose().WriteTo.Sink(new TerminalLog(terminal.Error)).CreateLogger()
        : Logger.None;

    public void Emit(LogEvent logEvent)
    {
        output.Write($"[{logEvent.Level.ToString().ToLowerInvariant()}] {logEvent.RenderMessage(CultureInfo.InvariantCulture)}\n");
        if (logEvent.Exception is { } error)
            output.Write(Backtrace.Of(error));
    }
}
