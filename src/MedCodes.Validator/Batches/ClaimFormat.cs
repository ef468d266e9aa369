namespace MedCodes.Validator.Batches;

/// <summary>A format that claims are written in.</summary>
public enum ClaimFormat
{
    /// <summary>One JSON document.</summary>
    Json = 1,

    /// <summary>One JSON object a line.</summary>
    Ndjson,

    /// <summary>X12 837, for reading again: contacts, submitters and segments that no claim is read from are no part of claims.</summary>
    X12,
}
