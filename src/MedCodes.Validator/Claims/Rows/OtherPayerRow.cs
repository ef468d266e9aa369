using System.Runtime.InteropServices;

namespace MedCodes.Validator.Claims.Rows;

/// <summary>Another payer of a claim (loop 2320).</summary>
[StructLayout(LayoutKind.Sequential, Pack = 4)]
internal struct OtherPayerRow
{
    public uint Segment;
    public int Claim;
    public ushort Sequence;
    public ushort FilingIndicator;
    public uint GroupNumber;
    public uint GroupName;
    public uint InsuranceType;
    public uint PayerId;
    public uint PayerName;
    public uint MemberId;
    public ulong Paid;
    public ulong NotCovered;
    public ulong RemainingLiability;
    public int Adjudicated;
    public int FirstAdjustment;
    public int AdjustmentCount;

    /// <summary>Gives its texts their places in another pool.</summary>
    public void MoveTexts(Func<uint, uint> moved)
    {
        GroupNumber = moved(GroupNumber);
        GroupName = moved(GroupName);
        PayerId = moved(PayerId);
        PayerName = moved(PayerName);
        MemberId = moved(MemberId);
    }
}

/// <summary>Another payer's answer to a line (loop 2430).</summary>
[StructLayout(LayoutKind.Sequential, Pack = 4)]
internal struct AdjudicationRow
{
    public uint Segment;
    public int Line;
    public uint PayerId;
    public ulong Paid;
    public ulong Code;
    public ulong Units;
    public int Date;
    public int FirstAdjustment;
    public int AdjustmentCount;

    /// <summary>Gives its text its place in another pool.</summary>
    public void MoveTexts(Func<uint, uint> moved) => PayerId = moved(PayerId);
}

/// <summary>One triple of a CAS segment.</summary>
[StructLayout(LayoutKind.Sequential, Pack = 4)]
internal struct AdjustmentRow
{
    public uint Segment;
    public ushort Group;
    public byte Triple;
    public ulong Reason;
    public ulong Amount;
    public ulong Units;
}
