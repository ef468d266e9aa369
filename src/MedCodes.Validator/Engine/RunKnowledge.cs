using MedCodes.Validator.Rules.Model;

namespace MedCodes.Validator.Engine;

/// <summary>What is known of the run as a whole while its units are judged.</summary>
/// <param name="AsOf">The day that stands for today: it chooses the releases of dated tables.</param>
internal sealed record RunKnowledge(DateOnly AsOf)
{
    private readonly HashSet<Entry> _held = new(ReferenceEqualityComparer.Instance);

    /// <summary>Notes that the run holds a fact that meets an entry's own conditions.</summary>
    public void Hold(Entry entry) => _held.Add(entry);

    /// <summary>Whether the run holds any fact that meets an entry's own conditions.</summary>
    public bool Holds(Entry entry) => _held.Contains(entry);
}
