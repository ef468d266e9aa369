using System.Globalization;
using MedCodes.Validator.Reference.Importing;

namespace MedCodes.Validator.Cli.Terminal;

/// <summary>How far an import has come, in one line of a terminal that is written over and wiped away.</summary>
internal sealed class ProgressLine(TextWriter terminal) : IProgress<ImportProgress>, IDisposable
{
    private const int Width = 30;
    private const int LongestName = 40;

    private int _shown = -1;

    public void Report(ImportProgress value)
    {
        var percent = value.Total == 0 ? 100 : (int)(100 * value.Done / value.Total);
        if (percent == _shown)
            return;
        _shown = percent;
        var filled = Width * percent / 100;
        var name = Path.GetFileName(value.File);
        var shown = name.Length > LongestName ? name[^LongestName..] : name;
        terminal.Write(string.Create(CultureInfo.InvariantCulture, $"\r[{new string('#', filled)}{new string(' ', Width - filled)}] {percent,3} % {shown.PadRight(LongestName)}"));
    }

    public void Dispose()
    {
        if (_shown >= 0)
            terminal.Write($"\r{new string(' ', Width + LongestName + 10)}\r");
        _shown = -1;
    }
}
