using System.Runtime.CompilerServices;
using System.Text.Encodings.Web;
using System.Text.Json;
using MedCodes.Validator.Findings;

namespace MedCodes.Validator.Reporting;

/// <summary>What stands in every finding of a rule, ready to be written into JSON.</summary>
internal sealed class JsonRuleTexts(RuleDescription rule)
{
    private static readonly ConditionalWeakTable<RuleDescription, JsonRuleTexts> Known = [];

    public JsonEncodedText Id { get; } = Encoded(rule.Id);

    public JsonEncodedText Name { get; } = Encoded(rule.Name);

    public JsonEncodedText Hash { get; } = Encoded("sha256:" + rule.Hash);

    public JsonEncodedText Fix { get; } = Encoded(Printable.Prose(rule.Fix));

    /// <summary>The texts of a rule. Several threads may ask at once.</summary>
    public static JsonRuleTexts Of(RuleDescription rule) => Known.GetValue(rule, known => new JsonRuleTexts(known));

    private static JsonEncodedText Encoded(string text) => JsonEncodedText.Encode(text, JavaScriptEncoder.UnsafeRelaxedJsonEscaping);
}
