using System.Runtime.InteropServices;

namespace MedCodes.Validator.Claims.Rows;

/// <summary>
/// A diagnosis. Its claim is found by where claims' diagnoses begin, its segment by counting the diagnoses behind the CLM segment.
/// </summary>
[StructLayout(LayoutKind.Sequential, Pack = 4)]
internal struct DiagnosisRow
{
    public ulong Code;

    /// <summary>Three bytes of qualifier.</summary>
    public uint Qualifier;
}
