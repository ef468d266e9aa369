using System.Globalization;
using MedCodes.Validator.Findings;
using MedCodes.Validator.Rules.Catalogue;
using MedCodes.Validator.Rules.Values;

namespace MedCodes.Validator.Rules.Facts;

/// <summary>
/// One thing that a rule can speak of. Facts have identity: two lines that say the same are two facts.
/// </summary>
internal sealed class Fact
{
    private Func<Fact, Place?>? _locate;
    private Place? _place;
    private Value?[]? _values;

    private Fact(FactKind kind, object content, Fact? whole, FactOrder order)
    {
        Kind = kind;
        Content = content;
        Whole = whole;
        Order = order;
    }

    public FactKind Kind { get; }

    /// <summary>What its fields are read from: a view of a claim, a row, a total.</summary>
    public object Content { get; }

    /// <summary>The fact it stands in, whose fields it has too.</summary>
    public Fact? Whole { get; }

    /// <summary>Its place in the canonical order.</summary>
    public FactOrder Order { get; }

    /// <summary>For a fact of which only the kind is known, why; null for all others.</summary>
    public string? WhyUnknown { get; private init; }

    /// <summary>Whether it was loaded as history: it is neither reported nor denied.</summary>
    public bool IsHistory { get; init; }

    /// <summary>Whether a rule has marked it as not payable. While a unit is judged it only ever goes from no to yes.</summary>
    public bool IsDenied { get; set; }

    /// <summary>Where it stands; null for rows, totals and facts that are only known to be possible.</summary>
    public Place? Place => _place ??= _locate?.Invoke(this);

    /// <summary>The outermost whole that it stands in, or itself.</summary>
    public Fact Root => Whole is null ? this : Whole.Root;

    /// <summary>Makes a fact.</summary>
    public static Fact Of(
        FactKind kind, object content, Fact? whole, FactOrder order, Func<Fact, Place?>? locate = null, bool isHistory = false) =>
        new(kind, content, whole, order) { _locate = locate, IsHistory = isHistory };

    /// <summary>Makes a fact of which only the kind is known.</summary>
    /// <param name="kind">Its kind.</param>
    /// <param name="reason">Why nothing else is.</param>
    public static Fact Unknown(FactKind kind, string reason) =>
        new(kind, reason, null, FactOrder.Last) { WhyUnknown = reason };

    /// <summary>The value of a field, its own or that of a whole it stands in.</summary>
    public Value this[Field field]
    {
        get
        {
            if (WhyUnknown is { } reason)
                return new Value.Unknown(reason);
            var fact = this;
            while (fact.Kind != field.Kind)
            {
                // A finding about a file has nothing of a claim.
                if (fact.Whole is null && Kind.IsWithin(field.Kind))
                    return new Value.Missing(field.Name);
                fact = fact.Whole ?? throw new ArgumentException($"A {Kind} has no field {field.Name}.", nameof(field));
            }

            return fact.Own(field);
        }
    }

    // Rules read the same fields again and again; only what is denied changes while a unit is judged.
    private Value Own(Field field)
    {
        if (field == LineKinds.Denied)
            return field.Read(this);
        _values ??= new Value?[Kind.FieldCount];
        return _values[field.Number] ??= field.Read(this);
    }

    /// <summary>The value of one of its own fields where no other will be asked for: it is not kept.</summary>
    public Value ReadOnce(Field field) => field.Read(this);

    /// <summary>Lets go of the values that were read; they are read again when asked for.</summary>
    public void Forget() => _values = null;

    /// <summary>The fact itself or the whole of a kind that it stands in; null where it stands in none.</summary>
    public Fact? Within(FactKind kind)
    {
        for (var fact = this; fact is not null; fact = fact.Whole)
        {
            if (fact.Kind == kind)
                return fact;
        }

        return null;
    }
}

/// <summary>The canonical order: file, byte offset, order of declaration.</summary>
/// <param name="File">The file's place in the run.</param>
/// <param name="Offset">Where in it the segment, object or element begins that the fact was read from.</param>
/// <param name="Claim">Of what begins at one place, the claim that it stands in: a billing provider begins there for all of its claims.</param>
/// <param name="Sequence">Its place among what was declared in the claim, file or page.</param>
internal readonly record struct FactOrder(int File, long Offset, int Claim, int Sequence) : IComparable<FactOrder>
{
    public static FactOrder Last { get; } = new(int.MaxValue, long.MaxValue, int.MaxValue, int.MaxValue);

    public int CompareTo(FactOrder other)
    {
        var byFile = File.CompareTo(other.File);
        if (byFile != 0)
            return byFile;
        var byOffset = Offset.CompareTo(other.Offset);
        if (byOffset != 0)
            return byOffset;
        var byClaim = Claim.CompareTo(other.Claim);
        return byClaim != 0 ? byClaim : Sequence.CompareTo(other.Sequence);
    }

    // Part of what tells findings apart, so that it is written often; names of fields would take most of the time.
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{File} {Offset} {Claim} {Sequence}");
}
