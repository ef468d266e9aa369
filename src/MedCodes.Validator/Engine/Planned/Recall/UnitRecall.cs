using System.Collections.Immutable;

namespace MedCodes.Validator.Engine.Planned.Recall;

/// <summary>
/// Tells how rules about several facts end on units whose rows have the same values as those of a unit judged before. Providers,
/// dates that are only held against each other and the like count by which rows share them, so that what one clinic's claim led
/// to holds for another's.
/// </summary>
internal sealed class UnitRecall
{
    private readonly ImmutableArray<ulong[]> _sets;

    /// <summary>Takes the rules that can be told of.</summary>
    /// <param name="number">What keeps its keys apart from those of others.</param>
    /// <param name="rules">The rules, each with its place among the engine's.</param>
    /// <param name="words">How many words a set of rules has.</param>
    public UnitRecall(byte number, IEnumerable<(int Number, RulePlan Plan)> rules, int words)
    {
        Number = number;
        Groups = UnitGroup.Of(rules.Select(rule => RecalledRule.Of(rule.Number, rule.Plan)).OfType<RecalledRule>());
        _sets = [.. Groups.Select(group => SetOf(group, words))];
        Recalled = new ulong[words];
        foreach (var set in _sets)
        {
            for (var i = 0; i < words; i++)
                Recalled[i] |= set[i];
        }
    }

    public byte Number { get; }

    public ImmutableArray<UnitGroup> Groups { get; }

    /// <summary>The rules that some group holds.</summary>
    public ulong[] Recalled { get; }

    /// <summary>Whether a group has a rule of a set.</summary>
    public bool Meets(int group, ReadOnlySpan<ulong> rules)
    {
        var set = _sets[group];
        for (var i = 0; i < set.Length; i++)
        {
            if ((set[i] & rules[i]) != 0)
                return true;
        }

        return false;
    }

    /// <summary>Takes a group's rules out of a set.</summary>
    public void Remove(int group, Span<ulong> rules)
    {
        var set = _sets[group];
        for (var i = 0; i < set.Length; i++)
            rules[i] &= ~set[i];
    }

    /// <summary>Whether a rule is in a set.</summary>
    public static bool Holds(ReadOnlySpan<ulong> set, int rule) => (set[rule >> 6] >> rule & 1) != 0;

    private static ulong[] SetOf(UnitGroup group, int words)
    {
        var set = new ulong[words];
        foreach (var rule in group.Rules)
            set[rule.Number >> 6] |= 1UL << rule.Number;
        return set;
    }
}
