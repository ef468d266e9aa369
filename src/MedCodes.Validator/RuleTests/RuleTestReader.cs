using System.Collections.Frozen;
using System.Collections.Immutable;
using MedCodes.Validator.Findings;
using MedCodes.Validator.Rules;
using MedCodes.Validator.Rules.Model;
using MedCodes.Validator.RuleTests.Mutation;
using MedCodes.Validator.RuleTests.Shorthand;
using MedCodes.Validator.Yaml;

namespace MedCodes.Validator.RuleTests;

/// <summary>Reads the tests inside a rule.</summary>
internal sealed class RuleTestReader(RuleSet rules, Diagnostics diagnostics)
{
    private static readonly ImmutableArray<string> Silences = ["bypassed", "not-applicable", "not-evaluated"];

    /// <summary>The tests of a rule in the order of the file, those under <c>invalid</c> first.</summary>
    public ImmutableArray<RuleTest> Read(Rule rule)
    {
        if (rule.Tests is null || MappingReader.Of(rule.Tests, "tests", diagnostics) is not { } tests)
            return [];
        ImmutableArray<RuleTest> all =
        [
            .. tests.Items("invalid").Select(node => Read(node, isInvalid: true)).OfType<RuleTest>(),
            .. tests.Items("valid").Select(node => Read(node, isInvalid: false)).OfType<RuleTest>(),
        ];
        AcceptedSurvivor.Read(tests, diagnostics);
        tests.Done();
        foreach (var again in all.GroupBy(test => test.Name, StringComparer.Ordinal).SelectMany(group => group.Skip(1)))
            diagnostics.Add(rule.Source, new YamlMark(again.Line, 1, again.Line, 1), $"the test '{again.Name}' is there twice");
        return all;
    }

    /// <summary>Reads what a test is run on, where nothing is expected of it yet; null, with diagnostics, where it cannot be run.</summary>
    public RuleTest? ReadCase(YamlMapping given) => Read(new YamlMapping(given.Source, given.Mark, [.. given.Entries, NoName(given)]), isInvalid: false);

    private static YamlEntry NoName(YamlMapping given) =>
        new(new YamlScalar(given.Source, given.Mark, "name", isPlain: true), new YamlScalar(given.Source, given.Mark, "case", isPlain: true));

    /// <summary>Reads a test; null, with diagnostics, where it cannot be run.</summary>
    private RuleTest? Read(YamlNode node, bool isInvalid)
    {
        var before = diagnostics.Count;
        if (MappingReader.Of(node, "test", diagnostics) is not { } map)
            return null;
        var test = new ShorthandReader(map, diagnostics);
        var name = map.RequiredText("name");
        var expected = isInvalid ? ExpectedIn(test) : [];
        var outcome = isInvalid ? Outcome.Fail : OutcomeOf(map);
        var given = new CaseShorthand(rules, diagnostics);
        var pages = given.Pages(test);
        var claims = given.Claims(test);
        var history = given.History(test);
        var policy = given.Policy(test);
        var tables = given.Tables(test);
        test.Done();
        return diagnostics.Count > before ? null : new RuleTest
        {
            Name = name,
            Line = node.Mark.Line,
            IsInvalid = isInvalid,
            Outcome = outcome,
            Findings = expected,
            Claims = claims,
            History = history,
            Pages = pages,
            Policy = policy.ToFrozenDictionary(StringComparer.Ordinal),
            Tables = tables.ToFrozenDictionary(StringComparer.Ordinal),
        };
    }

    private static Outcome OutcomeOf(MappingReader test) => test.Choice("expect", Silences) switch
    {
        "bypassed" => Outcome.Bypassed,
        "not-applicable" => Outcome.NotApplicable,
        "not-evaluated" => Outcome.NotEvaluated,
        _ => Outcome.Pass,
    };

    private ImmutableArray<ExpectedPlace> ExpectedIn(ShorthandReader test)
    {
        var places = ImmutableArray.CreateBuilder<ExpectedPlace>();
        foreach (var place in test.Maps("expect", "expected finding"))
        {
            var section = place.Text("section");
            var fault = place.Whole("fault");
            var line = place.Whole("line");
            var claim = place.Whole("claim", section is null && fault is null && line is not null ? 1 : null);
            place.Done();
            places.Add(new ExpectedPlace(claim, line, section, fault));
        }

        if (places.Count == 0)
            diagnostics.Add(test.Mapping.Source, test.Mapping.Entries[0].Key.Mark, "an invalid test says under 'expect' where its findings are");
        return places.ToImmutable();
    }
}
