using System.Collections.Concurrent;
using System.Collections.Immutable;
using MedCodes.Validator.Reference;
using MedCodes.Validator.Rules.Catalogue;
using MedCodes.Validator.Rules.Facts;

namespace MedCodes.Validator.Engine.Planned;

/// <summary>
/// The facts of rows of tables that the rules of an engine found. They are remembered, because a run asks for few codes many times, and
/// rules ask for the same: what was found out about a row holds wherever it is found.
/// </summary>
/// <param name="room">How much is remembered.</param>
internal sealed class TableFacts(MemoRoom room)
{
    // A bound on memory, not on what is answered: then it begins anew.
    private const int UsuallyRemembered = 1 << 16;

    private readonly int _mostRemembered = room.Of(UsuallyRemembered);

    private readonly ConcurrentDictionary<Asked, ImmutableArray<(DaySpan Days, Fact Row)>> _facts = new();
    private int _remembered;

    /// <summary>The fact of what was found; two that ask at the same time may each make one.</summary>
    /// <param name="kind">The kind of fact.</param>
    /// <param name="asked">What was asked for.</param>
    /// <param name="date">The day that was asked for.</param>
    /// <param name="found">What was found.</param>
    /// <param name="days">The days on which the same is found.</param>
    public Fact Of(FactKind kind, Asked asked, DateOnly? date, in TableAnswer found, DaySpan days)
    {
        if (_facts.TryGetValue(asked, out var known))
        {
            foreach (var (on, row) in known)
            {
                if (on == days)
                    return row;
            }
        }

        var read = asked.Table.Read(asked.Way, asked.Key, date, found);
        var fact = read is Lookup.Unknown unknown ? Fact.Unknown(kind, unknown.Reason) : Fact.Of(kind, read, null, FactOrder.Last);
        if (Interlocked.Increment(ref _remembered) > _mostRemembered)
            Clear();

        _facts.AddOrUpdate(asked, [(days, fact)], (_, others) => others.Add((days, fact)));
        return fact;
    }

    /// <summary>Begins anew.</summary>
    public void Clear()
    {
        _facts.Clear();
        Interlocked.Exchange(ref _remembered, 0);
    }

    /// <summary>What a table was asked for.</summary>
    /// <param name="Table">The table; all its rows are facts of one kind.</param>
    /// <param name="Way">By which of its keys.</param>
    /// <param name="Key">The values of the key's columns.</param>
    /// <param name="IsOnDate">Whether for a row that counts on a date.</param>
    /// <param name="AsOf">The day that stands for today.</param>
    internal readonly record struct Asked(Table Table, int Way, string[] Key, bool IsOnDate, DateOnly AsOf)
    {
        public bool Equals(Asked other) => Table == other.Table && Way == other.Way && IsOnDate == other.IsOnDate && AsOf == other.AsOf
            && Key.AsSpan().SequenceEqual(other.Key);

        public override int GetHashCode()
        {
            var hash = new HashCode();
            hash.Add(Table);
            foreach (var part in Key)
                hash.Add(part, StringComparer.Ordinal);
            return hash.ToHashCode();
        }
    }
}
