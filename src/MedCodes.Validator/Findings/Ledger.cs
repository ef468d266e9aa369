using System.Collections.Immutable;

namespace MedCodes.Validator.Findings;

/// <summary>How each rule ended, counted over claims (documents for document rules, files for file rules).</summary>
/// <param name="Rules">One entry per rule, by id.</param>
/// <param name="NotEvaluated">Why rules were not evaluated, most frequent first.</param>
public sealed record Ledger(ImmutableArray<LedgerEntry> Rules, ImmutableArray<NotEvaluatedCause> NotEvaluated)
{
    /// <summary>All rules together.</summary>
    public OutcomeCounts Total => Rules.Aggregate(default(OutcomeCounts), (sum, entry) => sum + entry.Counts);
}

/// <summary>How one rule ended.</summary>
/// <param name="Rule">The rule's id.</param>
/// <param name="Counts">Its outcomes.</param>
public sealed record LedgerEntry(string Rule, OutcomeCounts Counts);

/// <summary>Why something was not evaluated.</summary>
/// <param name="Rule">The rule's id.</param>
/// <param name="Reason">The first unknown that decided it, in words.</param>
/// <param name="Count">On how many claims, documents or files.</param>
public sealed record NotEvaluatedCause(string Rule, string Reason, int Count);

/// <summary>Counts of outcomes.</summary>
public readonly record struct OutcomeCounts(int Pass, int Fail, int Bypassed, int NotApplicable, int NotEvaluated)
{
    /// <summary>Adds two counts.</summary>
    public static OutcomeCounts operator +(OutcomeCounts a, OutcomeCounts b) => new(
        a.Pass + b.Pass,
        a.Fail + b.Fail,
        a.Bypassed + b.Bypassed,
        a.NotApplicable + b.NotApplicable,
        a.NotEvaluated + b.NotEvaluated);

    /// <summary>Adds two counts.</summary>
    public static OutcomeCounts Add(OutcomeCounts left, OutcomeCounts right) => left + right;
}
