using System.Collections.Immutable;
using MedCodes.Validator.Rules.Catalogue;
using MedCodes.Validator.Rules.Facts;

namespace MedCodes.Validator.Engine.Naive;

/// <summary>The facts that a rule is judged on.</summary>
internal sealed class Domain
{
    private readonly Fact _first;
    private readonly ILookup<FactKind, Fact> _byKind;

    /// <summary>Takes facts in canonical order.</summary>
    /// <param name="facts">The facts.</param>
    /// <param name="seen">The days that the run has seen of the patient; null where nothing lies beyond the facts.</param>
    public Domain(IEnumerable<Fact> facts, SeenDays? seen)
    {
        _first = facts.First();
        _byKind = facts.ToLookup(fact => fact.Kind);
        Seen = seen;
    }

    public SeenDays? Seen { get; }

    /// <summary>The policies of the claims that can be reported on.</summary>
    public IEnumerable<Policy> Policies => this[ClaimKinds.Claim].Where(claim => !claim.IsHistory).Select(Policy.Of).OfType<Policy>().Distinct();

    /// <summary>What outcomes are told of: the claims that can be reported on; without any the page or the file.</summary>
    public IEnumerable<Fact> Judged => this[ClaimKinds.Claim].Where(claim => !claim.IsHistory).DefaultIfEmpty(_first.Root);

    public IEnumerable<Fact> this[FactKind kind] => _byKind[kind];
}

/// <summary>The days that a run has seen of a patient.</summary>
/// <param name="Days">The days of its lines.</param>
/// <param name="HistoryFrom">The first day of the history; it and all later days are seen; null without a history.</param>
internal sealed record SeenDays(ImmutableHashSet<DateOnly> Days, DateOnly? HistoryFrom)
{
    /// <summary>Whether every day of a period has been seen.</summary>
    public bool Cover(DateOnly from, DateOnly through)
    {
        // A period of many days is never covered by the days of lines alone, so the loop ends early.
        for (var day = from; day <= through; day = day.AddDays(1))
        {
            if (day >= HistoryFrom)
                return true;
            if (!Days.Contains(day))
                return false;
            if (day == DateOnly.MaxValue)
                break;
        }

        return true;
    }
}
