using MedCodes.Validator.Rules.Catalogue;
using MedCodes.Validator.Rules.Model;
using MedCodes.Validator.Rules.Operators;
using MedCodes.Validator.Rules.Values;

namespace MedCodes.Validator.Engine.Planned.Joining;

/// <summary>Turns conditions into tests of numbers, where numbers decide them.</summary>
internal static class WordTests
{
    /// <summary>Whether the numbers of plain values decide a test.</summary>
    public static bool Decide(Condition.Is test) => Of(test, _ => default) is not null;

    /// <summary>A test of numbers; null where only values tell.</summary>
    /// <param name="test">The test.</param>
    /// <param name="read">Where a field stands.</param>
    public static WordTest? Of(Condition.Is test, Func<FieldReference, RowRead> read) => Of(test.Matcher, new FieldReference(test.Name, test.Field), read);

    /// <summary>Whether equal values of a field have equal numbers, and others others.</summary>
    public static bool TellEquality(Field field) => field.Type is { IsList: false, Scalar: ScalarType.Code or ScalarType.Date or ScalarType.Name };

    private static WordTest? Of(Matcher matcher, FieldReference subject, Func<FieldReference, RowRead> read) => matcher switch
    {
        Not.Negated not => Of(not.Inner, subject, read) is { } inner ? new WordTest.Negated(inner) : null,
        AllOf all => Together(all.Parts.Select(part => Of(part, subject, read))),
        Present.IsThere there => IsThere(there, read(subject)),
        Between.Within within => Together([Order(subject, WordOrder.AtLeast, within.Low, read), Order(subject, WordOrder.AtMost, within.High, read)]),
        Ordered.Bounded bounded => Order(subject, OrderOf(bounded.Order), bounded.Bound, read),
        EqualTo { Value: Expression.OfField { Reference: var other } } when other.Field == subject.Field && TellEquality(subject.Field) => new WordTest.Same(read(subject), read(other)),
        EqualTo equal => Order(subject, WordOrder.EqualTo, equal.Value, read),
        _ => null,
    };

    private static WordTest.All? Together(IEnumerable<WordTest?> parts)
    {
        var all = parts.ToList();
        return all.Contains(null) ? null : new WordTest.All([.. all.OfType<WordTest>()]);
    }

    private static WordTest IsThere(Present.IsThere there, RowRead subject) =>
        there.Wanted ? new WordTest.IsThere(subject) : new WordTest.Negated(new WordTest.IsThere(subject));

    private static WordTest? Order(FieldReference subject, WordOrder order, Expression bound, Func<FieldReference, RowRead> read)
    {
        if (subject.Field.Type.IsList)
            return null;
        return (subject.Field.Type.Scalar, bound) switch
        {
            (ScalarType.Date, _) => BoundOf(bound, read) is { } day ? new WordTest.DayOrder(read(subject), order, day) : null,
            (ScalarType.Amount, Expression.Literal { Value: Value.Number { IsExact: true, Low: { } written } }) => new WordTest.AmountOrder(read(subject), subject.Field, order, written),
            _ => null,
        };
    }

    private static DayBound? BoundOf(Expression bound, Func<FieldReference, RowRead> read) => bound switch
    {
        Expression.Literal { Value: Value.Date { Day: var day } } => new DayBound(Words.OfDay(day), default, 0, LengthUnit.Days),
        Expression.OfField { Reference: { Field.Type: { Scalar: ScalarType.Date, IsList: false } } other } => new DayBound(0, read(other), 0, LengthUnit.Days),
        Expression.Computed { Left: Expression.OfField { Type.Scalar: ScalarType.Date } left, Right: Expression.TimeSpan { Count: Expression.Literal { Value: var count } } span } sum
            when CountOf(count, span.Unit) is { } some && BoundOf(left, read) is { } day =>
            day with { Count = sum.Operator == ArithmeticOperator.Minus ? -some : some, Unit = span.Unit },
        _ => null,
    };

    private static int? CountOf(Value count, LengthUnit unit) =>
        Arithmetic.AsLength(count, unit) is Value.Length length && Math.Abs(Arithmetic.MostDays(length.Count, unit)) <= DayBound.MostDays ? length.Count : null;

    private static WordOrder OrderOf(Ordered order) =>
        order == Ordered.AtLeast ? WordOrder.AtLeast
        : order == Ordered.AtMost ? WordOrder.AtMost
        : order == Ordered.MoreThan ? WordOrder.MoreThan
        : WordOrder.LessThan;
}
