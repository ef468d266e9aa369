using System.Collections.Immutable;
using MedCodes.Validator.Engine.Planned.Screening;
using MedCodes.Validator.Rules.Catalogue;
using MedCodes.Validator.Rules.Values;

namespace MedCodes.Validator.Engine.Planned.Joining;

/// <summary>A test that the numbers of plain values decide by themselves: no fact is made for it and nothing remembered.</summary>
internal abstract class WordTest
{
    /// <summary>Whether it holds; null where the numbers do not tell, because a value is missing, not known or out of the ordinary.</summary>
    public abstract bool? Decide(RowFrame frame);

    /// <summary>What does not hold.</summary>
    internal sealed class Negated(WordTest inner) : WordTest
    {
        public override bool? Decide(RowFrame frame) => !inner.Decide(frame);
    }

    /// <summary>Several that all hold.</summary>
    internal sealed class All(ImmutableArray<WordTest> parts) : WordTest
    {
        public override bool? Decide(RowFrame frame)
        {
            foreach (var part in parts)
            {
                if (part.Decide(frame) is not true and var other)
                    return other;
            }

            return true;
        }
    }

    /// <summary>A value that is there.</summary>
    internal sealed class IsThere(RowRead subject) : WordTest
    {
        public override bool? Decide(RowFrame frame) => Words.IsPlain(frame.Read(subject.Slot, subject.Column)) ? true : null;
    }

    /// <summary>One field with the same value in two rows.</summary>
    internal sealed class Same(RowRead one, RowRead other) : WordTest
    {
        public override bool? Decide(RowFrame frame)
        {
            var (own, others) = (frame.Read(one.Slot, one.Column), frame.Read(other.Slot, other.Column));
            return Words.IsPlain(own) && Words.IsPlain(others) ? own == others : null;
        }
    }

    /// <summary>A day against another.</summary>
    /// <param name="subject">The day.</param>
    /// <param name="order">How it must stand to the other.</param>
    /// <param name="bound">The other.</param>
    internal sealed class DayOrder(RowRead subject, WordOrder order, DayBound bound) : WordTest
    {
        public override bool? Decide(RowFrame frame) =>
            frame.Read(subject.Slot, subject.Column) is var day && Words.IsPlainDay(day) && bound.Of(frame) is { } other ? order.Holds(day.CompareTo(other)) : null;
    }

    /// <summary>An amount against one that is written.</summary>
    /// <param name="subject">The amount.</param>
    /// <param name="field">Its field.</param>
    /// <param name="order">How it must stand to the other.</param>
    /// <param name="bound">The other.</param>
    internal sealed class AmountOrder(RowRead subject, Field field, WordOrder order, decimal bound) : WordTest
    {
        public override bool? Decide(RowFrame frame) =>
            frame.Read(subject.Slot, subject.Column) is var word && Words.IsPlain(word) && Columns.AmountOf(field, word) is { } amount
                ? order.Holds(amount.CompareTo(bound))
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
    public ulong? Of(RowFrame frame)
    {
        if (Written != 0)
            return Written;
        var day = frame.Read(Read.Slot, Read.Column);
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
