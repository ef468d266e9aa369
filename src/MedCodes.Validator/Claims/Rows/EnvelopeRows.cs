namespace MedCodes.Validator.Claims.Rows;

/// <summary>An ISA segment.</summary>
internal struct InterchangeRow
{
    public long Segment;
    public uint ControlNumber;
    public uint SenderId;
    public uint ReceiverId;
    public ushort Usage;

    /// <summary>Element, repetition, component and terminator, the first lowest.</summary>
    public uint Delimiters;

    /// <summary>Gives its texts their places in another pool.</summary>
    public void MoveTexts(Func<uint, uint> moved)
    {
        ControlNumber = moved(ControlNumber);
        SenderId = moved(SenderId);
        ReceiverId = moved(ReceiverId);
    }
}

/// <summary>An ST segment with its group and its BHT.</summary>
internal struct TransactionRow
{
    public long Segment;
    public int Interchange;
    public uint ControlNumber;
    public uint GroupControlNumber;
    public uint Guide;
    public uint Reference;
    public uint Purpose;
    public uint Use;
    public int Submitted;
    public ClaimSetting Setting;

    /// <summary>Gives its texts their places in another pool.</summary>
    public void MoveTexts(Func<uint, uint> moved)
    {
        ControlNumber = moved(ControlNumber);
        GroupControlNumber = moved(GroupControlNumber);
        Guide = moved(Guide);
        Reference = moved(Reference);
        Purpose = moved(Purpose);
        Use = moved(Use);
    }
}
