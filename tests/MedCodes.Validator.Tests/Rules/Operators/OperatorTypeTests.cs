using MedCodes.Validator.Rules;
using MedCodes.Validator.Rules.Operators;
using MedCodes.Validator.Tests.Engine;

namespace MedCodes.Validator.Tests.Rules.Operators;

/// <summary>Which types of field each operator takes; all others are refused while the rule is read.</summary>
public sealed class OperatorTypeTests
{
    private static readonly string[] Written = ["text", "name", "code"];
    private static readonly string[] Ordered = ["number", "amount", "date"];

    /// <summary>A field of each type, with a value of it.</summary>
    private static readonly Dictionary<string, (string Kind, string Field, string Value)> Fields = new(StringComparer.Ordinal)
    {
        ["text"] = ("fault", "element", "ISA"),
        ["name"] = ("line", "setting", "hospital"),
        ["code"] = ("line", "code", "99213"),
        ["number"] = ("line", "units", "1"),
        ["amount"] = ("line", "charge", "100"),
        ["date"] = ("line", "date", "2024-08-15"),
        ["yes-no"] = ("line", "described", "yes"),
        ["list"] = ("line", "modifiers", "59"),
        ["fact"] = ("line", "claim", "yes"),
    };

    private static readonly Dictionary<string, (string Argument, string[] Types)> Expected = new(StringComparer.Ordinal)
    {
        ["in"] = ("[VALUE]", [.. Written, .. Ordered, "yes-no"]),
        ["not"] = ("{ not: VALUE }", [.. Written, .. Ordered, "yes-no"]),
        ["present"] = ("yes", [.. Written, .. Ordered, "yes-no", "fact"]),
        ["at-least"] = ("VALUE", Ordered),
        ["at-most"] = ("VALUE", Ordered),
        ["more-than"] = ("VALUE", Ordered),
        ["less-than"] = ("VALUE", Ordered),
        ["between"] = ("[VALUE, VALUE]", Ordered),
        ["starts-with"] = ("VALUE", Written),
        ["matches"] = ("VALUE", Written),
        ["length"] = ("5", Written),
        ["check-digit"] = ("npi", ["text", "code"]),
        ["mentions"] = ("left", ["text"]),
        ["opens-with"] = ("left", ["text"]),
        ["some"] = ("VALUE", ["list"]),
        ["none"] = ("VALUE", ["list"]),
        ["every"] = ("VALUE", ["list"]),
        ["includes"] = ("[VALUE]", ["list"]),
    };

    public static TheoryData<string, string> Pairs
    {
        get
        {
            var pairs = new TheoryData<string, string>();
            foreach (var name in Expected.Keys)
            {
                foreach (var type in Fields.Keys)
                    pairs.Add(name, type);
            }

            return pairs;
        }
    }

    [Fact]
    public void Every_operator_is_held_to_its_types() =>
        Assert.Equal(AllOperators.InOrder.Select(one => one.Name).Order(StringComparer.Ordinal), Expected.Keys.Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Pairs))]
    public void An_operator_takes_its_types_and_refuses_the_others(string name, string type)
    {
        var (argument, types) = Expected[name];
        var (kind, field, value) = Fields[type];
        var rule = RuleText.Source(
            $$"""
            match: { it: { is: {{kind}} } }
            check: { it.{{field}}: { {{name}}: {{argument.Replace("VALUE", value, StringComparison.Ordinal)}} } }
            """,
            1);
        RuleSet.TryLoad([rule, Side], out _, out var diagnostics);

        // That a field is never absent is another matter.
        var refused = diagnostics.Where(one => !one.Message.Contains("never absent", StringComparison.Ordinal)).ToList();
        Assert.True(types.Contains(type) == (refused.Count == 0), string.Join('\n', diagnostics));
        if (!types.Contains(type) && name != "not")
            Assert.Contains(refused, one => one.Message.StartsWith($"'{name}' takes ", StringComparison.Ordinal));
    }

    private static MedCodes.Validator.Yaml.YamlSource Side => new("terms/side.yaml", "axis: side\nterms: { left: { phrases: [left] } }\n");
}
