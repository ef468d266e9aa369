using System.Collections.Immutable;

namespace MedCodes.Validator.Rules.Loading;

/// <summary>The closed lists that the head of a rule chooses from.</summary>
internal static class RuleChoices
{
    public static ImmutableArray<string> Statuses { get; } = ["preview", "stable", "deprecated"];

    public static ImmutableArray<string> Severities { get; } = ["error", "warning", "info"];

    public static ImmutableArray<string> Categories { get; } =
    [
        "file", "identifiers", "dates", "amounts", "codes", "modifiers", "national-edits", "coverage", "anesthesia", "duplicates",
        "coordination", "structure", "content", "library",
    ];

    public static ImmutableArray<string> Inputs { get; } = ["professional", "institutional", "document"];

    public static ImmutableArray<string> Stages { get; } = ["front-end-reject", "unprocessable", "denial", "reduction", "audit-risk"];

    public static ImmutableArray<string> Likelihoods { get; } = ["certain", "usual", "depends"];

    public static ImmutableArray<string> Actors { get; } =
        ["biller", "coder", "front-desk", "credentialing", "authorizations", "rendering-provider", "other-submitter"];

    public static ImmutableArray<string> Needs { get; } = ["none", "chart", "addendum", "payer-call"];

    public static ImmutableArray<string> Edits { get; } =
        ["remove-line", "add-line", "set", "replace-modifier", "add-modifier", "split-line"];
}
