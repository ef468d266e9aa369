using System.Runtime.InteropServices;

namespace MedCodes.Validator.Claims.Rows;

/// <summary>A note, fixed-format information or an attachment of a claim or line.</summary>
[StructLayout(LayoutKind.Sequential, Pack = 4)]
internal struct SupplementRow
{
    public uint Segment;
    public uint Text;
    public uint Code;
    public ushort Transmission;
    public SupplementKind Kind;

    /// <summary>Gives its text its place in another pool.</summary>
    public void MoveTexts(Func<uint, uint> moved) => Text = moved(Text);
}

/// <summary>A payer's own number of a provider: few have one. The rows are in the order of their providers.</summary>
internal struct SecondaryIdRow
{
    public int Provider;
    public uint Id;
}
