using System.Collections.Immutable;
using System.Runtime.InteropServices;

namespace MedCodes.Validator.Sources;

/// <summary>Some faults that were found one after the other, in memory or in a file.</summary>
internal sealed class FaultBlock
{
    private readonly ImmutableArray<Fault> _held;
    private readonly SpillFile? _file;
    private readonly SourceFile? _source;
    private readonly long _start;
    private readonly int _length;

    /// <summary>Keeps faults, at least one, in memory.</summary>
    public FaultBlock(ImmutableArray<Fault> faults)
    {
        _held = faults;
        (Count, First, Kinds) = (faults.Length, faults.Min(fault => fault.Span.Offset), SetOf(faults.Select(fault => fault.Kind)));
    }

    private FaultBlock(List<Fault> faults, SpillFile file, int length)
    {
        (_file, _source, _start, _length) = (file, faults[0].File, file.Length - length, length);
        (Count, First, Kinds) = (faults.Count, faults.Min(fault => fault.Span.Offset), SetOf(faults.Select(fault => fault.Kind)));
    }

    /// <summary>The number of faults.</summary>
    public int Count { get; }

    /// <summary>Where the one begins that is first in the file which was read.</summary>
    public long First { get; }

    /// <summary>The kinds that they have, as a set.</summary>
    public ulong Kinds { get; }

    /// <summary>Kinds as a set.</summary>
    public static ulong SetOf(IEnumerable<FaultKind> kinds) => kinds.Aggregate(0UL, (set, kind) => set | 1UL << (int)kind);

    /// <summary>Writes faults of one file, at least one, into a temporary file.</summary>
    /// <exception cref="SpillException">There is no room.</exception>
    public static FaultBlock Spilled(List<Fault> faults, SpillFile file)
    {
        using var bytes = new MemoryStream();
        using var writer = new BinaryWriter(bytes);
        foreach (var fault in faults)
            Write(fault, writer);
        file.Append(bytes.GetBuffer().AsSpan(0, (int)bytes.Length));
        return new FaultBlock(faults, file, (int)bytes.Length);
    }

    /// <summary>The faults in the order in which they were found.</summary>
    /// <exception cref="SpillException">The device fails.</exception>
    public ImmutableArray<Fault> Read()
    {
        if (_file is null)
            return _held;
        var bytes = new byte[_length];
        _file.Read(_start, bytes);
        using var reader = new BinaryReader(new MemoryStream(bytes));
        var faults = ImmutableArray.CreateBuilder<Fault>(Count);
        for (var i = 0; i < Count; i++)
            faults.Add(Fault(reader));
        return faults.MoveToImmutable();
    }

    private static void Write(Fault fault, BinaryWriter writer)
    {
        writer.Write((int)fault.Kind);
        writer.Write(fault.Span.Offset);
        writer.Write(fault.Span.Length);
        writer.Write(fault.Claim ?? -1);
        writer.Write((int)fault.FoundPrivacy);
        Write(fault.Path, writer);
        Write(fault.Expected, writer);
        Write(fault.Found, writer);
    }

    private Fault Fault(BinaryReader reader) => new()
    {
        File = _source!,
        Kind = (FaultKind)reader.ReadInt32(),
        Span = new SourceSpan(reader.ReadInt64(), reader.ReadInt32()),
        Claim = reader.ReadInt32() is >= 0 and var claim ? claim : null,
        FoundPrivacy = (Privacy)reader.ReadInt32(),
        Path = Text(reader)!,
        Expected = Text(reader),
        Found = Text(reader),
    };

    // As they are in memory: a text that was cut may end in half a letter, which has no other bytes.
    private static void Write(string? text, BinaryWriter writer)
    {
        writer.Write7BitEncodedInt(text is null ? 0 : text.Length + 1);
        writer.Write(MemoryMarshal.AsBytes(text.AsSpan()));
    }

    private static string? Text(BinaryReader reader)
    {
        var length = reader.Read7BitEncodedInt() - 1;
        return length < 0 ? null : new string(MemoryMarshal.Cast<byte, char>(reader.ReadBytes(length * sizeof(char))));
    }
}
