namespace MedCodes.Validator.Findings;

/// <summary>When a rule can say what it finds.</summary>
public enum FindingPhase
{
    /// <summary>Once the whole run was read.</summary>
    Run,

    /// <summary>As soon as a claim was read: nothing else of the run decides it, and it decides nothing of what other rules find.</summary>
    Claim,

    /// <summary>Once a file was read to its end: no claim and no other file decides it, and it decides nothing of what other rules find.</summary>
    File,
}
