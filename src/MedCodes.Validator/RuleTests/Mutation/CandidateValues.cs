using System.Collections.Frozen;
using System.Collections.Immutable;
using MedCodes.Validator.Rules.CodeSets;
using MedCodes.Validator.Yaml;

namespace MedCodes.Validator.RuleTests.Mutation;

/// <summary>The values that may tell a mutant from its rule: those that the changed condition names, their neighbours, and none.</summary>
internal sealed class CandidateValues
{
    private static readonly string[] Lists = ["modifiers", "pointers", "diagnoses"];

    /// <summary>What other fields of claims are made of, in the shorthand.</summary>
    private static readonly FrozenDictionary<string, string[]> KeysOf = new Dictionary<string, string[]>(StringComparer.Ordinal)
    {
        ["patient"] = ["first-name"],
        ["group-and-specialty"] = ["billing-provider"],
        ["rendering-npi"] = ["rendering-provider", "billing-provider"],
        ["modifier-code"] = ["modifiers"],
        ["code"] = ["code", "diagnoses"],
        ["pointed-code"] = ["diagnoses"],
        ["target"] = ["pointers"],
        ["service-date"] = ["date"],
        ["count"] = ["date", "code", "units", "modifiers"],
        ["sum"] = ["units", "charge"],
        ["claim"] = ["id"],
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, string[]> Usual = new Dictionary<string, string[]>(StringComparer.Ordinal)
    {
        ["rendering-provider"] = ["1245319599", "organization"],
        ["billing-provider"] = ["1245319599"],
        ["tax-id"] = ["000000002"],
        ["first-name"] = ["TESTOTHER"],
        ["code"] = ["99213", "64490", "20610", "00600", "J3301"],
        ["frequency"] = ["1", "7", "8"],
        ["payer-sequence"] = ["P", "S"],
        ["filing-indicator"] = ["MB", "CI", "MC"],
        ["place-of-service"] = ["11", "21", "22", "24"],
        ["line-place-of-service"] = ["11", "21", "22", "24"],
        ["setting"] = ["hospital", "practitioner"],
        ["modifiers"] = ["59", "RT", "LT", "50", "25", "KX"],
        ["file"] = ["other.837"],
        ["unit"] = ["UN", "MJ"],
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private readonly FrozenDictionary<string, CodeSet> _sets;
    private readonly ImmutableArray<string> _named;
    private readonly YamlNode _at;
    private readonly bool _asksForDays;

    public CandidateValues(FrozenDictionary<string, CodeSet> sets, YamlMapping logic, Change change)
    {
        _sets = sets;
        _at = change.Target;
        var field = change.What.StartsWith("without ", StringComparison.Ordinal) && change.Path.Contains(".same-as.", StringComparison.Ordinal)
            ? change.What["without ".Length..]
            : change.Path.Split('.')[^1].Split('[')[0];
        Keys = KeysOf.GetValueOrDefault(field, [field]);
        var texts = Under(logic, field).Append(change.Instead).OfType<YamlNode>().SelectMany(node => node.Scalars()).Select(scalar => scalar.Text);
        _named = [.. texts.Distinct(StringComparer.Ordinal)];
        _asksForDays = Keys.Any(key => key is "date" or "through") || _named.Any(text => text.Contains("date", StringComparison.Ordinal));
    }

    /// <summary>The keys of the shorthand that the changed condition reads.</summary>
    public IReadOnlyList<string> Keys { get; }

    /// <summary>What the changed condition names.</summary>
    public IReadOnlyList<string> Named => _named;

    /// <summary>The values for a key in a case.</summary>
    public IReadOnlyList<YamlNode> For(string key, YamlMapping test)
    {
        var texts = _named.SelectMany(Near).Concat(Usual.GetValueOrDefault(key, [])).Concat(_asksForDays ? CandidateDays.Of(_named, test) : []);
        var scalars = texts.Distinct(StringComparer.Ordinal).Select(text => (YamlNode)Scalar(text)).Append(Scalar("null")).ToList();
        return Lists.Contains(key)
            ? [.. scalars.SkipLast(1).Select(value => new YamlSequence(_at.Source, _at.Mark, [value])), new YamlSequence(_at.Source, _at.Mark, ImmutableArray<YamlNode>.Empty)]
            : scalars;
    }

    private YamlScalar Scalar(string text) => new(_at.Source, _at.Mark, text, isPlain: true);

    private static IEnumerable<YamlNode> Under(YamlNode node, string field) => node switch
    {
        YamlMapping map => map.Entries.SelectMany(entry =>
            entry.Key.Text == field || entry.Key.Text.EndsWith("." + field, StringComparison.Ordinal) ? [entry.Value] : Under(entry.Value, field)),
        YamlSequence list => list.Items.SelectMany(item => Under(item, field)),
        _ => [],
    };

    private IEnumerable<string> Near(string text)
    {
        if (_sets.TryGetValue(text, out var set))
        {
            // Codes that only this one of the sets named has tell it from the others.
            var others = _named.Where(name => name != text && _sets.ContainsKey(name)).SelectMany(name => _sets[name].Codes).ToHashSet(StringComparer.Ordinal);
            return set.Codes.Where(code => !others.Contains(code)).Take(2).Concat(set.Codes.Take(1)).Concat(set.Codes.TakeLast(1));
        }

        if (text.Contains('$', StringComparison.Ordinal))
            return [];
        var scalar = Scalar(text);
        return [text, .. Bounds.Shifted(scalar, 1).Concat(Bounds.Shifted(scalar, -1)).Select(shifted => shifted.Text)];
    }
}
