using System.Collections.Immutable;
using MedCodes.Validator.Findings;
using MedCodes.Validator.Rules.Facts;
using MedCodes.Validator.Rules.Model;

namespace MedCodes.Validator.Engine;

/// <summary>What the rules said of one unit.</summary>
/// <param name="Findings">The findings in canonical order of the reported facts, then by rule id.</param>
/// <param name="Outcomes">One outcome per rule and claim, document or file that it spoke of; the others are not applicable.</param>
internal sealed record Judgement(ImmutableArray<JudgedFinding> Findings, ImmutableArray<RuleOutcome> Outcomes)
{
    /// <summary>Whether nothing was said.</summary>
    public bool IsSilent => Findings.IsEmpty && Outcomes.IsEmpty;

    /// <summary>The outcomes alone.</summary>
    public Judgement WithoutFindings() => Findings.IsEmpty ? this : this with { Findings = [] };

    /// <summary>The same of a file as a whole: that a rule passes is said once, and only where it does nothing else.</summary>
    public Judgement WithPassesAsOne() => this with
    {
        Outcomes =
        [
            .. Outcomes.GroupBy(outcome => outcome.Rule).SelectMany(rule => rule.All(outcome => outcome.Outcome == Outcome.Pass)
                ? [rule.First() with { On = rule.First().On.Root }]
                : rule.Where(outcome => outcome.Outcome != Outcome.Pass)),
        ],
    };
}

/// <summary>A finding with the fact that it is reported at.</summary>
internal sealed record JudgedFinding(Finding Finding, Fact At);

/// <summary>How a rule ended on a claim, a document or a file.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="On">The claim, document or file.</param>
/// <param name="Outcome">The worst of its bindings.</param>
/// <param name="Reason">For not evaluated, the first unknown that decided it.</param>
internal sealed record RuleOutcome(Rule Rule, Fact On, Outcome Outcome, string? Reason);

/// <summary>The judgements of a run while it goes on.</summary>
internal static class Judgements
{
    /// <summary>Adds what was said of one more unit; findings go elsewhere where there is such a place.</summary>
    public static void AddSaid(this ICollection<Judgement> judgements, Judgement judged, FoundFindings? found)
    {
        found?.Add(judged);
        var left = found is null ? judged : judged.WithoutFindings();
        if (!left.IsSilent)
            judgements.Add(left);
    }
}
