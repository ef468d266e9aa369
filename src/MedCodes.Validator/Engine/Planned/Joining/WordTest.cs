using System.Collections.Immutable;
using MedCodes.Validator.Engine.Planned.Screening;
using MedCodes.Validator.Rules.Catalogue;
using MedCodes.Validator.Rules.Values;

namespace MedCodes.Validator.Engine.Planned.Joining;

/// <summary>A test that the numbers of plain values decide by themselves: no fact is made for it and nothing remembered.</summary>
internal abstract record WordTest
{
    /// <summary>Whether it holds; null where the numbers do not tell, because a value is missing, not known or out of the ordinary.</summary>
    public abstract bool? Decide(RowWords row);

    /// <summary>What does not hold.</summary>
    internal sealed record Negated(WordTest Inner) : WordTest
    {
        public override bool? Decide(RowWords row) => !Inner.Decide(row);
    }

    /// <summary>Several that all hold.</summary>
    internal sealed record All(ImmutableArray<WordTest> Parts) : WordTest
    {
        public override bool? Decide(RowWords row)
        {
            foreach (var part in Parts)
            {
                if (part.Decide(row) is not true and var other)
                    return other;
            }

            return true;
        }
    }

    /// <summary>A value that is there.</summary>
    internal sealed record IsThere(RowRead Subject) : WordTest
    {
        public override bool? Decide(RowWords row) => Words.IsPlain(row.Read(Subject.Slot, Subject.Column)) ? true : null;
    }

    /// <summary>One field with the same value in two rows.</summary>
    internal sealed record Same(RowRead One, RowRead Other) : WordTest
    {
        public override bool? Decide(RowWords row)
        {
            var (own, others) = (row.Read(One.Slot, One.Column), row.Read(Other.Slot, Other.Column));
            return Words.IsPlain(own) && Words.IsPlain(others) ? own == others : null;
        }
    }

    /// <summary>A day against another.</summary>
    /// <param name="Subject">The day.</param>
    /// <param name="Order">How it must stand to the other.</param>
    /// <param name="Bound">The other.</param>
    internal sealed record DayOrder(RowRead Subject, WordOrder Order, DayBound Bound) : WordTest
    {
        public override bool? Decide(RowWords row) =>
            row.Read(Subject.Slot, Subject.Column) is var day && Words.IsPlainDay(day) && Bound.Of(row) is { } other ? Order.Holds(day.CompareTo(other)) : null;
    }

    /// <summary>An amount against one that is written.</summary>
    /// <param name="Subject">The amount.</param>
    /// <param name="Field">Its field.</param>
    /// <param name="Order">How it must stand to the other.</param>
    /// <param name="Bound">The other.</param>
    internal sealed record AmountOrder(RowRead Subject, Field Field, WordOrder Order, decimal Bound) : WordTest
    {
        public override bool? Decide(RowWords row) =>
            row.Read(Subject.Slot, Subject.Column) is var word && Words.IsPlain(word) && Columns.AmountOf(Field, word) is { } amount
                ? Order.Holds(amount.CompareTo(Bound))
                : null;
    }
}

/// <summary>A day that another is held against: one that is written, or a row's, and some time before or after it.</summary>
/// <param name="Written">The number of the written day; 0 where a row tells it.</param>
/// <param name="Read">What tells it else.</param>
/// <param name="Count">How much later it is; less than 0 for earlier.</param>
/// <param name="Unit">In what unit.</param>
internal readonly record struct DayBound(ulong Written, RowRead Read, int Count, LengthUnit Unit)
{
    /// <summary>More than this from any plain day leads out of the calendar.</summary>
    public const int MostDays = 390_000;

    /// <summary>The day's number; null where it is not plain.</summary>
    public ulong? Of(RowWords row)
    {
        if (Written != 0)
            return Written;
        var day = row.Read(Read.Slot, Read.Column);
        if (!Words.IsPlainDay(day))
            return null;
        return Unit switch
        {
            LengthUnit.Days => day + (ulong)Count,
            LengthUnit.Months => Words.OfDay(Words.DayOf(day).AddMonths(Count)),
            _ => Words.OfDay(Words.DayOf(day).AddYears(Count)),
        };
    }
}

/// <summary>How one value stands to another.</summary>
/// <param name="Below">Whether it may be below.</param>
/// <param name="Equal">Whether it may be equal.</param>
/// <param name="Above">Whether it may be above.</param>
internal readonly record struct WordOrder(bool Below, bool Equal, bool Above)
{
    public static WordOrder AtLeast { get; } = new(Below: false, Equal: true, Above: true);

    public static WordOrder AtMost { get; } = new(Below: true, Equal: true, Above: false);

    public static WordOrder MoreThan { get; } = new(Below: false, Equal: false, Above: true);

    public static WordOrder LessThan { get; } = new(Below: true, Equal: false, Above: false);

    public static WordOrder EqualTo { get; } = new(Below: false, Equal: true, Above: false);

    public bool Holds(int comparison) => comparison < 0 ? Below : comparison > 0 ? Above : Equal;
}
