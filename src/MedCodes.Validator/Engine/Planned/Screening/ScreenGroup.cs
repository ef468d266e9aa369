using System.Collections.Immutable;
using MedCodes.Validator.Rules.Catalogue;

namespace MedCodes.Validator.Engine.Planned.Screening;

/// <summary>Rules about one kind of row that the same few values decide.</summary>
internal sealed class ScreenGroup
{
    private readonly ImmutableArray<int> _columns;
    private readonly bool _readsPolicy;
    private readonly ImmutableArray<RowSelector>? _selectors;

    private ScreenGroup(ScreenKind kind, ImmutableArray<Field> columns, bool readsPolicy, ImmutableArray<ScreenedRule> rules)
    {
        _selectors = RowSelector.Of(kind, rules.Select(rule => rule.Plan));
        Rules = rules;
        _readsPolicy = readsPolicy;
        _columns = [.. columns.Select(kind.NumberOf)];
    }

    public ImmutableArray<ScreenedRule> Rules { get; }

    /// <summary>How many values a key has: the profile with the setting, the day that parameters go by, the columns.</summary>
    public int Width => _columns.Length + 2;

    /// <summary>Groups rules: one whose values another group reads anyway joins it.</summary>
    public static ImmutableArray<ScreenGroup> Of(ScreenKind kind, IEnumerable<ScreenedRule> rules)
    {
        var groups = new List<(ImmutableArray<Field> Columns, bool ReadsPolicy, List<ScreenedRule> Rules)>();
        foreach (var rule in rules.OrderByDescending(rule => rule.Columns.Length))
        {
            var at = groups.FindIndex(group =>
                group.ReadsPolicy == rule.ReadsPolicy && rule.Columns.All(group.Columns.Contains)
                && !group.Columns.Except(rule.Columns).Any(Screening.Columns.IsWide));
            if (at < 0)
                groups.Add((rule.Columns, rule.ReadsPolicy, [rule]));
            else
                groups[at].Rules.Add(rule);
        }

        return [.. groups.Select(group => new ScreenGroup(kind, group.Columns, group.ReadsPolicy, [.. group.Rules]))];
    }

    /// <summary>Whether the row may be what some rule begins with, by the values that are written in the rules.</summary>
    public bool MayMeet(ScreenedRow row)
    {
        if (_selectors is not { } selectors)
            return true;
        foreach (var selector in selectors)
        {
            if (selector.MaySelect(row))
                return true;
        }

        return false;
    }

    /// <summary>Reads the values of a row that decide.</summary>
    public void ReadKey(ScreenedRow row, Span<ulong> key)
    {
        key[0] = row.Profile;
        key[1] = _readsPolicy ? row.ServiceDay : 0;
        for (var i = 0; i < _columns.Length; i++)
            key[i + 2] = row[_columns[i]];
    }
}
