using System.Collections.Immutable;
using MedCodes.Validator.Rules.Model;
using MedCodes.Validator.Rules.Values;

namespace MedCodes.Validator.Engine.Planned;

/// <summary>What an entry reads of the facts bound before it: where that is the same, its conditions say the same of each fact.</summary>
internal sealed class BoundValues(EntryPlan entry)
{
    private readonly ImmutableArray<FieldReference> _read =
    [
        .. entry.Entry.SameAs.Select(same => new FieldReference(same.Other, same.Others))
            .Concat(entry.Entry.Where?.Tests.SelectMany(test => test.Reads).Where(read => read.Name != entry.Entry.Name) ?? [])
            .Distinct(),
    ];

    /// <summary>The values in what is bound.</summary>
    public BoundKey Of(Frame frame)
    {
        var holder = frame.PolicyHolder;
        var values = new Value[_read.Length];
        for (var i = 0; i < values.Length; i++)
            values[i] = frame[_read[i].Name]?[_read[i].Field] ?? Value.Blank;
        return new BoundKey(entry, holder?.Profile, holder?.ServiceDate, values);
    }
}

/// <summary>Values that an entry goes by.</summary>
internal readonly record struct BoundKey(EntryPlan Entry, object? Profile, DateOnly? Day, Value[] Values)
{
    public bool Equals(BoundKey other) =>
        Entry == other.Entry && Profile == other.Profile && Day == other.Day && Values.AsSpan().SequenceEqual(other.Values);

    public override int GetHashCode()
    {
        var hash = new HashCode();
        hash.Add(Entry);
        hash.Add(Day);
        foreach (var value in Values)
            hash.Add(value);
        return hash.ToHashCode();
    }
}
