namespace MedCodes.Validator.Documents.Interpretation;

/// <summary>Something written like a code.</summary>
internal sealed record CodeMentionFact : PageFact
{
    /// <summary>The code in capitals.</summary>
    public required string Code { get; init; }

    /// <summary>The code system whose shape it has.</summary>
    public required CodeSystem System { get; init; }

    /// <summary>Whether it is the page's own code.</summary>
    public required bool Own { get; init; }

    /// <summary>Whether the sentence denies it.</summary>
    public required bool Negated { get; init; }

    /// <summary>Whether the sentence says it of some cases only.</summary>
    public required bool Hedged { get; init; }

    /// <summary>Whether the page says that it is a code and not just a number.</summary>
    public required bool Sure { get; init; }

    /// <summary>Whether it is an end of a range of codes.</summary>
    public required bool InRange { get; init; }

    /// <summary>Whether its item or sentence has no words but codes and their labels.</summary>
    public required bool Alone { get; init; }
}

/// <summary>A code system that can be told by its shape.</summary>
internal enum CodeSystem
{
    /// <summary>CPT: five digits, or four and a letter.</summary>
    Cpt = 1,

    /// <summary>HCPCS Level II: a letter and four digits.</summary>
    Hcpcs,

    /// <summary>ICD-10-CM: a letter, a digit, a digit or letter, a point, up to four more.</summary>
    Icd10Cm,
}
