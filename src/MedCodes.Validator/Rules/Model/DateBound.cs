using System.Collections.Immutable;
using MedCodes.Validator.Rules.Operators;

namespace MedCodes.Validator.Rules.Model;

/// <summary>A bound that an entry sets on <c>date</c>.</summary>
/// <param name="Low">The first day is the least of these; empty for no first day.</param>
/// <param name="High">The last day is the greatest of these; empty for no last day.</param>
/// <param name="Inside">The days by which each end lies inside: 1 where the bound itself is left out.</param>
internal sealed record DateBound(ImmutableArray<Expression> Low, ImmutableArray<Expression> High, int Inside = 0)
{
    /// <summary>The bounds of an entry's own conditions, all of which hold.</summary>
    public static ImmutableArray<DateBound> Of(Entry entry) =>
    [
        .. entry.SameAs.Where(same => same.Own.Name == "date").Select(same => Equal([new Expression.OfField(new FieldReference(same.Other, same.Others))])),
        .. OwnTests(entry.Where).Where(test => test.Name == entry.Name && test.Field.Name == "date").SelectMany(test => Of(test.Matcher, holds: true)),
    ];

    private static IEnumerable<Condition.Is> OwnTests(Condition? condition) => condition switch
    {
        Condition.Is test => [test],
        Condition.All all => all.Parts.SelectMany(OwnTests),
        _ => [],
    };

    // What is no bound (a weekday, another day than this one) leaves every day possible.
    private static IEnumerable<DateBound> Of(Matcher matcher, bool holds) => (matcher, holds) switch
    {
        (AllOf all, true) => all.Parts.SelectMany(part => Of(part, holds)),
        (Not.Negated not, _) => Of(not.Inner, !holds),
        (EqualTo or OneOf, true) => [Equal([.. matcher.Arguments])],
        (Between.Within within, true) => [new DateBound([within.Low], [within.High])],
        (Ordered.Bounded bounded, _) => [Of(bounded, holds)],
        _ => [],
    };

    private static DateBound Of(Ordered.Bounded bounded, bool holds)
    {
        // "Not before" is "from"; "not after" is "until".
        var isLow = (bounded.Order == Ordered.AtLeast || bounded.Order == Ordered.MoreThan) == holds;
        var inside = (bounded.Order == Ordered.MoreThan || bounded.Order == Ordered.LessThan) == holds ? 1 : 0;
        return isLow ? new DateBound([bounded.Bound], [], inside) : new DateBound([], [bounded.Bound], inside);
    }

    private static DateBound Equal(ImmutableArray<Expression> days) => new(days, days);
}
