using MedCodes.Validator.Rules.Catalogue;
using MedCodes.Validator.Rules.Facts;

namespace MedCodes.Validator.NRules;

/// <summary>A fact as NRules sees it: with identity, and with its place among those that an entry can stand for.</summary>
/// <param name="unit">What is judged.</param>
/// <param name="kind">Its kind.</param>
/// <param name="fact">The fact; null for the one that the run may not have seen, which each entry makes for itself.</param>
/// <param name="place">Its place in canonical order; a fact that was not seen comes last.</param>
internal sealed class Candidate(Unit unit, FactKind kind, Fact? fact, int place)
{
    /// <summary>The place of a fact that was not seen.</summary>
    public const int Unseen = int.MaxValue;

    public Unit Unit => unit;

    public FactKind Kind => kind;

    public Fact? Fact => fact;

    public int Place => place;
}
