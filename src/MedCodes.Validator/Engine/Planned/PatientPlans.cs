using System.Collections.Immutable;
using MedCodes.Validator.Engine.Planned.Recall;
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
    /// <summary>What units led to, of the rules about claims that need more than a row.</summary>
    public required UnitRecall RecallOfClaims { get; init; }

    /// <summary>The same of the rules about patients.</summary>
    public required UnitRecall RecallOfPatients { get; init; }

    /// <summary>The same of the rules about claims that read what is denied, where nothing is.</summary>
    public required UnitRecall RecallOnDeniedOfClaims { get; init; }

    /// <summary>The same of those about patients.</summary>
    public required UnitRecall RecallOnDeniedOfPatients { get; init; }

    /// <summary>Whether all that read what is denied can be told of so.</summary>
    public required bool CanRecallOnDenied { get; init; }

    public static PatientPlans Of(IEnumerable<RulePlan> plans, RuleSet rules, Profile fallback, Shortcuts shortcuts)
    {
        var all = plans.Where(plan => plan.Rule.Scope is Scope.Claim or Scope.Patient).ToLookup(plan => plan.ReadsDenied);
        ImmutableArray<RulePlan> first = [.. all[false]];
        ImmutableArray<RulePlan> onDenied = [.. all[true]];
        var screen = new Screen(first, rules, fallback, shortcuts);
        var (deniedOfClaims, deniedOfPatients) = (RecallOf(3, onDenied, Scope.Claim), RecallOf(4, onDenied, Scope.Patient));
        return new PatientPlans(first, onDenied, screen, SetOf(Scope.Claim), SetOf(Scope.Patient))
        {
            RecallOfClaims = RecallOf(1, first, Scope.Claim),
            RecallOfPatients = RecallOf(2, first, Scope.Patient),
            RecallOnDeniedOfClaims = deniedOfClaims,
            RecallOnDeniedOfPatients = deniedOfPatients,
            CanRecallOnDenied = deniedOfClaims.Groups.Concat(deniedOfPatients.Groups).Sum(group => group.Rules.Length) == onDenied.Length,
        };

        ImmutableArray<ulong> SetOf(Scope scope)
        {
            var set = new ulong[screen.Words];
            for (var i = 0; i < first.Length; i++)
                set[i >> 6] |= first[i].Rule.Scope == scope ? 1UL << i : 0;
            return [.. set];
        }

        UnitRecall RecallOf(byte number, ImmutableArray<RulePlan> of, Scope scope)
        {
            var without = of == first ? screen.Whole : [];
            return new UnitRecall(
                number,
                of.Index().Where(plan => shortcuts.Recall && plan.Item.Rule.Scope == scope && !without.Contains(plan.Index)),
                of.Length / 64 + 1);
        }
    }
}
