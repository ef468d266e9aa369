namespace MedCodes.Validator.Batches;

/// <summary>What a file is said to be where its content is not to tell.</summary>
public enum InputFormat
{
    /// <summary>X12 837 claims.</summary>
    X12 = 1,

    /// <summary>Claims in canonical JSON, one a line.</summary>
    Ndjson,

    /// <summary>JSON: claims where the first object says so of itself, else pages.</summary>
    Json,

    /// <summary>A page in Markdown.</summary>
    Markdown,

    /// <summary>A page in HTML.</summary>
    Html,

    /// <summary>A page in plain text.</summary>
    Text,

    /// <summary>Pages as records in YAML.</summary>
    Yaml,
}
