using System.Collections.Immutable;
using MedCodes.Validator.Rules.Model;
using MedCodes.Validator.Rules.Values;

namespace MedCodes.Validator.Engine.Planned.Joining;

/// <summary>A condition, and what of the bound rows decides it: what the same values led to once holds ever after.</summary>
/// <param name="Number">Its number among all tests, by which workers remember.</param>
/// <param name="Judge">The condition on facts.</param>
/// <param name="Reads">What it reads.</param>
/// <param name="ReadsPolicy">Whether it reads parameters of the profile.</param>
internal sealed record RowTest(int Number, ConditionPlan Judge, ImmutableArray<RowRead> Reads, bool ReadsPolicy)
{
    /// <summary>Where one value decides, its number among the tests of the column; else -1.</summary>
    public int OfValue { get; init; } = -1;

    /// <summary>Where a fact alone decides that is no row, its number among such tests; else -1.</summary>
    public int OfFact { get; init; } = -1;

    /// <summary>Where several values of one row decide, its number among such tests of the kind; else -1.</summary>
    public int OfRow { get; init; } = -1;

    /// <summary>The same as a test of numbers; null where only values tell.</summary>
    public WordTest? ByWords { get; init; }

    /// <summary>How many values decide.</summary>
    public int Width => Reads.Length + (ReadsPolicy ? 1 : 0);

    /// <summary>The conditions that it is joined of, each decided by itself; empty where it is one.</summary>
    public ImmutableArray<RowTest> Parts { get; init; } = [];

    /// <summary>How they are joined.</summary>
    public Junction Junction { get; init; }
}

/// <summary>How a condition is joined of others.</summary>
internal enum Junction
{
    /// <summary>All hold.</summary>
    All = 1,

    /// <summary>One holds.</summary>
    Any,

    /// <summary>The only one does not hold.</summary>
    Not,
}

/// <summary>A field of what a slot holds.</summary>
/// <param name="Slot">The slot.</param>
/// <param name="Column">The column, where rows are bound, -1 where all rows have the same; facts that are no rows count by which they are.</param>
/// <param name="As">What of the value decides.</param>
internal readonly record struct RowRead(int Slot, int Column, ReadAs As);

/// <summary>What of a value decides.</summary>
internal enum ReadAs
{
    /// <summary>The value.</summary>
    Value = 1,

    /// <summary>Whether there is one.</summary>
    Presence,

    /// <summary>Of a date how many days lie between it and the first one that is read.</summary>
    Distance,
}

/// <summary>A field that must be equal in two rows.</summary>
/// <param name="Other">The slot bound before.</param>
/// <param name="Kind">What is compared.</param>
/// <param name="Own">The column of the entry's row.</param>
/// <param name="Others">The column of the other row.</param>
/// <param name="Slowly">Decides where a value is missing or unknown.</param>
internal sealed record RowEquality(int Other, EqualityKind Kind, int Own, int Others, RowTest? Slowly)
{
    /// <summary>Where rows have the same field that equal numbers do not make equal for sure, its column; else -1.</summary>
    public int Column { get; init; } = -1;

    /// <summary>The number among the tests of that column of whether rows with equal numbers are equal.</summary>
    public int OfAlike { get; init; }
}

/// <summary>How an equality is decided.</summary>
internal enum EqualityKind
{
    /// <summary>Equal values have equal numbers.</summary>
    Values = 1,

    /// <summary>Both stand in one claim.</summary>
    Claim,

    /// <summary>Both stand in one line.</summary>
    Line,

    /// <summary>All of a unit have the same patient.</summary>
    Patient,

    /// <summary>Both stand in one file.</summary>
    File,
}

/// <summary>Whether of dates only the days between them decide.</summary>
internal static class Distances
{
    /// <summary>Whether moving all dates by the same days leaves every test as it is.</summary>
    public static bool Decide(IEnumerable<Condition.Is> tests) => tests.All(test =>
        !test.Matcher.GoesByDate
        && MotionOf(test.Field.Type.Scalar) is var subject
        && (subject == Motion.None || IsOfBounds(test.Matcher))
        && test.Matcher.Arguments.All(argument => MotionOf(argument) == subject));

    private static bool IsOfBounds(Matcher matcher) => matcher switch
    {
        AllOf all => all.Parts.All(IsOfBounds),
        Rules.Operators.Not.Negated not => IsOfBounds(not.Inner),
        Rules.Operators.Ordered.Bounded or Rules.Operators.Between.Within or Rules.Operators.EqualTo or Rules.Operators.OneOf => true,
        _ => false,
    };

    private static Motion MotionOf(Expression expression) => expression switch
    {
        Expression.OfField field => MotionOf(field.Reference.Field.Type.Scalar),
        Expression.TimeSpan { Unit: LengthUnit.Days } span => MotionOf(span.Count),
        Expression.TimeSpan => Motion.Other,
        Expression.Computed computed => (MotionOf(computed.Left), MotionOf(computed.Right), computed.Operator) switch
        {
            (Motion.None, Motion.None, _) => Motion.None,
            (Motion.WithDates, Motion.WithDates, ArithmeticOperator.Minus) => Motion.None,
            (Motion.WithDates, Motion.None, _) => Motion.WithDates,
            _ => Motion.Other,
        },
        _ => expression.Type.Scalar == Rules.Catalogue.ScalarType.Date ? Motion.Other : Motion.None,
    };

    private static Motion MotionOf(Rules.Catalogue.ScalarType type) => type == Rules.Catalogue.ScalarType.Date ? Motion.WithDates : Motion.None;

    /// <summary>What a value does when all dates move.</summary>
    private enum Motion
    {
        None = 1,
        WithDates,
        Other,
    }
}
