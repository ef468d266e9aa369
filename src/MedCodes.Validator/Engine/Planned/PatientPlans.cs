using System.Collections.Immutable;
using MedCodes.Validator.Engine.Planned.Joining;
using MedCodes.Validator.Engine.Planned.Screening;
using MedCodes.Validator.Rules;
using MedCodes.Validator.Rules.Catalogue;
using MedCodes.Validator.Rules.Profiles;

namespace MedCodes.Validator.Engine.Planned;

/// <summary>The rules about claims and patients.</summary>
/// <param name="All">Those that do not read what is denied.</param>
/// <param name="OnDenied">Those that do.</param>
/// <param name="Screen">What the rows of a claim tell of the first.</param>
/// <param name="OfClaims">The set of those about claims.</param>
/// <param name="OfPatients">The set of those about patients.</param>
internal sealed record PatientPlans(
    ImmutableArray<RulePlan> All, ImmutableArray<RulePlan> OnDenied, Screen Screen, ImmutableArray<ulong> OfClaims, ImmutableArray<ulong> OfPatients)
{
    /// <summary>Of each of <see cref="All"/> what rows decide; null where facts are needed.</summary>
    public required ImmutableArray<RowRule?> OfRows { get; init; }

    /// <summary>The same of each of <see cref="OnDenied"/>.</summary>
    public required ImmutableArray<RowRule?> OnDeniedOfRows { get; init; }

    /// <summary>What numbers the tests of those.</summary>
    public required RowRulePlanner Planner { get; init; }

    public static PatientPlans Of(IEnumerable<RulePlan> plans, RuleSet rules, Profile fallback, Shortcuts shortcuts)
    {
        var all = plans.Where(plan => plan.Rule.Scope is Scope.Claim or Scope.Patient).ToLookup(plan => plan.ReadsDenied);
        ImmutableArray<RulePlan> first = [.. all[false]];
        ImmutableArray<RulePlan> onDenied = [.. all[true]];
        var screen = new Screen(first, rules, fallback, shortcuts);
        var planner = new RowRulePlanner();
        return new PatientPlans(first, onDenied, screen, SetOf(Scope.Claim), SetOf(Scope.Patient))
        {
            Planner = planner,
            OfRows = [.. first.Select((plan, number) => !shortcuts.Joining || screen.Whole.Contains(number) ? null : planner.Plan(plan) is { } rule ? rule with { Number = number, Begins = screen.KindOf(number) } : null)],
            OnDeniedOfRows = [.. onDenied.Select(plan => shortcuts.Joining ? planner.Plan(plan) : null)],
        };

        ImmutableArray<ulong> SetOf(Scope scope)
        {
            var set = new ulong[screen.Words];
            for (var i = 0; i < first.Length; i++)
                set[i >> 6] |= first[i].Rule.Scope == scope ? 1UL << i : 0;
            return [.. set];
        }
    }
}
