namespace MedCodes.Validator.Documents.Interpretation;

/// <summary>A stated amount or range.</summary>
internal sealed record AmountFact : PageFact
{
    /// <summary>The value of <see cref="High"/> where the range has no upper end.</summary>
    public const decimal Open = decimal.MaxValue;

    /// <summary>What is counted.</summary>
    public required AmountMeasure Measure { get; init; }

    /// <summary>The lower end; time in minutes.</summary>
    public required decimal Low { get; init; }

    /// <summary>The upper end, equal to the lower one for a single amount; time in minutes.</summary>
    public required decimal High { get; init; }

    /// <summary>Per what, such as "day"; empty where nothing is said.</summary>
    public string Per { get; init; } = "";

    /// <summary>The term it is about; empty where neither the clause nor the section says.</summary>
    public string About { get; init; } = "";

    /// <summary>Whether the sentence says it of some cases only.</summary>
    public required bool Hedged { get; init; }

    /// <summary>The words as they stand on the page.</summary>
    public required string Text { get; init; }
}

/// <summary>What an amount counts.</summary>
internal enum AmountMeasure
{
    /// <summary>Minutes.</summary>
    Time = 1,

    /// <summary>Billed units.</summary>
    Units,

    /// <summary>Levels of the spine.</summary>
    Levels,

    /// <summary>Sessions.</summary>
    Sessions,
}
