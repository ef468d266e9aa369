using System.Runtime.InteropServices;

namespace MedCodes.Validator.Claims.Rows;

/// <summary>
/// A claim. Its lines, diagnoses and providers begin at the given rows and end where those of the next claim begin;
/// the batch holds one row more than it has claims for that.
/// </summary>
[StructLayout(LayoutKind.Sequential, Pack = 4)]
internal struct ClaimRow
{
    /// <summary>Where its CLM segment starts, counted from the batch's base.</summary>
    public uint Segment;
    public ulong Total;
    public uint Id;
    public ushort Facility;
    public ushort FacilityQualifier;
    public byte Frequency;
    public byte ProviderSignature;
    public byte Assignment;
    public byte BenefitsAssigned;
    public byte Release;
    public ClaimFlags Flags;
    public ushort ProviderCount;
    public int FirstLine;
    public int FirstDiagnosis;
    public int FirstProvider;
    public int Party;

    /// <summary>The row of rarer values; 0 for none, because detail rows count from 1.</summary>
    public int Detail;

    /// <summary>Gives its text its place in another pool.</summary>
    public void MoveTexts(Func<uint, uint> moved) => Id = moved(Id);
}

[Flags]
internal enum ClaimFlags : byte
{
    None = 0,
    Institutional = 1,
    HasNote = 2,
    HasAttachment = 4,
    HasFixedFormat = 8,
}

/// <summary>What few claims have.</summary>
[StructLayout(LayoutKind.Sequential, Pack = 4)]
internal struct ClaimDetailRow
{
    public uint OriginalReference;
    public uint PriorAuthorization;
    public uint CliaNumber;
    public ushort DelayReason;
    public ushort RelatedCause1;
    public ushort RelatedCause2;
    public ushort RelatedCause3;
    public int StatementFrom;
    public int StatementThrough;
    public int Admission;
    public int Onset;
    public int Accident;
    public int LastSeen;
    public ushort PatientSignatureSource;
    public ushort AccidentState;
    public uint AccidentCountry;
    public uint SpecialProgram;
    public byte AdmissionType;
    public byte AdmissionSource;
    public ushort PatientStatus;
    public int FirstOtherPayer;
    public int OtherPayerCount;
    public int FirstCode;
    public int CodeCount;
    public int FirstSupplement;
    public int SupplementCount;

    /// <summary>Gives its texts their places in another pool.</summary>
    public void MoveTexts(Func<uint, uint> moved)
    {
        OriginalReference = moved(OriginalReference);
        PriorAuthorization = moved(PriorAuthorization);
        CliaNumber = moved(CliaNumber);
    }
}
