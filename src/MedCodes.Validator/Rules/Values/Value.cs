using System.Collections.Immutable;
using MedCodes.Validator.Rules.Facts;

namespace MedCodes.Validator.Rules.Values;

/// <summary>What a field holds: a typed value, or the way in which it has none.</summary>
internal abstract record Value
{
    private Value()
    {
    }

    /// <summary>Blank: equal to blank and nothing else.</summary>
    public static Value Blank { get; } = new BlankValue();

    public static Value Yes { get; } = new Flag(true);

    public static Value No { get; } = new Flag(false);

    public static Value Of(bool value) => value ? Yes : No;

    public static Value Of(decimal value) => new Number(value, value);

    public static Value Of(string value) => new Text(value);

    public static Value Of(DateOnly value) => new Date(value);

    public static Value OfList(IEnumerable<string> values) => new List([.. values.Select(value => (Value)new Text(value))]);

    /// <summary>Text, a name or a code.</summary>
    internal sealed record Text(string Written) : Value;

    /// <summary>A number or amount; a range where some of what it counts is uncertain.</summary>
    /// <param name="Low">The least it can be; null for no bound.</param>
    /// <param name="High">The most it can be; null for no bound.</param>
    /// <param name="Why">For a range, why it is not known more exactly.</param>
    internal sealed record Number(decimal? Low, decimal? High, string? Why = null) : Value
    {
        public bool IsExact => Low is not null && Low == High;
    }

    internal sealed record Date(DateOnly Day) : Value;

    internal sealed record Flag(bool IsSet) : Value;

    /// <summary>A span of time to add to a date.</summary>
    internal sealed record Length(int Count, LengthUnit Unit) : Value;

    /// <summary>A list of values; never missing, only empty, and equal to others as a set.</summary>
    internal sealed record List(ImmutableArray<Value> Items) : Value
    {
        public bool Equals(List? other) => other is not null && Items.ToHashSet().SetEquals(other.Items);

        public override int GetHashCode() => Items.Distinct().Aggregate(0, (hash, item) => hash ^ item.GetHashCode());
    }

    /// <summary>A fact itself, for a field named as a kind.</summary>
    internal sealed record Reference(Fact Fact) : Value
    {
        public bool Equals(Reference? other) => other is not null && ReferenceEquals(Fact, other.Fact);

        public override int GetHashCode() => System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(Fact);
    }

    internal sealed record BlankValue : Value;

    /// <summary>Not given.</summary>
    /// <param name="What">What is not given, for the reason that reports count.</param>
    internal sealed record Missing(string What) : Value
    {
        /// <summary>What a condition says that it decides nothing for.</summary>
        public string Reason { get; } = $"{What} is missing";
    }

    /// <summary>Given or not, it cannot be known here.</summary>
    /// <param name="Reason">Why, without values of the claim.</param>
    internal sealed record Unknown(string Reason) : Value;
}

/// <summary>Units of a length of time.</summary>
internal enum LengthUnit
{
    Days = 1,
    Months,
    Years,
}
