using System.Runtime.InteropServices;

namespace MedCodes.Validator.Claims.Rows;

/// <summary>One composite of an HI segment that is no diagnosis. Its segment is found by counting such composites behind the CLM segment.</summary>
[StructLayout(LayoutKind.Sequential, Pack = 4)]
internal struct ClaimCodeRow
{
    public ulong Code;
    public ulong Amount;
    public uint Qualifier;
    public int Claim;
    public int Date;
    public int Through;
}
