using MedCodes.Validator.Rules;
using MedCodes.Validator.RuleTests;
using MedCodes.Validator.Tests.Engine;
using MedCodes.Validator.Tests.Support;
using MedCodes.Validator.Yaml;

namespace MedCodes.Validator.Tests.RuleTests.Mutation;

/// <summary>Which mutants a rule has, which of them its tests kill, and what is said of the others.</summary>
public sealed class MutationTests
{
    private const string Codes = """
        code-set: visits
        summary: Visits.
        source: { title: An invented source }
        include: [99211, 99212, 99213]
        """;

    private const string FewerCodes = """
        code-set: short-visits
        summary: Short visits.
        source: { title: An invented source }
        include: [99211]
        """;

    private const string MoreCodes = """
        code-set: services
        summary: Services.
        source: { title: An invented source }
        include: [99211, 99212, 99213, 64490]
        """;

    [Theory]
    [InlineData(
        "check: { line.units: { at-most: 2 } }",
        "check.line.units: less-than in place of at-most",
        "check.line.units: at-most 3 in place of 2",
        "check: negated")]
    [InlineData(
        "check: { line.date: { more-than: 2024-01-01 } }",
        "check.line.date: at-least in place of more-than",
        "check.line.date: more-than 2024-01-02 in place of 2024-01-01",
        "check: negated")]
    [InlineData(
        "check: { line.submitted: { at-least: $line.date } }",
        "check.line.submitted: more-than in place of at-least",
        "check.line.submitted: at-least $line.date - 1 days in place of $line.date",
        "check: negated")]
    [InlineData(
        "check: { line.units: { between: [1, 2] } }",
        "check.line.units: between from 0 in place of 1",
        "check.line.units: between from 2 in place of 1",
        "check.line.units: between to 1 in place of 2",
        "check.line.units: between to 3 in place of 2",
        "check: negated")]
    [InlineData(
        "check: { line.modifiers: { some: [RT, LT] } }",
        "check.line.modifiers: without RT",
        "check.line.modifiers: without LT",
        "check.line.modifiers: every in place of some",
        "check: negated")]
    [InlineData(
        "check: { line.code: { in: visits } }",
        "check.line.code: in short-visits in place of in visits",
        "check.line.code: in services in place of in visits",
        "check.line.code: negated",
        "check: negated")]
    [InlineData(
        "check: { line.code: { not: { in: visits } } }",
        "check.line.code: in short-visits in place of in visits",
        "check.line.code: in services in place of in visits",
        "check.line.code: in visits in place of not in visits",
        "check: negated")]
    [InlineData(
        "check: { line.units: { present: yes, at-least: 1 } }",
        "check.line.units: more-than in place of at-least",
        "check.line.units: at-least 0 in place of 1",
        "check.line.units: without present yes",
        "check.line.units: without at-least 1",
        "check.line.units: negated",
        "check: negated")]
    [InlineData(
        "check: { line.code: { matches: \"99.*|6(4|5).*\" } }",
        "check.line.code: pattern without 99.*",
        "check.line.code: pattern without 6(4|5).*",
        "check.line.code: negated",
        "check: negated")]
    [InlineData(
        "check: { line.charge: $line.total - 1 }",
        "check.line.charge: $line.total + 1 in place of $line.total - 1",
        "check.line.charge: negated",
        "check: negated")]
    [InlineData(
        "check: { any: [ { line.units: 1 }, { line.charge: 100, not: { line.unit: UN } } ] }",
        "check.any[1].line.units: negated",
        "check.any[1]: dropped",
        "check.any[2].line.charge: dropped",
        "check.any[2].line.charge: negated",
        "check.any[2].not.line.unit: dropped",
        "check.any[2].not.line.unit: negated",
        "check.any[2]: dropped",
        "check: negated")]
    public void A_check_has_the_mutants_of_its_conditions(string check, params string[] expected) =>
        Assert.Equal(expected, MutantsOf($"match: {{ line: {{ is: line }} }}\n{check}"));

    [Fact]
    public void A_rule_has_the_mutants_of_its_entries_equalities_demand_and_exception() => Assert.Equal(
        [
            "match.line.frequency: dropped",
            "match.line.frequency: negated",
            "match.payer: dropped",
            "forbid.copy.after: dropped",
            "forbid.copy.same-as.line: without claim",
            "forbid.copy.code: dropped",
            "forbid.copy.code: negated",
            "forbid: require in its place",
            "unless.line.units: dropped",
            "unless.line.units: negated",
            "unless.line.charge: dropped",
            "unless.line.charge: negated",
            "unless: dropped",
        ],
        MutantsOf("""
            match:
              line: { is: line, where: { frequency: 1 } }
              payer: { is: other-payer, same-as: { line: [claim] } }
            forbid:
              copy: { is: line, after: line, same-as: { line: [claim, patient] }, where: { code: $line.code } }
            unless: { line.units: 2, line.charge: 3 }
            """));

