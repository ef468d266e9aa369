using System.Collections.Immutable;

namespace MedCodes.Validator.Engine.Planned.Screening;

/// <summary>Rules about one kind of row that the same few values decide.</summary>
internal sealed class ScreenGroup
{
    private readonly ImmutableArray<ScreenedRule> _rules;

    private ScreenGroup(ScreenKind kind, ImmutableArray<int> columns, ImmutableArray<ScreenedRule> rules)
    {
        _rules = rules;
        Key = new ScreenKey(columns);
        GoesByDay = rules.Any(rule => rule.GoesByDay);
        IsWide = columns.Any(kind.IsVaried);
    }

    public ScreenKey Key { get; }

    /// <summary>Whether the date that counts decides too, by what tables and dated code sets hold on it.</summary>
    public bool GoesByDay { get; }

    /// <summary>Whether one of the values is another one in nearly every claim.</summary>
    public bool IsWide { get; }

    /// <summary>Groups rules: one whose values another group reads anyway joins it.</summary>
    public static ImmutableArray<ScreenGroup> Of(ScreenKind kind, IEnumerable<ScreenedRule> rules)
    {
        var groups = new List<(ImmutableArray<int> Columns, List<ScreenedRule> Rules)>();
        var ofSigns = rules.ToLookup(rule => rule.Columns.IsEmpty && rule.Sign is not null);
        foreach (var (rule, columns) in ofSigns[false].Select(rule => (rule, ColumnsOf(kind, rule))).OrderByDescending(rule => rule.Item2.Length))
        {
            var at = groups.FindIndex(group =>
                columns.All(group.Columns.Contains)
                && !group.Columns.Except(columns).Any(kind.IsVaried));
            if (at < 0)
                groups.Add((columns, [rule]));
            else
                groups[at].Rules.Add(rule);
        }

        // What signs alone decide needs one number of all of them.
        foreach (var some in ofSigns[true].Chunk(RowSigns.Most))
            groups.Add(([kind.NumberOf(some.Select(rule => rule.Sign!), isVaried: true)], [.. some]));
        return [.. groups.Select(group => new ScreenGroup(kind, group.Columns, [.. group.Rules]))];
    }

    // A rule that few values select is seldom asked for its sign.
    private static ImmutableArray<int> ColumnsOf(ScreenKind kind, ScreenedRule rule) =>
        [.. rule.Columns.Select(kind.NumberOf), .. rule.Sign is { } sign ? [kind.NumberOf([sign], isVaried: rule.Plan.Selection is not null)] : Enumerable.Empty<int>()];

    /// <summary>Those of its rules that are in a set.</summary>
    public IEnumerable<ScreenedRule> RulesIn(ulong[] possible)
    {
        foreach (var rule in _rules)
        {
            if (IsIn(rule, possible))
                yield return rule;
        }
    }

    /// <summary>Whether one of its rules is in a set.</summary>
    public bool IsIn(ulong[] possible)
    {
        foreach (var rule in _rules)
        {
            if (IsIn(rule, possible))
                return true;
        }

        return false;
    }

    private static bool IsIn(ScreenedRule rule, ulong[] set) => (set[rule.Number >> 6] >> rule.Number & 1) != 0;
}
