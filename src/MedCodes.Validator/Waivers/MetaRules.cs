using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using MedCodes.Validator.Findings;

namespace MedCodes.Validator.Waivers;

/// <summary>The rules about what sets findings aside: a suppression that hides nothing, or hides for ever, hides a mistake sooner or later.</summary>
public static class MetaRules
{
    /// <summary>A suppression or waiver that no finding needs.</summary>
    public static RuleDescription Unused { get; } = Rule(
        "MC9501", "unused-suppression", Severity.Warning,
        "A suppression or waiver names a rule that finds nothing there.",
        "Remove it.",
        "What it was written for is gone. Left in place it would hide the next finding of the rule, which nobody has looked at.");

    /// <summary>A suppression without a reason.</summary>
    public static RuleDescription WithoutReason { get; } = Rule(
        "MC9502", "suppression-without-reason", Severity.Warning,
        "A suppression does not say why.",
        "Write the reason behind the rules, as in medcodes-disable-next-line MC6001 -- agreed with the author.",
        "Whoever reads the page later cannot tell whether the reason still holds.");

    /// <summary>A suppression or waiver of a rule that does not exist.</summary>
    public static RuleDescription UnknownRule { get; } = Rule(
        "MC9503", "suppression-of-unknown-rule", Severity.Error,
        "A suppression or waiver names a rule that does not exist, or none.",
        "Write the id or name of the rule; medcodes rule lists them all.",
        "It suppresses nothing, and whoever wrote it believes that it does.");

    /// <summary>A suppression or waiver past its last day.</summary>
    public static RuleDescription Expired { get; } = Rule(
        "MC9504", "expired-suppression", Severity.Error,
        "The last day of a suppression or waiver has passed; what it suppressed is reported again.",
        "Mend what it suppressed and remove it, or give it another last day for a reason that holds.",
        "Someone decided that the finding may stay until that day and no longer.");

    /// <summary>A range that nothing closes.</summary>
    public static RuleDescription Unclosed { get; } = Rule(
        "MC9505", "unclosed-suppression", Severity.Warning,
        "A suppression goes on to the end of the page, because nothing enables its rules again.",
        "Put medcodes-enable behind the part that is meant, or use medcodes-disable-file if the whole page is.",
        "Text that is added below later is suppressed without anybody having meant it.");

    /// <summary>A comment that begins as a suppression does and is none.</summary>
    public static RuleDescription UnknownWord { get; } = Rule(
        "MC9506", "unknown-suppression-comment", Severity.Error,
        "A comment begins with medcodes- and is none of those that suppress.",
        "Write medcodes-disable-line, medcodes-disable-next-line, medcodes-disable, medcodes-enable or medcodes-disable-file.",
        "It suppresses nothing, and whoever wrote it believes that it does.");

    /// <summary>All of them, by id.</summary>
    public static ImmutableArray<RuleDescription> All { get; } = [Unused, WithoutReason, UnknownRule, Expired, Unclosed, UnknownWord];

    private static RuleDescription Rule(string id, string name, Severity severity, string summary, string fix, string why) => new()
    {
        Id = id,
        Name = name,
        Since = "0.1.0",
        Status = "stable",
        Severity = severity,
        Category = "validator",
        AppliesTo = ["document"],
        Summary = summary,
        Fix = fix,
        Why = why,
        Sources = [new RuleSource("MedCodes Validator, suppressions and waivers", null, null, null)],
        Hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', id, name, summary, fix, why)))),
    };
}
