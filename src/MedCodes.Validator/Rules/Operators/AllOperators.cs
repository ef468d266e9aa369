using System.Collections.Immutable;

namespace MedCodes.Validator.Rules.Operators;

/// <summary>The operators of the language, in the order of the reference page.</summary>
internal static class AllOperators
{
    public static ImmutableArray<Operator> InOrder { get; } =
    [
        new In(),
        new Not(),
        new Present(),
        Ordered.AtLeast,
        Ordered.AtMost,
        Ordered.MoreThan,
        Ordered.LessThan,
        new Between(),
        new StartsWith(),
        new Matches(),
        new LengthOf(),
        new CheckDigit(),
        OnWords.Mentions,
        OnWords.OpensWith,
        Elements.Some,
        Elements.None,
        Elements.Every,
        new Includes(),
    ];

    public static Operator? Find(string name) => InOrder.FirstOrDefault(@operator => @operator.Name == name);
}
