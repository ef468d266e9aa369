using System.Runtime.InteropServices;

namespace MedCodes.Validator.Claims.Rows;

/// <summary>A service line.</summary>
[StructLayout(LayoutKind.Sequential, Pack = 2)]
internal struct LineRow
{
    /// <summary>Where its LX segment (or its SV1 or SV2, if there is none) starts, counted from the batch's base.</summary>
    public uint Segment;
    public ulong Code;

    /// <summary>Four modifiers of 16 bits, the first lowest: 0 for none, <see cref="UnreadableModifier"/> for one that is too long.</summary>
    public ulong Modifiers;
    public ulong Charge;
    public uint Units;
    public int Date;

    /// <summary>
    /// Four pointers of eight bits, the first lowest: the target plus one, 0 for none, <see cref="UnreadablePointer"/> for one
    /// that is no number.
    /// </summary>
    public uint Pointers;
    public ushort Unit;
    public ushort Place;
    public ushort Qualifier;
    public ushort Number;
    public LineFlags Flags;
    public int Claim;

    /// <summary>The row of rarer values; 0 for none, because detail rows count from 1.</summary>
    public int Detail;

    public const byte UnreadablePointer = 255;
    public const ushort UnreadableModifier = 0xFFFF;
}

[Flags]
internal enum LineFlags : ushort
{
    None = 0,
    HasDescription = 1,
    UnitsInDetail = 2,
    NumberInDetail = 4,
    HasNote = 8,
    HasAttachment = 16,
    HasFixedFormat = 32,
    EmergencyIndicated = 64,
    ScreeningIndicated = 128,
    PlanningIndicated = 256,
}

/// <summary>What few lines have.</summary>
[StructLayout(LayoutKind.Sequential, Pack = 4)]
internal struct LineDetailRow
{
    public ulong Units;
    public ulong NdcUnits;
    public int Number;
    public int Through;
    public uint RevenueCode;
    public uint ControlNumber;
    public uint Ndc;
    public uint PriorAuthorization;
    public ushort NdcUnit;
    public ushort ProviderCount;
    public int FirstProvider;
    public int LastSeen;
    public uint CliaNumber;
    public int FirstSupplement;
    public int SupplementCount;
    public int FirstAdjudication;
    public int AdjudicationCount;

    /// <summary>Gives its texts their places in another pool.</summary>
    public void MoveTexts(Func<uint, uint> moved)
    {
        RevenueCode = moved(RevenueCode);
        ControlNumber = moved(ControlNumber);
        Ndc = moved(Ndc);
        PriorAuthorization = moved(PriorAuthorization);
        CliaNumber = moved(CliaNumber);
    }
}
