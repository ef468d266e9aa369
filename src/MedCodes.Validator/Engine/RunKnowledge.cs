using System.Collections.Concurrent;
using MedCodes.Validator.Rules.Model;

namespace MedCodes.Validator.Engine;

/// <summary>What is known of the run as a whole while its units are judged. Safe to use from several threads.</summary>
/// <param name="AsOf">The day that stands for today: it chooses the releases of dated tables.</param>
internal sealed record RunKnowledge(DateOnly AsOf)
{
    private readonly ConcurrentDictionary<Entry, bool> _held = new(ReferenceEqualityComparer.Instance);

    private readonly ConcurrentDictionary<Rule, KeysSeen> _keys = new(ReferenceEqualityComparer.Instance);

    private readonly ConcurrentDictionary<RuleCrash, int> _crashes = [];

    /// <summary>The number of its claims, as far as it is known.</summary>
    public int Claims { get; init; }

    /// <summary>The rules that crashed, by id.</summary>
    public IEnumerable<RuleCrash> Crashes => _crashes.Keys.OrderBy(crash => crash.Rule.Id, StringComparer.Ordinal).ThenBy(crash => crash.Fault, StringComparer.Ordinal);

    /// <summary>Notes that a rule crashed.</summary>
    public void Crashed(Rule rule, Exception crash) => _crashes.TryAdd(new RuleCrash(rule, crash.GetType().Name), 0);

    /// <summary>Notes that the run holds a fact that meets an entry's own conditions.</summary>
    public void Hold(Entry entry) => _held.TryAdd(entry, true);

    /// <summary>Whether the run holds any fact that meets an entry's own conditions.</summary>
    public bool Holds(Entry entry) => _held.ContainsKey(entry);

    /// <summary>The keys of the facts that a rule about files compares with one another.</summary>
    public KeysSeen KeysOf(Rule rule) => _keys.GetOrAdd(rule, _ => new KeysSeen(Claims));
}
