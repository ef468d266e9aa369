using MedCodes.Validator.Rules.Facts;
using MedCodes.Validator.Rules.Values;

namespace MedCodes.Validator.Rules.Catalogue;

/// <summary>What other rules found.</summary>
internal static class FindingKinds
{
    public static FactKind Finding { get; } = new(
        "finding",
        "What an earlier rule found on a claim; a rule that reads findings is judged behind those that it names.",
        Scope.Claim,
        ClaimKinds.Claim,
        Field.Of<FindingContent>("rule", FieldType.Code, "The id of the rule.", finding => Value.Of(finding.Rule.Id), Absence.Never),
        Field.Of<FindingContent>("rule-category", FieldType.Code, "The category of the rule.", finding => Value.Of(finding.Rule.Category), Absence.Never),
        Field.Of<FindingContent>(
            "severity",
            FieldType.OneOf("error", "warning", "info"),
            "Its severity under the payer's profile.",
            finding => Value.Of(finding.Severity.ToString().ToLowerInvariant()),
            Absence.Never),
        Field.Of<FindingContent>(
            "line",
            FieldType.Fact,
            "The line that it is reported at; blank where it is reported at no line.",
            finding => finding.At.Within(LineKinds.Line) is { } line ? new Value.Reference(line) : null,
            Absence.Blank));

    /// <summary>The field that names the rule.</summary>
    public static Field Rule { get; } = Finding.Find("rule")!;

    /// <summary>The field that names the rule's category.</summary>
    public static Field Category { get; } = Finding.Find("rule-category")!;
}
