using System.Buffers;
using System.Globalization;
using System.Text;

namespace MedCodes.Validator.Reading.X12;

/// <summary>Writes segments, one a line, with the usual delimiters; empty elements at the end are left out.</summary>
internal sealed class X12SegmentWriter(Stream stream) : IDisposable
{
    private static readonly SearchValues<char> Delimiters = SearchValues.Create("*:~^\r\n");
    private readonly StreamWriter _writer = new(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), 1 << 16, leaveOpen: true);
    private readonly StringBuilder _segment = new();

    /// <summary>The segments written since the count was last set to zero.</summary>
    public int Count { get; set; }

    /// <summary>The texts that held a delimiter, which a blank took the place of.</summary>
    public int Replaced { get; private set; }

    /// <summary>Writes a segment.</summary>
    /// <param name="id">Its id.</param>
    /// <param name="elements">Its elements from the first; null for an empty one.</param>
    public void Write(string id, params ReadOnlySpan<string?> elements)
    {
        _segment.Clear().Append(id);
        var last = elements.Length;
        while (last > 0 && string.IsNullOrEmpty(elements[last - 1]))
            last--;
        foreach (var element in elements[..last])
            _segment.Append('*').Append(element);
        _writer.Write(_segment.Append("~\n"));
        Count++;
    }

    /// <summary>A text without delimiters.</summary>
    public string? Clean(string? text)
    {
        if (text is null || !text.AsSpan().ContainsAny(Delimiters))
            return text;
        Replaced++;
        return string.Concat(text.Select(letter => Delimiters.Contains(letter) ? ' ' : letter));
    }

    /// <summary>A composite; empty components at its end are left out.</summary>
    public static string Composite(params ReadOnlySpan<string?> components)
    {
        var last = components.Length;
        while (last > 0 && string.IsNullOrEmpty(components[last - 1]))
            last--;
        return string.Join(':', components[..last]!);
    }

    public static string? Number(decimal? number) => number?.ToString(CultureInfo.InvariantCulture);

    public static string? Day(DateOnly? day) => day?.ToString("yyyyMMdd", CultureInfo.InvariantCulture);

    public void Dispose() => _writer.Dispose();
}
