using System.Globalization;
using System.Text;

namespace MedCodes.Validator.Benchmarks.Generation;

/// <summary>Writes segments to a stream and counts those of the open transaction.</summary>
internal sealed class SegmentWriter(Stream stream, bool lineBreaks) : IDisposable
{
    private readonly StreamWriter _writer = new(stream, Encoding.ASCII, 1 << 16, leaveOpen: true) { NewLine = "\n" };

    /// <summary>The segments written since the count was last set to zero.</summary>
    public int Count { get; set; }

    public void Write(string segment)
    {
        _writer.Write(segment);
        End();
    }

    public void Write(FormattableString segment)
    {
        _writer.Write(segment.ToString(CultureInfo.InvariantCulture));
        End();
    }

    public void Dispose() => _writer.Dispose();

    private void End()
    {
        _writer.Write(lineBreaks ? "~\n" : "~");
        Count++;
    }
}
