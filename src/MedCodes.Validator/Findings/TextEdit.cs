using MedCodes.Validator.Sources;

namespace MedCodes.Validator.Findings;

/// <summary>A change of a page that mends a finding and changes nothing that the page says.</summary>
/// <param name="Span">The bytes to replace.</param>
/// <param name="Replacement">What to put in their place; empty to remove them.</param>
public sealed record TextEdit(SourceSpan Span, string Replacement);
