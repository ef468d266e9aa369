using System.Collections.Immutable;
using MedCodes.Validator.Rules.Loading;

namespace MedCodes.Validator.Rules.Description;

/// <summary>The keys of a rule file, in the order in which rules write them.</summary>
internal static class RuleKeys
{
    public static ImmutableArray<RuleKey> InOrder { get; } =
    [
        new("id", "`MC` and four digits", "The permanent id; its first digit is the block.", KeyNeed.Always),
        new("name", "kebab-case", "The defect that it finds. The file is named so.", KeyNeed.Always),
        new("since", "a version", "The version of the validator that first had it.", KeyNeed.Always),
        new("status", Choice(RuleChoices.Statuses), "How far it can be relied on.", KeyNeed.Always),
        new("severity", Choice(RuleChoices.Severities), "How bad a finding is, before a payer profile changes it.", KeyNeed.Always),
        new("category", Choice(RuleChoices.Categories), "What it is about.", KeyNeed.Always),
        new("snip", "1 to 7", "The SNIP level of the check.", KeyNeed.Claims),
        new("applies-to", Choice(RuleChoices.Inputs) + ", or a list", "What it is judged on.", KeyNeed.Always),
        new("summary", "a sentence", "When it fires.", KeyNeed.Always),
        new("match", "a group of entries", "What the rule is about.", KeyNeed.Always),
        new("require", "a group of entries, or a list of groups", "What must be there too; any group will do.", KeyNeed.Demand),
        new("forbid", "a group of entries, or a list of groups", "What must not be there too; no group may.", KeyNeed.Demand),
        new("check", "a condition", "What must hold.", KeyNeed.Demand),
        new("unless", "a condition", "What lifts a failure; it binds nothing of its own.", KeyNeed.Optional),
        new("optional", "a group of entries", "What the message may name where it is there; it never decides.", KeyNeed.Optional),
        new("once-per", "a list of fields", "One finding per key, at the first fact. The fields are those of the first entry of `match`.", KeyNeed.Optional),
        new("report", "a list of names", "Where a finding is reported: the first name that is bound.", KeyNeed.Optional),
        new("denies", "a name", "The line, or the members of the total, that will not be paid.", KeyNeed.Optional),
        new("message", "a sentence with holes", "What is wrong: `{name.field}`, `{name.place}`.", KeyNeed.Always),
        new("suggest", "a list of edits", "What would clear the finding.", KeyNeed.Optional),
        new("fix", "a sentence", "What to do.", KeyNeed.Always),
        new("why", "sentences", "Why it matters.", KeyNeed.Always),
        new("sources", "a list of `title`, `section`, `url`, `dates`", "Where the rule comes from.", KeyNeed.Always),
        new("stage", Choice(RuleChoices.Stages), "What follows.", KeyNeed.Claims),
        new("predicted", "`carc`, `rarc`, `group`", "The codes that the payer will probably answer with.", KeyNeed.Optional),
        new("likelihood", Choice(RuleChoices.Likelihoods), "How sure that is.", KeyNeed.Optional),
        new("actor", Choice(RuleChoices.Actors), "Who must act.", KeyNeed.Claims),
        new("needs", Choice(RuleChoices.Needs), "What that takes.", KeyNeed.Claims),
        new("compliance", "yes or no", "Whether the fix would raise payment.", KeyNeed.Optional),
        new("history", "anything", "What changed in the rule, and when.", KeyNeed.Optional),
        new("tests", "`invalid`, `valid` and `survivors`", "Cases that prove it, and the mutants that no case can tell from it.", KeyNeed.Optional),
    ];

    private static string Choice(ImmutableArray<string> choices) => string.Join(", ", choices.Select(choice => $"`{choice}`"));
}
