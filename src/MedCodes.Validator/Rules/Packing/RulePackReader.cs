using System.Collections.Immutable;
using System.Text;
using MedCodes.Validator.Yaml;

namespace MedCodes.Validator.Rules.Packing;

/// <summary>Reads packed files back into nodes. Only a pack that the build made is ever read, so what is wrong with one is an exception.</summary>
internal sealed class RulePackReader
{
    private readonly byte[] _pack;
    private readonly (int Start, int Length)[] _places;
    private readonly string?[] _texts;
    private int _at;

    private RulePackReader(byte[] pack)
    {
        if (!pack.AsSpan().StartsWith(RulePackWriter.Magic))
            throw new InvalidDataException("This is no pack of rules of this version.");
        _pack = pack;
        _at = RulePackWriter.Magic.Length;
        _places = new (int, int)[ReadNumber()];
        _texts = new string?[_places.Length];
        for (var i = 0; i < _places.Length; i++)
            _places[i] = Skip();
    }

    private RulePackReader(RulePackReader whole, int at)
    {
        (_pack, _places, _texts) = (whole._pack, whole._places, whole._texts);
        _at = at;
    }

    public static ImmutableArray<YamlSource> Read(byte[] pack)
    {
        var reader = new RulePackReader(pack);
        var files = ImmutableArray.CreateBuilder<YamlSource>(reader.ReadNumber());
        for (var i = 0; i < files.Capacity; i++)
            files.Add(reader.ReadFile());
        return files.MoveToImmutable();
    }

    private YamlSource ReadFile()
    {
        var path = TextAt(Skip());
        var digest = TextAt(Skip());
        var text = Skip();
        var root = Skip().Start;
        return new YamlSource(path, digest, () => TextAt(text), source => new RulePackReader(this, root).ReadNode(source, 0));
    }

    private YamlNode ReadNode(YamlSource source, int depth)
    {
        var kind = (PackedKind)_pack[_at++];
        var mark = ReadMark();
        if (kind is PackedKind.Plain or PackedKind.Quoted)
            return new YamlScalar(source, mark, Text(ReadNumber()), kind == PackedKind.Plain);
        if (depth == 1)
        {
            var start = Skip().Start;
            return kind == PackedKind.Sequence
                ? new YamlSequence(source, mark, () => new RulePackReader(this, start).ReadItems(source, depth))
                : new YamlMapping(source, mark, () => new RulePackReader(this, start).ReadEntries(source, depth));
        }

        return kind == PackedKind.Sequence
            ? new YamlSequence(source, mark, ReadItems(source, depth))
            : new YamlMapping(source, mark, ReadEntries(source, depth));
    }

    private ImmutableArray<YamlNode> ReadItems(YamlSource source, int depth)
    {
        var items = ImmutableArray.CreateBuilder<YamlNode>(ReadNumber());
        for (var i = 0; i < items.Capacity; i++)
            items.Add(ReadNode(source, depth + 1));
        return items.MoveToImmutable();
    }

    private ImmutableArray<YamlEntry> ReadEntries(YamlSource source, int depth)
    {
        var entries = ImmutableArray.CreateBuilder<YamlEntry>(ReadNumber());
        for (var i = 0; i < entries.Capacity; i++)
            entries.Add(new YamlEntry((YamlScalar)ReadNode(source, depth + 1), ReadNode(source, depth + 1)));
        return entries.MoveToImmutable();
    }

    private YamlMark ReadMark()
    {
        var line = ReadNumber();
        var column = ReadNumber();
        return new YamlMark(line, column, line + ReadNumber(), ReadNumber());
    }

    private string Text(int number) => _texts[number] ??= TextAt(_places[number]);

    private string TextAt((int Start, int Length) place) => Encoding.UTF8.GetString(_pack, place.Start, place.Length);

    /// <summary>Skips what is written with its length before it.</summary>
    private (int Start, int Length) Skip()
    {
        var length = ReadNumber();
        var start = _at;
        _at += length;
        return (start, length);
    }

    private int ReadNumber()
    {
        var number = 0;
        for (var shift = 0; ; shift += 7)
        {
            var part = _pack[_at++];
            number |= (part & 0x7F) << shift;
            if (part < 0x80)
                return number;
        }
    }
}
