using MedCodes.Validator.Rules.Facts;
using MedCodes.Validator.Rules.Values;

namespace MedCodes.Validator.Rules.Catalogue;

/// <summary>What other rules found.</summary>
internal static class FindingKinds
{
    /// <summary>What was found on a claim or, with nothing of a claim known, on its file.</summary>
    public static FactKind Finding { get; } = new(
        "finding",
        "What an earlier rule found on a claim or a file; a rule that reads findings is judged behind those that it names.",
        Scope.Claim,
        ClaimKinds.Claim,
        [
            .. Common(),
            Field.Of<FindingContent>(
                "line",
                FieldType.Fact,
                "The line that it is reported at; blank where it is reported at no line.",
                finding => finding.At.Within(LineKinds.Line) is { } line ? new Value.Reference(line) : null,
                Absence.Blank),
        ]);

    /// <summary>What was found on a page, in rules about pages.</summary>
    public static FactKind OfPage { get; } = new(
        "finding",
        "In rules about pages: what an earlier rule found on a page.",
        Scope.Document,
        DocumentKinds.Document,
        [
            .. Common(),
            Field.Of<FindingContent>(
                "section",
                FieldType.NameOf(NameSpace.Section),
                "The section that it is reported in; blank where it is reported at the page itself.",
                finding => finding.At.Place?.Section is { Length: > 0 } section ? Value.Of(section) : null,
                Absence.Blank),
        ]);

    /// <summary>Whether facts of a kind are findings.</summary>
    public static bool IsFinding(FactKind kind) => kind == Finding || kind == OfPage;

    /// <summary>Whether a field names the rule of a finding.</summary>
    public static bool IsRule(Field field) => IsFinding(field.Kind) && field.Name == "rule";

    /// <summary>Whether a field names the category of a finding's rule.</summary>
    public static bool IsCategory(Field field) => IsFinding(field.Kind) && field.Name == "rule-category";

    private static Field[] Common() =>
    [
        Field.Of<FindingContent>("rule", FieldType.Code, "The id of the rule.", finding => Value.Of(finding.Rule.Id), Absence.Never),
        Field.Of<FindingContent>("rule-category", FieldType.Code, "The category of the rule.", finding => Value.Of(finding.Rule.Category), Absence.Never),
        Field.Of<FindingContent>(
            "severity",
            FieldType.OneOf("error", "warning", "info"),
            "Its severity under the payer's profile.",
            finding => Value.Of(finding.Severity.ToString().ToLowerInvariant()),
            Absence.Never),
    ];
}
