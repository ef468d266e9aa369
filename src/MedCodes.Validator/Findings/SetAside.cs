namespace MedCodes.Validator.Findings;

/// <summary>A finding that is not reported, and why.</summary>
/// <param name="Finding">The finding.</param>
/// <param name="Reason">What keeps it out of the report.</param>
/// <param name="Justification">The words of whoever accepted it; null where nobody gave any.</param>
public sealed record SetAside(Finding Finding, SetAsideReason Reason, string? Justification = null);

/// <summary>What keeps a finding out of a report. There is deliberately no zero value.</summary>
public enum SetAsideReason
{
    /// <summary>A comment in the page suppresses it.</summary>
    Suppressed = 1,

    /// <summary>A waiver of the configuration accepts it.</summary>
    Waived,

    /// <summary>It was there when the baseline was taken.</summary>
    Baselined,

    /// <summary>It stands outside what was changed.</summary>
    Unchanged,
}