    [Fact]
    public void A_list_of_groups_loses_each_of_them_and_a_total_its_distinct() => Assert.Equal(
        [
            "match.days.distinct: dropped",
            "match.days.code: dropped",
            "match.days.code: negated",
            "require[1]: dropped",
            "require[2]: dropped",
            "require: forbid in its place",
        ],
        MutantsOf("""
            match:
              line: { is: line }
              days: { is: total, of: line, distinct: date, same-as: { line: [claim] }, where: { code: 99213 } }
            require:
              - first: { is: modifier, same-as: { line: [line] } }
              - other: { is: pointer, same-as: { line: [line] } }
            """));

    [Fact]
    public void A_mutant_on_which_a_test_comes_out_otherwise_is_killed()
    {
        var rule = Assert.Single(Run("""
            match: { line: { is: line } }
            check: { line.units: { at-most: 2 } }
            tests:
              invalid: [ { name: three, lines: [ { units: 3 } ], expect: [ { line: 1 } ] } ]
              valid: [ { name: two, lines: [ { units: 2 } ] } ]
            """).Rules);

        Assert.Equal((3, 3), (rule.Mutants, rule.Killed));
        Assert.Empty(rule.Survivors);
    }

    [Fact]
    public void A_survivor_that_the_rule_gives_a_reason_for_is_justified()
    {
        var report = Run(Hole + "\n  survivors: [ { mutant: \"check.line.units: less-than in place of at-most\", because: nobody bills two }, { mutant: \"check.line.units: at-most 3 in place of 2\", because: nor three } ]");

        Assert.Equal((3, 1, 2), (report.Mutants, report.Killed, report.Justified));
        Assert.True(report.IsClean);
        Assert.Equal(["nobody bills two", "nor three"], report.Rules[0].Survivors.Select(survivor => survivor.Because));
    }

    [Theory]
    [InlineData("{ mutant: \"check: negated\", because: x }", "a test kills the mutant 'check: negated', so it is no survivor", null)]
    [InlineData("{ mutant: \"check.line.units: at-most 4 in place of 2\", because: x }", "unknown mutant 'check.line.units: at-most 4 in place of 2'", "check.line.units: at-most 3 in place of 2")]
    [InlineData("{ mutant: \"check: negated\" }", "the survivor has no 'because'", null)]
    [InlineData("{ because: x }", "the survivor has no 'mutant'", null)]
    [InlineData("{ mutant: \"check: negated\", becuase: x, because: y }", "unknown key 'becuase' in the survivor", "because")]
    [InlineData("negated", "survivor is a map, not 'negated'", null)]
    [InlineData("{ mutant: a, because: x }, { mutant: a, because: y }", "the mutant 'a' is there twice", null)]
    public void A_reason_that_is_for_nothing_is_a_fault(string survivors, string message, string? suggestion)
    {
        var report = Run($"{Hole}\n  survivors: [ {survivors} ]");

        Assert.Contains((message, suggestion), report.Diagnostics.Select(one => (one.Message, one.Suggestion)));
        Assert.False(report.IsClean);
    }

    [Fact]
    public void A_test_that_fails_on_the_rule_itself_proves_nothing()
    {
        var report = Run("""
            match: { line: { is: line } }
            check: { line.units: 1 }
            tests:
              valid: [ { name: two, lines: [ { units: 2 } ] } ]
            """);

        Assert.Equal("the test 'two' fails on the rule itself, so it proves nothing of its mutants", Assert.Single(report.Diagnostics).Message);
        Assert.Empty(report.Rules);
    }

    [Fact]
    public void A_survivor_is_shown_as_a_rule_with_a_claim_on_which_it_differs()
    {
        var survivor = Run(Hole, explain: true).Rules[0].Survivors[0];

        Assert.Equal(
            "  match:\n    line: { is: line }\n  check:\n-   line.units: { at-most: 2 }\n+   line.units: { less-than: 2 }",
            string.Join('\n', survivor.Text));
        Assert.Equal(new MutantDifference("lines: [ { units: 2 } ]", "pass", "fail at claim 1, line 1"), survivor.Difference);
    }

    [Fact]
    public void What_nobody_asks_to_be_explained_is_not_looked_for()
    {
        var survivor = Run(Hole).Rules[0].Survivors[0];

        Assert.Empty(survivor.Text);
        Assert.Null(survivor.Difference);
    }

