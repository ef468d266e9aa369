namespace MedCodes.Validator.Sources;

/// <summary>What a reader can find wrong: a closed list. In rules the names are written in kebab-case.</summary>
public enum FaultKind
{
    /// <summary>The file has no bytes.</summary>
    EmptyFile = 1,

    /// <summary>The content is neither a claim file nor a page.</summary>
    UnrecognizedContent,
}
