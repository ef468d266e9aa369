using System.Runtime.InteropServices;

namespace MedCodes.Validator.Claims.Rows;

/// <summary>
/// A diagnosis. Its claim is found by where claims' diagnoses begin, its segment by counting the diagnoses behind the CLM segment.
/// </summary>
[StructLayout(LayoutKind.Sequential, Pack = 4)]
internal struct DiagnosisRow
{
    public ulong Code;

    /// <summary>Three bytes of qualifier, and in the highest whether the diagnosis was present on admission.</summary>
    public uint Qualifier;

    public const int AdmissionShift = 24;
    public const uint QualifierMask = 0xFF_FFFF;
}
