using System.Collections.Concurrent;
using MedCodes.Validator.Rules.Model;

namespace MedCodes.Validator.Engine;

/// <summary>What is known of the run as a whole while its units are judged.</summary>
/// <param name="AsOf">The day that stands for today: it chooses the releases of dated tables.</param>
internal sealed record RunKnowledge(DateOnly AsOf)
{
    private readonly HashSet<Entry> _held = new(ReferenceEqualityComparer.Instance);

    private readonly ConcurrentDictionary<RuleCrash, int> _crashes = [];

    /// <summary>The rules that crashed, by id.</summary>
    public IEnumerable<RuleCrash> Crashes => _crashes.Keys.OrderBy(crash => crash.Rule.Id, StringComparer.Ordinal).ThenBy(crash => crash.Fault, StringComparer.Ordinal);

    /// <summary>Notes that a rule crashed.</summary>
    public void Crashed(Rule rule, Exception crash) => _crashes.TryAdd(new RuleCrash(rule, crash.GetType().Name), 0);

    /// <summary>Notes that the run holds a fact that meets an entry's own conditions.</summary>
    public void Hold(Entry entry) => _held.Add(entry);

    /// <summary>Whether the run holds any fact that meets an entry's own conditions.</summary>
    public bool Holds(Entry entry) => _held.Contains(entry);
}
