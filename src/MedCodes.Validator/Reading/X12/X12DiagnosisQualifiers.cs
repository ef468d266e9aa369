namespace MedCodes.Validator.Reading.X12;

/// <summary>What the first component of an HI composite says (code list 1270 as the guides use it).</summary>
internal static class X12DiagnosisQualifiers
{
    /// <summary>Whether the code is a diagnosis: ABK, ABF, ABJ, APR, ABN, and without A for ICD-9.</summary>
    public static bool IsDiagnosis(ReadOnlySpan<byte> qualifier) =>
        qualifier.SequenceEqual("ABK"u8) || qualifier.SequenceEqual("ABF"u8) || qualifier.SequenceEqual("ABJ"u8)
        || qualifier.SequenceEqual("APR"u8) || qualifier.SequenceEqual("ABN"u8) || qualifier.SequenceEqual("BK"u8)
        || qualifier.SequenceEqual("BF"u8) || qualifier.SequenceEqual("BJ"u8) || qualifier.SequenceEqual("PR"u8)
        || qualifier.SequenceEqual("BN"u8);

    /// <summary>
    /// Whether the code is something else that claims carry: procedures (BBR, BBQ, BR, BQ, CAH, BP, BO), occurrences (BH, BI),
    /// values (BE), conditions (BG), treatment (TC), diagnosis related groups (DR).
    /// </summary>
    public static bool IsOther(ReadOnlySpan<byte> qualifier) =>
        qualifier.SequenceEqual("BBR"u8) || qualifier.SequenceEqual("BBQ"u8) || qualifier.SequenceEqual("BR"u8)
        || qualifier.SequenceEqual("BQ"u8) || qualifier.SequenceEqual("CAH"u8) || qualifier.SequenceEqual("BP"u8)
        || qualifier.SequenceEqual("BO"u8) || qualifier.SequenceEqual("BH"u8) || qualifier.SequenceEqual("BI"u8)
        || qualifier.SequenceEqual("BE"u8) || qualifier.SequenceEqual("BG"u8) || qualifier.SequenceEqual("TC"u8)
        || qualifier.SequenceEqual("DR"u8);
}
