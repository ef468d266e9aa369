namespace MedCodes.Validator.Reference.Importing;

/// <summary>Each line is a record, as a whole or with tabs between its fields.</summary>
internal sealed class LineRecords(Stream stream, bool tabs) : RecordReader
{
    private const int MostFields = 64;

    private readonly LineReader _lines = new(stream);
    private readonly Range[] _fields = new Range[MostFields];
    private byte[] _line = new byte[256];
    private int _count;

    public override int Count => _count;

    public override ReadOnlySpan<byte> this[int field] => field < _count ? _line.AsSpan(_fields[field]) : default;

    public override bool Read()
    {
        if (!_lines.TryRead(out var line))
            return false;
        Line++;
        if (_line.Length < line.Length)
            _line = new byte[line.Length * 2];
        line.CopyTo(_line);
        _count = 0;
        var start = 0;
        while (tabs && _count < MostFields - 1 && line[start..].IndexOf((byte)'\t') is >= 0 and var tab)
        {
            _fields[_count++] = start..(start + tab);
            start += tab + 1;
        }

        _fields[_count++] = start..line.Length;
        return true;
    }

    public override void Dispose() => _lines.Dispose();
}
