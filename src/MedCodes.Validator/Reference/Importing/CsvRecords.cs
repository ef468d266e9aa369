using System.Runtime.InteropServices;

namespace MedCodes.Validator.Reference.Importing;

/// <summary>Records with commas between their fields; a field in quotes may hold commas, doubled quotes and ends of lines.</summary>
internal sealed class CsvRecords(Stream stream, int longest = LineReader.Usual) : RecordReader
{
    private readonly LineReader _lines = new(stream, longest);
    private readonly List<int> _ends = [];
    private readonly List<byte> _bytes = [];
    private int _line;

    public override int Count => _ends.Count;

    public override ReadOnlySpan<byte> this[int field]
    {
        get
        {
            if (field >= _ends.Count)
                return default;
            var start = field == 0 ? 0 : _ends[field - 1];
            return CollectionsMarshal.AsSpan(_bytes)[start.._ends[field]];
        }
    }

    public override bool Read()
    {
        _ends.Clear();
        _bytes.Clear();
        if (!_lines.TryRead(out var line))
            return false;
        Line = ++_line;
        for (var quoted = Split(line, quoted: false); quoted; quoted = Split(line, quoted: true))
        {
            if (!_lines.TryRead(out line))
                throw new InvalidDataException($"the quotation that begins in line {Line} does not end");
            _line++;
            _bytes.Add((byte)'\n');
            if (_bytes.Count > longest)
                throw new InvalidDataException($"the record that begins in line {Line} is longer than {longest} bytes");
        }

        _ends.Add(_bytes.Count);
        return true;
    }

    public override void Dispose() => _lines.Dispose();

    // Takes one line apart; true where a quotation goes on behind its end.
    private bool Split(ReadOnlySpan<byte> line, bool quoted)
    {
        for (var i = 0; i < line.Length; i++)
        {
            if (line[i] == '"')
            {
                if (quoted && i + 1 < line.Length && line[i + 1] == '"')
                    _bytes.Add(line[i++]);
                else
                    quoted = !quoted;
            }
            else if (line[i] == ',' && !quoted)
            {
                _ends.Add(_bytes.Count);
            }
            else
            {
                _bytes.Add(line[i]);
            }
        }

        return quoted;
    }
}
