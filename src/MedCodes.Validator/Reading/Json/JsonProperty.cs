using System.Buffers.Binary;
using System.Text;
using MedCodes.Validator.Sources;

namespace MedCodes.Validator.Reading.Json;

/// <summary>A property that claims in JSON may have.</summary>
/// <param name="name">Its name.</param>
/// <param name="number">The field that is read from it, by its number; 0 where none is marked when it cannot be read.</param>
/// <param name="privacy">How far its value may travel.</param>
internal sealed class JsonProperty(string name, int number = 0, Privacy privacy = Privacy.Identifying)
{
    private readonly byte[] _bytes = Encoding.UTF8.GetBytes(name);

    /// <summary>Its name.</summary>
    public string Name => name;

    /// <summary>The number of the field that is read from it, or 0.</summary>
    public int Field => number;

    /// <summary>How far its value may travel.</summary>
    public Privacy Privacy => privacy;

    /// <summary>What its name is looked for by.</summary>
    public uint Hash { get; } = HashOf(Encoding.UTF8.GetBytes(name));

    /// <summary>A number that names which are the same share, and few others.</summary>
    public static uint HashOf(ReadOnlySpan<byte> name)
    {
        // Names are short: the first eight bytes and the last eight hold most of them whole.
        ulong first = 0, last = 0;
        if (name.Length >= sizeof(ulong))
        {
            first = BinaryPrimitives.ReadUInt64LittleEndian(name);
            last = BinaryPrimitives.ReadUInt64LittleEndian(name[^sizeof(ulong)..]);
        }
        else
        {
            foreach (var b in name)
                first = first << 8 | b;
        }

        var mixed = (first ^ (ulong)name.Length << 56) * 0x9E37_79B9_7F4A_7C15 ^ last * 0xBF58_476D_1CE4_E5B9;
        return (uint)((mixed ^ mixed >> 29) * 0x94D0_49BB_1331_11EB >> 32);
    }

    /// <summary>Whether bytes are its name.</summary>
    public bool IsNamed(ReadOnlySpan<byte> bytes) => bytes.SequenceEqual(_bytes);
}
