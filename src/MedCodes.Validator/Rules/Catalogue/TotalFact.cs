using System.Collections.Immutable;
using MedCodes.Validator.Rules.Facts;
using MedCodes.Validator.Rules.Values;

namespace MedCodes.Validator.Rules.Catalogue;

/// <summary>A total over facts: how many there are and what a field of them adds up to.</summary>
/// <param name="Count">The number of facts, or of different values; a range where some are uncertain.</param>
/// <param name="Sum">The sum; null where nothing is summed.</param>
/// <param name="Certain">The facts that are counted, in canonical order.</param>
/// <param name="Members">The facts that are or may be counted, in canonical order.</param>
internal sealed record TotalFact(Value Count, Value? Sum, ImmutableArray<Fact> Certain, ImmutableArray<Fact> Members)
{
    /// <summary>The kind of a total whose sum is of a type; null for a total that only counts.</summary>
    public static FactKind KindOf(FieldType? sum)
    {
        var count = Field.Of<TotalFact>("count", FieldType.Number, "How many facts, or different values, there are.", total => total.Count, Absence.Never);
        return sum is null
            ? new FactKind("total", "A total over facts.", Scope.Claim, null, count)
            : new FactKind(
                "total",
                "A total over facts.",
                Scope.Claim,
                null,
                count,
                Field.Of<TotalFact>("sum", sum, "What the field of them adds up to.", total => total.Sum, Absence.Never));
    }
}
