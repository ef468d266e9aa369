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
        // Facts of history are neither reported nor denied, so a binding that speaks of nothing else says nothing.
        var reported = bindings
            .Select(binding => (Binding: binding, At: ReportedAt(rule, binding.Bindings)))
            .Where(pair => pair.At is not null)
            .Select(pair => (pair.Binding, At: pair.At!))
            .ToList();
        var outcomes = reported
            .GroupBy(pair => JudgedOn(pair.At))
            .Select(group => Worst(rule, group.Key, group.Select(pair => pair.Binding)))
            .ToImmutableArray();
        var failed = reported.Where(pair => pair.Binding.Outcome == Outcome.Fail).OrderBy(pair => pair.At.Order).ToList();
        var denied = failed.SelectMany(pair => DeniedBy(rule, pair.Binding.Bindings)).Distinct().ToImmutableArray();
        var findings = failed
            .GroupBy(pair => FindingKey(rule, pair.Binding.Bindings, pair.At), StringComparer.Ordinal)
            .Select(group => FindingWriter.Write(
                rule,
                group.First().Binding.Bindings.All,
                judge.NearMisses(group.First().Binding.Bindings),
                group.First().At,
                group.SelectMany(pair => DeniedBy(rule, pair.Binding.Bindings)).Distinct()))
            .ToImmutableArray();
        return new RuleResult(rule, findings, outcomes, denied);
    }

    /// <summary>The same bindings, none of them decided.</summary>
    public RuleResult NotEvaluated(string reason) => new(
        Rule, [], [.. Outcomes.Select(outcome => outcome with { Outcome = Outcome.NotEvaluated, Reason = reason })], []);

    private static Fact? ReportedAt(Rule rule, Bindings bindings)
    {
        foreach (var name in rule.Logic.Report)
        {
            var fact = bindings[name];
            if (fact is { WhyUnknown: null, IsHistory: false } && !fact.Kind.IsTable && fact.Content is not TotalFact)
                return fact.Kind == LineKinds.LineDay ? fact.Whole : fact;
        }

        return null;
    }

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

        var subject = bindings[rule.Logic.Match[0].Name]!;
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
