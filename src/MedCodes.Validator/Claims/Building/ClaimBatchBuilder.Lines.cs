using MedCodes.Validator.Claims.Rows;

namespace MedCodes.Validator.Claims.Building;

/// <summary>Values of a line that take more room where they are unusual.</summary>
internal sealed partial class ClaimBatchBuilder
{
    /// <summary>Sets the number of the line added last.</summary>
    public void SetNumber(int? number)
    {
        if (number is null or (>= 0 and < ushort.MaxValue))
        {
            Line.Number = (ushort)(number + 1 ?? 0);
        }
        else
        {
            LineDetail.Number = number.Value;
            Line.Flags |= LineFlags.NumberInDetail;
        }
    }

    /// <summary>Sets the units of the line added last, a packed number.</summary>
    public void SetUnits(ulong packed)
    {
        if (PackedNumber.TryShorten(packed, out var brief))
        {
            Line.Units = brief;
        }
        else
        {
            LineDetail.Units = packed;
            Line.Flags |= LineFlags.UnitsInDetail;
        }
    }
}
