using System.Collections.Immutable;
using MedCodes.Validator.Rules.Catalogue;

namespace MedCodes.Validator.Engine.Planned.Screening;

/// <summary>Rules about one kind of row that the same few values decide.</summary>
internal sealed class ScreenGroup
{
    private readonly ImmutableArray<ColumnReader> _columns;
    private readonly bool _readsPolicy;
    private readonly ImmutableArray<RowSelector>? _selectors;

    private ScreenGroup(FactKind kind, ImmutableArray<Field> columns, bool readsPolicy, ImmutableArray<ScreenedRule> rules)
    {
        _selectors = RowSelector.Of(kind, rules.Select(rule => rule.Plan));
        Kind = kind;
        Rules = rules;
        _readsPolicy = readsPolicy;
        _columns = [.. columns.Select(column => Columns.Of(column, kind)!)];
    }

    public FactKind Kind { get; }

    public ImmutableArray<ScreenedRule> Rules { get; }

    /// <summary>How many values a key has: the profile with the setting, the day that parameters go by, the columns.</summary>
    public int Width => _columns.Length + 2;

    /// <summary>Groups rules: one whose values another group reads anyway joins it.</summary>
    public static ImmutableArray<ScreenGroup> Of(IEnumerable<ScreenedRule> rules)
    {
        var groups = new List<(FactKind Kind, ImmutableArray<Field> Columns, bool ReadsPolicy, List<ScreenedRule> Rules)>();
        foreach (var rule in rules.OrderByDescending(rule => rule.Columns.Length))
        {
            var kind = rule.Plan.Match[0].Kind;
            var at = groups.FindIndex(group =>
                group.Kind == kind && group.ReadsPolicy == rule.ReadsPolicy && rule.Columns.All(group.Columns.Contains)
                && !group.Columns.Except(rule.Columns).Any(Screening.Columns.IsWide));
            if (at < 0)
                groups.Add((kind, rule.Columns, rule.ReadsPolicy, [rule]));
            else
                groups[at].Rules.Add(rule);
        }

        return [.. groups.Select(group => new ScreenGroup(group.Kind, group.Columns, group.ReadsPolicy, [.. group.Rules]))];
    }

    /// <summary>Whether the row may be what some rule begins with, by the values that are written in the rules.</summary>
    public bool MayMeet(in RowPlace row, TextNumbers texts)
    {
        if (_selectors is not { } selectors)
            return true;
        foreach (var selector in selectors)
        {
            if (selector.MaySelect(row, texts))
                return true;
        }

        return false;
    }

    /// <summary>Reads the values of a row that decide.</summary>
    public void ReadKey(in RowPlace row, ulong profile, TextNumbers texts, Span<ulong> key)
    {
        key[0] = profile;
        key[1] = _readsPolicy ? Columns.ServiceDay(row.Claim) : 0;
        for (var i = 0; i < _columns.Length; i++)
            key[i + 2] = _columns[i](row, texts);
    }
}
