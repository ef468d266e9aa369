namespace MedCodes.Validator.Reading.X12;

/// <summary>Qualifiers that say what a REF or DTP holds, as numbers like those of segment ids.</summary>
internal static class X12Qualifier
{
    public const uint F8 = 'F' | '8' << 8;
    public const uint G1 = 'G' | '1' << 8;
    public const uint X4 = 'X' | '4' << 8;
    public const uint TaxId = 'E' | 'I' << 8;
    public const uint SecondaryId = 'G' | '2' << 8;
    public const uint LineControl = '6' | 'R' << 8;
    public const uint Day = 'D' | '8' << 8;
    public const uint Statement = '4' | '3' << 8 | '4' << 16;
    public const uint Admission = '4' | '3' << 8 | '5' << 16;
    public const uint Onset = '4' | '3' << 8 | '1' << 16;
    public const uint Accident = '4' | '3' << 8 | '9' << 16;
    public const uint LastSeen = '3' | '0' << 8 | '4' << 16;
    public const uint Service = '4' | '7' << 8 | '2' << 16;
    public const uint Decision = '5' | '7' << 8 | '3' << 16;
}
