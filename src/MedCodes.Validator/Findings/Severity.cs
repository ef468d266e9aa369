namespace MedCodes.Validator.Findings;

/// <summary>How much a finding matters. There is deliberately no zero value.</summary>
public enum Severity
{
    /// <summary>Worth knowing; nothing needs to be done.</summary>
    Info = 1,

    /// <summary>Probably wrong, or wrong for some payers.</summary>
    Warning,

    /// <summary>Wrong: it will be rejected or denied, or the page misleads.</summary>
    Error,
}
