using System.Runtime.InteropServices;

namespace MedCodes.Validator.Claims.Rows;

/// <summary>A provider as one NM1 segment names it.</summary>
[StructLayout(LayoutKind.Sequential, Pack = 4)]
internal struct ProviderRow
{
    /// <summary>Where its NM1 segment starts, for a billing provider its HL segment; counted from the batch's base.</summary>
    public uint Segment;

    /// <summary>Ten digits as a number plus one, or the place of any other text with <see cref="IsText"/> set; 0 for missing.</summary>
    public ulong Id;
    public ushort IdQualifier;
    public ProviderRole Role;
    public ProviderFlags Flags;
    public uint TaxId;
    public uint Taxonomy;

    public const ulong IsText = 1UL << 63;

    /// <summary>Gives its texts their places in another pool.</summary>
    public void MoveTexts(Func<uint, uint> moved)
    {
        if (Id >= IsText)
            Id = IsText | moved((uint)Id);
        TaxId = moved(TaxId);
        Taxonomy = moved(Taxonomy);
    }
}

[Flags]
internal enum ProviderFlags : byte
{
    None = 0,
    Person = 1,
    Organization = 2,
    HasSecondaryId = 4,
}
