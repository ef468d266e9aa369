using System.Buffers;
using System.Runtime.CompilerServices;
using System.Text.Json;
using MedCodes.Validator.Findings;

namespace MedCodes.Validator.Reporting;

/// <summary>What stands in every finding of a rule, as members in JSON.</summary>
internal sealed class JsonRuleTexts
{
    private static readonly ConditionalWeakTable<RuleDescription, JsonRuleTexts> OfLines = [];
    private static readonly ConditionalWeakTable<RuleDescription, JsonRuleTexts> Indented = [];

    private readonly byte[] _head;
    private readonly byte[] _advice;
    private readonly byte[] _sources;

    private JsonRuleTexts(RuleDescription rule, bool indented)
    {
        _head = Members(indented, json =>
        {
            json.WriteString("rule"u8, rule.Id);
            json.WriteString("name"u8, rule.Name);
            json.WriteString("ruleHash"u8, "sha256:" + rule.Hash);
        });
        _advice = Members(indented, json =>
        {
            json.WriteString("fix"u8, Printable.Prose(rule.Fix));
            if (rule.Consequence is { } consequence)
                new JsonRules(json).WriteConsequence(consequence);
        });
        _sources = Members(indented, json => new JsonRules(json).WriteSources(rule.Sources));
    }

    /// <summary>Which rule it is.</summary>
    public ReadOnlySpan<byte> Head => _head;

    /// <summary>What to do and what follows.</summary>
    public ReadOnlySpan<byte> Advice => _advice;

    /// <summary>Where the rule comes from.</summary>
    public ReadOnlySpan<byte> Sources => _sources;

    /// <summary>The members for a rule. Several threads may ask at once.</summary>
    /// <param name="rule">The rule.</param>
    /// <param name="indented">Whether they stand in lines of their own in a list of findings, or all in one line.</param>
    public static JsonRuleTexts Of(RuleDescription rule, bool indented) => indented
        ? Indented.GetValue(rule, static known => new JsonRuleTexts(known, indented: true))
        : OfLines.GetValue(rule, static known => new JsonRuleTexts(known, indented: false));

    // As deep as in the list of findings, where lines of their own need it.
    private static byte[] Members(bool indented, Action<Utf8JsonWriter> write)
    {
        var bytes = new ArrayBufferWriter<byte>();
        using var json = new Utf8JsonWriter(bytes, JsonRun.Style(indented));
        json.WriteStartObject();
        json.WriteStartArray("findings"u8);
        json.WriteStartObject();
        json.Flush();
        var start = bytes.WrittenCount;
        write(json);
        json.Flush();
        return bytes.WrittenSpan[start..].ToArray();
    }
}
