using System.Text;
using MedCodes.Validator.Yaml;

namespace MedCodes.Validator.Rules.Packing;

/// <summary>Writes parsed files: first the texts that occur in them, each once, then file by file its nodes.</summary>
internal sealed class RulePackWriter(Stream to)
{
    /// <summary>The beginning of a pack; the last letter is the version of the format.</summary>
    public static ReadOnlySpan<byte> Magic => "MCRULES1"u8;

    private readonly Dictionary<string, int> _texts = new(StringComparer.Ordinal);

    public void Write(IReadOnlyList<(YamlSource File, YamlNode Root)> files)
    {
        using var body = new MemoryStream();
        using (var writer = new BinaryWriter(body, Encoding.UTF8, leaveOpen: true))
        {
            writer.Write7BitEncodedInt(files.Count);
            foreach (var (file, root) in files)
                WriteFile(writer, file, root);
        }

        using var pack = new BinaryWriter(to, Encoding.UTF8, leaveOpen: true);
        pack.Write(Magic);
        pack.Write7BitEncodedInt(_texts.Count);
        foreach (var text in _texts.OrderBy(text => text.Value).Select(text => text.Key))
            pack.Write(text);
        pack.Write(body.ToArray());
    }

    private void WriteFile(BinaryWriter writer, YamlSource file, YamlNode root)
    {
        writer.Write(file.Path);
        writer.Write(file.Digest);
        writer.Write(file.Text);
        WriteMeasured(writer, inner => WriteNode(inner, root, 0));
    }

    /// <summary>Writes something with its length before it, so that it can be skipped and read later.</summary>
    private static void WriteMeasured(BinaryWriter writer, Action<BinaryWriter> write)
    {
        using var bytes = new MemoryStream();
        using (var inner = new BinaryWriter(bytes, Encoding.UTF8, leaveOpen: true))
            write(inner);
        writer.Write7BitEncodedInt((int)bytes.Length);
        writer.Write(bytes.ToArray());
    }

    private void WriteNode(BinaryWriter writer, YamlNode node, int depth)
    {
        var kind = node switch
        {
            YamlScalar { IsPlain: true } => PackedKind.Plain,
            YamlScalar => PackedKind.Quoted,
            YamlSequence => PackedKind.Sequence,
            _ => PackedKind.Mapping,
        };
        writer.Write((byte)kind);
        WriteMark(writer, node.Mark);
        if (node is YamlScalar scalar)
        {
            writer.Write7BitEncodedInt(NumberOf(scalar.Text));
            return;
        }

        // What stands right below the keys of a file is read when it is asked for.
        if (depth == 1)
            WriteMeasured(writer, inner => WriteItems(inner, node, depth));
        else
            WriteItems(writer, node, depth);
    }

    private void WriteItems(BinaryWriter writer, YamlNode node, int depth)
    {
        if (node is YamlSequence list)
        {
            writer.Write7BitEncodedInt(list.Items.Length);
            foreach (var item in list.Items)
                WriteNode(writer, item, depth + 1);
            return;
        }

        var map = (YamlMapping)node;
        writer.Write7BitEncodedInt(map.Entries.Length);
        foreach (var entry in map.Entries)
        {
            WriteNode(writer, entry.Key, depth + 1);
            WriteNode(writer, entry.Value, depth + 1);
        }
    }

    private static void WriteMark(BinaryWriter writer, YamlMark mark)
    {
        writer.Write7BitEncodedInt(mark.Line);
        writer.Write7BitEncodedInt(mark.Column);
        writer.Write7BitEncodedInt(mark.EndLine - mark.Line);
        writer.Write7BitEncodedInt(mark.EndColumn);
    }

    private int NumberOf(string text)
    {
        if (!_texts.TryGetValue(text, out var number))
            _texts[text] = number = _texts.Count;
        return number;
    }
}

/// <summary>How a node is packed.</summary>
internal enum PackedKind : byte
{
    /// <summary>A scalar without quotes.</summary>
    Plain = 1,

    /// <summary>A scalar in quotes or folded.</summary>
    Quoted,

    /// <summary>A list.</summary>
    Sequence,

    /// <summary>A map.</summary>
    Mapping,
}
