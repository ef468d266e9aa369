using System.Collections.Immutable;
using MedCodes.Validator.Findings;
using MedCodes.Validator.Rules.Catalogue;
using MedCodes.Validator.Rules.Facts;
using MedCodes.Validator.Rules.Model;

namespace MedCodes.Validator.Engine.Naive;

/// <summary>What one rule said of one set of facts.</summary>
internal sealed record RuleResult(
    Rule Rule, ImmutableArray<JudgedFinding> Findings, ImmutableArray<RuleOutcome> Outcomes, ImmutableArray<Fact> Denied)
{
    public static RuleResult Of(Rule rule, RuleJudge judge, IEnumerable<JudgedBinding> bindings)
    {
        var judged = bindings.ToList();
        var outcomes = judged
            .GroupBy(binding => JudgedOn(binding.At))
            .Select(group => Worst(rule, group.Key, group))
            .ToImmutableArray();
        var failed = judged.Where(binding => binding.Outcome == Outcome.Fail).OrderBy(binding => binding.At.Order).ToList();
        var denied = failed.SelectMany(binding => DeniedBy(rule, binding.Bindings)).Distinct().ToImmutableArray();
        var findings = failed
            .GroupBy(binding => FindingKey(rule, binding.Bindings, binding.At), StringComparer.Ordinal)
            .Select(group => FindingWriter.Write(
                rule,
                group.First().Bindings.All,
                judge.NearMisses(group.First().Bindings),
                group.First().At,
                group.SelectMany(binding => DeniedBy(rule, binding.Bindings)).Distinct()))
            .ToImmutableArray();
        return new RuleResult(rule, findings, outcomes, denied);
    }

    /// <summary>A rule that nothing is known of.</summary>
    public static RuleResult NotEvaluated(Rule rule, IEnumerable<Fact> on, string reason) =>
        new(rule, [], [.. on.Select(one => new RuleOutcome(rule, one, Outcome.NotEvaluated, reason))], []);

    /// <summary>The same bindings, none of them decided.</summary>
    public RuleResult NotEvaluated(string reason) => new(
        Rule, [], [.. Outcomes.Select(outcome => outcome with { Outcome = Outcome.NotEvaluated, Reason = reason })], []);

    private static Fact JudgedOn(Fact at) => at.Within(ClaimKinds.Claim) ?? at.Root;

    private static RuleOutcome Worst(Rule rule, Fact on, IEnumerable<JudgedBinding> bindings)
    {
        var worst = bindings.MinBy(binding => OutcomeOrder.Rank(binding.Outcome))!;
        return new RuleOutcome(rule, on, worst.Outcome, worst.Reason);
    }

    /// <summary>One finding per reported fact and row of a table, or per key of <c>once-per</c>.</summary>
    private static string FindingKey(Rule rule, Bindings bindings, Fact at)
    {
        if (rule.Logic.OncePer.IsEmpty)
        {
            var rows = bindings.All.Select(pair => pair.Fact.Content).OfType<Reference.Lookup.Row>();
            return $"{at.Order}|{string.Join('|', rows.Select(row => $"{row.Table.Name} {row.Release.Name} {string.Join(' ', row.Key)}"))}";
        }

        var subject = bindings[rule.Logic.Subject]!;
        return string.Join('|', rule.Logic.OncePer.Select(field => KeyOf(subject, field)));
    }

    private static string KeyOf(Fact subject, Field field) => subject[field] switch
    {
        Rules.Values.Value.Reference reference => $"#{reference.Fact.Order}",
        Rules.Values.Value.List list => string.Join(',', list.Items.Select(Formatting.Plain).Order(StringComparer.Ordinal)),
        var value => Formatting.Plain(value),
    };

    private static IEnumerable<Fact> DeniedBy(Rule rule, Bindings bindings)
    {
        if (rule.Logic.Denies is not { } name || bindings[name] is not { } denied)
            return [];
        IEnumerable<Fact> facts = denied.Content is TotalFact total ? total.Certain : [denied];
        return facts.Select(fact => fact.Within(LineKinds.Line)).OfType<Fact>().Where(line => !line.IsHistory && line.WhyUnknown is null);
    }
}
