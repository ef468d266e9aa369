namespace MedCodes.Validator.Reading.X12;

/// <summary>What the first component of an HI composite says (code list 1270 as the guides use it).</summary>
internal static class X12DiagnosisQualifiers
{
    private const uint Principal = 'A' | 'B' << 8 | 'K' << 16;
    private const uint OldPrincipal = 'B' | 'K' << 8;

    /// <summary>Whether the code is a diagnosis: ABK, ABF, ABJ, APR, ABN, and without A for ICD-9.</summary>
    public static bool IsDiagnosis(ReadOnlySpan<byte> qualifier) => IsDiagnosis(X12Id.Of(qualifier));

    /// <summary>The same of a qualifier as a number like those of segment ids.</summary>
    public static bool IsDiagnosis(ulong qualifier)
    {
        switch (qualifier)
        {
            case 'A' | 'B' << 8 | 'K' << 16:
            case 'A' | 'B' << 8 | 'F' << 16:
            case 'A' | 'B' << 8 | 'J' << 16:
            case 'A' | 'P' << 8 | 'R' << 16:
            case 'A' | 'B' << 8 | 'N' << 16:
            case 'B' | 'K' << 8:
            case 'B' | 'F' << 8:
            case 'B' | 'J' << 8:
            case 'P' | 'R' << 8:
            case 'B' | 'N' << 8:
                return true;
            default:
                return false;
        }
    }

    /// <summary>Whether the code is the principal diagnosis: ABK, for ICD-9 BK.</summary>
    public static bool IsPrincipal(ReadOnlySpan<byte> qualifier) => X12Id.Of(qualifier) is Principal or OldPrincipal;

    /// <summary>
    /// Whether the code is something else that claims carry: procedures (BBR, BBQ, BR, BQ, CAH, BP, BO), occurrences (BH, BI),
    /// values (BE), conditions (BG), treatment (TC), diagnosis related groups (DR).
    /// </summary>
    public static bool IsOther(ReadOnlySpan<byte> qualifier) => IsOther(X12Id.Of(qualifier));

    /// <summary>The same of a qualifier as a number like those of segment ids.</summary>
    public static bool IsOther(ulong qualifier)
    {
        switch (qualifier)
        {
            case 'B' | 'B' << 8 | 'R' << 16:
            case 'B' | 'B' << 8 | 'Q' << 16:
            case 'C' | 'A' << 8 | 'H' << 16:
            case 'B' | 'R' << 8:
            case 'B' | 'Q' << 8:
            case 'B' | 'P' << 8:
            case 'B' | 'O' << 8:
            case 'B' | 'H' << 8:
            case 'B' | 'I' << 8:
            case 'B' | 'E' << 8:
            case 'B' | 'G' << 8:
            case 'T' | 'C' << 8:
            case 'D' | 'R' << 8:
                return true;
            default:
                return false;
        }
    }
}
