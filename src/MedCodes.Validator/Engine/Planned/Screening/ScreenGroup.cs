using System.Collections.Immutable;
using MedCodes.Validator.Rules.Catalogue;

namespace MedCodes.Validator.Engine.Planned.Screening;

/// <summary>Rules about one kind of row that the same few values decide.</summary>
internal sealed class ScreenGroup
{
    private readonly ImmutableArray<RowSelector>? _selectors;

    private ScreenGroup(ScreenKind kind, ImmutableArray<Field> columns, ImmutableArray<ScreenedRule> rules)
    {
        _selectors = RowSelector.Of(kind, rules.Select(rule => rule.Plan));
        Rules = rules;
        Key = new ScreenKey([.. columns.Select(kind.NumberOf)]);
        IsWide = columns.Any(Columns.IsWide);
    }

    public ImmutableArray<ScreenedRule> Rules { get; }

    public ScreenKey Key { get; }

    /// <summary>Whether one of the values is another one in nearly every claim.</summary>
    public bool IsWide { get; }

    /// <summary>Groups rules: one whose values another group reads anyway joins it.</summary>
    public static ImmutableArray<ScreenGroup> Of(ScreenKind kind, IEnumerable<ScreenedRule> rules)
    {
        var groups = new List<(ImmutableArray<Field> Columns, List<ScreenedRule> Rules)>();
        foreach (var rule in rules.OrderByDescending(rule => rule.Columns.Length))
        {
            var at = groups.FindIndex(group =>
                rule.Columns.All(group.Columns.Contains)
                && !group.Columns.Except(rule.Columns).Any(Screening.Columns.IsWide));
            if (at < 0)
                groups.Add((rule.Columns, [rule]));
            else
                groups[at].Rules.Add(rule);
        }

        return [.. groups.Select(group => new ScreenGroup(kind, group.Columns, [.. group.Rules]))];
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
}
