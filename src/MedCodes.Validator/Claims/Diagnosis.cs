using MedCodes.Validator.Claims.Rows;
using MedCodes.Validator.Sources;

namespace MedCodes.Validator.Claims;

/// <summary>A diagnosis of a claim: one composite of its HI segments.</summary>
public readonly record struct Diagnosis : IClaimPart<Diagnosis>
{
    internal const int CodeField = 1;

    internal Diagnosis(ClaimBatch batch, int index)
    {
        Batch = batch;
        Index = index;
    }

    /// <summary>The batch that owns it.</summary>
    public ClaimBatch Batch { get; }

    /// <summary>Its place among all diagnoses of the batch, from 0.</summary>
    public int Index { get; }

    /// <summary>The claim that it belongs to.</summary>
    public Claim Claim => new(Batch, Batch.ClaimOfDiagnosis(Index));

    /// <summary>Its place among the diagnoses of its claim, from 1: what diagnosis pointers refer to.</summary>
    public int Position => Index - Claim.Row.FirstDiagnosis + 1;

    /// <summary>The code as written, usually without its dot; null where it is missing or longer than eight characters.</summary>
    public string? Code => PackedText.Unpack(Row.Code);

    /// <summary>What the code is: ABK principal, ABF other, ABJ admitting, APR reason for the visit, ABN external cause; without A for ICD-9.</summary>
    public string? Qualifier => PackedText.Unpack(Row.Qualifier & DiagnosisRow.QualifierMask);

    /// <summary>Whether it was present on admission: Y, N, U, W (the ninth component; institutional claims).</summary>
    public string? PresentOnAdmission => PackedText.Unpack(Row.Qualifier >> DiagnosisRow.AdmissionShift);

    /// <summary>Whether it is the principal diagnosis (ABK, BK).</summary>
    public bool IsPrincipal => Qualifier is "ABK" or "BK";

    /// <summary>Whether the code is there and could not be read.</summary>
    public bool IsUnreadable => Batch.IsUnreadable(FieldOwner.Diagnosis, Index, CodeField);

    /// <summary>The bytes of the code.</summary>
    public SourceSpan Span =>
        Batch.SpanOf(new(FieldOwner.Diagnosis, Claim.Offset, Claim.Transaction.Interchange.Index, "HI01-2", null, Position, $"diagnoses/{Position - 1}/code"));

    /// <summary>Where it stands, such as "2300[2]/HI[3]": the third diagnosis of the second claim.</summary>
    public string Path => Batch.Paths.Of(this);

    private ref readonly DiagnosisRow Row => ref Batch.Rows.Diagnoses[Index];

    static Diagnosis IClaimPart<Diagnosis>.At(ClaimBatch batch, int index) => new(batch, index);
}
