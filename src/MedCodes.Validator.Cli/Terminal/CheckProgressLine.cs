using System.Globalization;
using MedCodes.Validator.Batches;

namespace MedCodes.Validator.Cli.Terminal;

/// <summary>How far a check has come, in one line of a terminal that is written over and wiped away. A short check shows nothing.</summary>
internal sealed class CheckProgressLine : IProgress<CheckProgress>, IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(0.2);

    private readonly Lock _lock = new();
    private readonly ITerminal _terminal;
    private readonly int _files;
    private readonly long _start;
    private TimeSpan _last;
    private int _width;

    public CheckProgressLine(ITerminal terminal, int files) => (_terminal, _files, _start) = (terminal, files, terminal.Clock.GetTimestamp());

    /// <summary>The line; null where nobody would see it, or it would fill a log.</summary>
    public static CheckProgressLine? Of(ITerminal terminal, int files, bool isWanted) =>
        isWanted && terminal.ErrorIsTerminal && terminal.Variable("CI") is null ? new CheckProgressLine(terminal, files) : null;

    public void Report(CheckProgress value)
    {
        var elapsed = _terminal.Clock.GetElapsedTime(_start);
        if (elapsed < Patience)
            return;
        lock (_lock)
        {
            if (_width > 0 && elapsed - _last < Interval)
                return;
            _last = elapsed;
            var rate = value.Claims == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $", {Counted.Of(value.Claims, "claim")}, {value.Claims / elapsed.TotalSeconds:N0} a second");
            var line = string.Create(CultureInfo.InvariantCulture, $"{value.Files:N0} of {Counted.Of(_files, "file")}{rate}, {Counted.Of(value.Findings, "finding")}");
            _terminal.Error.Write($"\r{line.PadRight(_width)}");
            _width = line.Length;
        }
    }

    public void Dispose()
    {
        if (_width > 0)
            _terminal.Error.Write($"\r{new string(' ', _width)}\r");
        _width = 0;
    }
}