    [Fact]
    public void A_rule_that_hears_of_others_is_mutated_among_them()
    {
        var report = RunAll(
            """
            match: { line: { is: line } }
            check: { line.units: 1 }
            """,
            """
            match: { found: { is: finding, where: { rule: [MC2001, MC2003] } } }
            check: { found.total: { at-least: 0 } }
            tests:
              valid: [ { name: two units, lines: [ { units: 2 } ] } ]
            """,
            """
            match: { line: { is: line } }
            check: { line.units: 1 }
            """);

        Assert.Equal(
            ["match.found.rule: without MC2001", "match.found.rule: without MC2003"],
            report.Rules[1].Survivors.Select(survivor => survivor.Name).Where(name => name.StartsWith("match", StringComparison.Ordinal)));
    }

    [Fact]
    public void A_mutant_of_a_rule_about_pages_differs_on_a_page()
    {
        var rule = RuleText.OfPages(
            """
            match: { page: { is: document, where: { code: { present: true } } } }
            check: { page.title: { mentions: [prone-position, fluoroscopy] } }
            tests:
              invalid: [ { name: neither, page: { code: "64490" }, expect: [ {} ] } ]
              valid: [ { name: prone, page: { code: "64490", title: Injection in the prone position } } ]
            """,
            990);
        Assert.True(RuleSet.TryLoad(Shipped().Append(rule), out var rules, out var diagnostics), string.Join('\n', diagnostics));

        var survivor = MutationRunner.Run(rules, one => one.Id == "MC6990", explain: true).Rules[0].Survivors.Single(one => one.Name == "check.page.title: without fluoroscopy");

        Assert.Equal(("pass", "fail at the page itself"), (survivor.Difference?.Rule, survivor.Difference?.Mutant));
        Assert.Contains("fluoroscop", survivor.Difference?.Claim, StringComparison.Ordinal);
    }

    [Fact]
    public void Two_pages_together_tell_a_mutant_that_looks_at_another_page()
    {
        var rule = RuleText.OfPages(
            """
            match: { title: { is: stated, where: { section: title, axis: guidance } } }
            forbid: { said: { is: stated, same-as: { title: [document, axis] }, where: { section: procedure-description, terms: { none: { in: $title.terms } } } } }
            report: [title]
            tests:
              invalid: [ { name: ultrasound, page: { title: Injection under fluoroscopy, procedure-description: [The needle is guided by ultrasound.] }, expect: [ { section: title } ] } ]
              valid:
                - { name: fluoroscopy, page: { title: Injection under fluoroscopy, procedure-description: [The needle is guided by fluoroscopy.] } }
                - { name: no guidance, page: { title: Injection, procedure-description: [The needle is guided by ultrasound.] }, expect: not-applicable }
            """,
            990);
        Assert.True(RuleSet.TryLoad(Shipped().Append(rule), out var rules, out var diagnostics), string.Join('\n', diagnostics));

        var survivor = MutationRunner.Run(rules, one => one.Id == "MC6990", explain: true).Rules[0].Survivors.Single(one => one.Name == "forbid.said.same-as.title: without document");

        Assert.StartsWith("pages: [ ", survivor.Difference?.Claim, StringComparison.Ordinal);
    }

    private static IEnumerable<YamlSource> Shipped() => Directory
        .EnumerateFiles(Repository.PathOf("rules"), "*.yaml", SearchOption.AllDirectories)
        .Select(path => new YamlSource(Path.GetRelativePath(Repository.PathOf("rules"), path), File.ReadAllText(path)));

    private const string Hole = """
        match: { line: { is: line } }
        check: { line.units: { at-most: 2 } }
        tests:
          invalid: [ { name: many, lines: [ { units: 9 } ], expect: [ { line: 1 } ] } ]
          valid: [ { name: one, lines: [ { units: 1 } ] } ]
        """;

    // Of a rule without tests every mutant survives.
    private static string[] MutantsOf(string logic) => [.. Assert.Single(Run(logic).Rules).Survivors.Select(survivor => survivor.Name)];

    private static MutationReport Run(string logic, bool explain = false) => MutationRunner.Run(Load([RuleText.Source(logic, 1)]), explain: explain);

    private static MutationReport RunAll(params string[] logics) => MutationRunner.Run(Load(logics.Select((logic, index) => RuleText.Source(logic, index + 1))));

    private static RuleSet Load(IEnumerable<YamlSource> rules)
    {
        var sets = new[] { ("visits", Codes), ("short-visits", FewerCodes), ("services", MoreCodes) }
            .Select(set => new YamlSource($"code-sets/{set.Item1}.yaml", set.Item2));
        Assert.True(RuleSet.TryLoad(rules.Concat(sets), out var loaded, out var diagnostics), string.Join('\n', diagnostics));
        return loaded;
    }
}
