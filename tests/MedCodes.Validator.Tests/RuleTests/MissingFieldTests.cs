using MedCodes.Validator.Engine.Cases;
using MedCodes.Validator.Engine.Naive;
using MedCodes.Validator.Findings;
using MedCodes.Validator.Rules.Catalogue;
using MedCodes.Validator.Rules.Facts;
using MedCodes.Validator.Rules.Model;
using MedCodes.Validator.Rules.Values;
using MedCodes.Validator.RuleTests;
using MedCodes.Validator.RuleTests.Mutation;
using MedCodes.Validator.RuleTests.Shorthand;
using MedCodes.Validator.Tests.Rules;
using MedCodes.Validator.Yaml;
using AbsenceOfField = MedCodes.Validator.Rules.Catalogue.Absence;

namespace MedCodes.Validator.Tests.RuleTests;

/// <summary>
/// Each shipped rule shows how it ends where a field that it reads is missing. Which fields can be missing is what the catalogue says of
/// them; rules that read none of those, such as the rules about what readers found wrong, have nothing to show.
/// </summary>
public sealed class MissingFieldTests
{
    private static readonly RuleTestJudge Judge = new(ShippedRules.Set);

    private static readonly ExampleRunner Examples = new(new NaiveEngine(ShippedRules.Set), ShippedRules.Set, CleanClaim.AsOf);

    public static TheoryData<string> Rules => [.. ShippedRules.Set.Rules.Where(rule => FieldsThatMayBeMissing(rule).Any()).Select(rule => rule.Id)];

    [Fact]
    public void What_a_reader_found_has_all_that_the_rules_about_it_read() =>
        Assert.Empty(ShippedRules.Set.Rules.Where(rule => rule.Logic.Tests.Any(test => test.Field.Kind == FileKinds.Fault)).SelectMany(FieldsThatMayBeMissing));

    [Theory]
    [MemberData(nameof(Rules))]
    public void A_rule_shows_how_it_ends_where_a_field_that_it_reads_is_missing(string id)
    {
        var rule = ShippedRules.Set.Find(id)!;
        var cases = CasesOf(rule);
        var fields = FieldsThatMayBeMissing(rule).ToList();

        Assert.True(
            fields.Exists(field => cases.Any(@case => @case.Misses(field)) && cases.Any(@case => @case.Has(field))),
            $"{rule.Source.Path}: no test without {string.Join(", ", fields.Select(field => field.Name))}");
    }

    [Theory]
    [MemberData(nameof(Rules))]
    public void A_rule_that_a_missing_field_leaves_open_says_so_in_a_test(string id)
    {
        var rule = ShippedRules.Set.Find(id)!;
        var cases = CasesOf(rule);
        var fields = FieldsThatMayBeMissing(rule).ToList();
        var says = cases.Any(@case => @case.Test.Outcome == Outcome.NotEvaluated
            && fields.Exists(field => @case.Misses(field) && cases.Any(other => other.Has(field))));

        if (!says && OpenWithoutAField(rule, fields) is { } open)
            Assert.Fail($"{rule.Source.Path}: {open}");
    }

    /// <summary>A test of the rule with a field taken away so that the rule cannot be judged; null where there is none.</summary>
    private static string? OpenWithoutAField(Rule rule, IEnumerable<Field> fields)
    {
        var tests = (YamlMapping)rule.Tests!;
        var given = new[] { tests["invalid"], tests["valid"] }.OfType<YamlSequence>()
            .SelectMany(list => list.Items.OfType<YamlMapping>())
            .Select(test => new YamlMapping(test.Source, test.Mark, [.. test.Entries.Where(entry => entry.Key.Text is not ("name" or "expect"))]));
        var keys = fields.Select(field => field.Name).Distinct().ToList();
        foreach (var varied in given.SelectMany(test => Variations.Of(test, keys, (_, _) => [new YamlScalar(test.Source, test.Mark, "null", isPlain: true)])))
        {
            var diagnostics = new Diagnostics();
            if (new RuleTestReader(ShippedRules.Set, diagnostics).ReadCase(varied) is { } test
                && diagnostics.Count == 0
                && Judge.Run(rule, Judge.Prepare(test)) is { Outcome: Outcome.NotEvaluated } end)
            {
                return $"not evaluated ({end.Reason}): {LogicText.Flow(varied)}";
            }
        }

        return null;
    }

    /// <summary>The fields of claims and pages that decide how the rule ends and may be missing; the profile's parameters where there are no others.</summary>
    private static IEnumerable<Field> FieldsThatMayBeMissing(Rule rule)
    {
        var logic = rule.Logic;
        var tests = (logic.Demand is Demand.Check check ? check.Condition.Tests : []).Concat(logic.Unless?.Tests ?? []);
        var entries = logic.Match.Concat(logic.Demand.AllGroups.SelectMany(group => group)).ToList();
        var fields = entries.SelectMany(entry => entry.Reads)
            .Concat(tests.SelectMany(test => test.Reads))
            .Select(read => read.Field)
            .Concat(entries.SelectMany(entry => new[] { entry.Total?.Sum, entry.Total?.Distinct }).OfType<Field>())
            .Where(field => field.Absence != AbsenceOfField.Never && !field.Kind.IsTable)
            .Distinct()
            .ToList();
        var ofClaims = fields.Where(field => field.Kind != ClaimKinds.Profile).ToList();
        return ofClaims.Count > 0 ? ofClaims : fields;
    }

    private static List<Case> CasesOf(Rule rule)
    {
        var diagnostics = new Diagnostics();
        var tests = new RuleTestReader(ShippedRules.Set, diagnostics).Read(rule);
        Assert.Equal(0, diagnostics.Count);
        return [.. tests.Select(test => new Case(Judge.Prepare(test)))];
    }

    /// <summary>A test of a rule with the facts that it is made of.</summary>
    private sealed class Case
    {
        private readonly ILookup<FactKind, Fact> _facts;

        public Case(RuleTestCase prepared)
        {
            Test = prepared.Test;
            var claims = RunFacts.Of(prepared.Files, new ProfileChoice(prepared.Profiles), Test.History).Patients.SelectMany(patient => patient.Claims.Concat(patient.History));
            var pages = prepared.Files.SelectMany(file => file.Pages).SelectMany(page => DocumentFacts.Of(Examples.Run(prepared.Library.Interpreter.Interpret(page, CleanClaim.AsOf)), 0));
            _facts = claims.SelectMany(claim => claim.All).Concat(pages).SelectMany(WithWholes).Distinct().ToLookup(fact => fact.Kind);
        }

        public RuleTest Test { get; }

        public bool Misses(Field field) => _facts[field.Kind].Any(fact => IsAbsent(fact, field));

        public bool Has(Field field) => _facts[field.Kind].Any() && !Misses(field);

        private static bool IsAbsent(Fact fact, Field field) => fact[field] is Value.Missing || fact[field] == Value.Blank;

        private static IEnumerable<Fact> WithWholes(Fact fact) => fact.Whole is { } whole ? WithWholes(whole).Prepend(fact) : [fact];
    }
}
