namespace MedCodes.Validator.Documents.Interpretation.Words;

/// <summary>The words by which a sentence says something of some cases only.</summary>
internal static class HedgeWords
{
    /// <summary>The most words between a cue and the phrase that it speaks of.</summary>
    public const int Reach = 5;

    /// <summary>Cues before the phrase.</summary>
    public static CueList Before { get; } = new(
        "typically", "usually", "often", "may", "can", "might", "could", "sometimes", "generally", "commonly", "frequently", "occasionally", "normally",
        "possibly", "perhaps", "potentially", "likely", "optionally", "rarely", "in some cases", "in many cases", "in most cases", "in certain cases",
        "in general", "as a rule", "tends to", "tend to", "if needed", "if necessary", "if required", "if indicated", "when needed", "when necessary",
        "where appropriate", "when appropriate");

    /// <summary>Cues behind the phrase.</summary>
    public static CueList After { get; } = new(
        "if needed", "if necessary", "if required", "if indicated", "if desired", "if appropriate", "when needed", "when necessary", "when required",
        "when indicated", "when appropriate", "where needed", "where necessary", "where appropriate", "as needed", "as necessary", "as required",
        "as indicated", "as appropriate", "optional", "optionally", "in some cases", "in many cases", "in most cases", "in certain cases", "sometimes");
}
