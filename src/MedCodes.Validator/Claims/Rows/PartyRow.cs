using System.Runtime.InteropServices;

namespace MedCodes.Validator.Claims.Rows;

/// <summary>A subscriber or a dependent: the person that a claim is for.</summary>
[StructLayout(LayoutKind.Sequential, Pack = 4)]
internal struct PartyRow
{
    /// <summary>Where its HL segment starts, counted from the batch's base.</summary>
    public uint Segment;

    /// <summary>The subscriber's row; its own for a subscriber.</summary>
    public int Subscriber;
    public int Coverage;
    public uint MemberId;
    public uint FirstName;
    public uint LastName;
    public int BirthDate;
    public ushort Sex;
    public ushort Relationship;

    /// <summary>Gives its texts their places in another pool.</summary>
    public void MoveTexts(Func<uint, uint> moved)
    {
        MemberId = moved(MemberId);
        FirstName = moved(FirstName);
        LastName = moved(LastName);
    }
}

/// <summary>What many subscribers share: the payer, the billing provider and the transaction they stand in.</summary>
[StructLayout(LayoutKind.Sequential, Pack = 4)]
internal record struct CoverageRow
{
    public int Transaction;

    /// <summary>The billing provider's row; -1 where there is none.</summary>
    public int Billing;
    public uint PayerId;
    public uint PayerName;
    public uint GroupNumber;
    public uint GroupName;
    public uint InsuranceType;
    public ushort Sequence;
    public ushort FilingIndicator;

    /// <summary>Gives its texts their places in another pool.</summary>
    public void MoveTexts(Func<uint, uint> moved)
    {
        PayerId = moved(PayerId);
        PayerName = moved(PayerName);
        GroupNumber = moved(GroupNumber);
        GroupName = moved(GroupName);
    }
}
