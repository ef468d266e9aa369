using System.Collections.Immutable;
using MedCodes.Validator.Rules.Catalogue;

namespace MedCodes.Validator.Engine.Planned.Screening;

/// <summary>Rules about one kind of row that the same few values decide.</summary>
internal sealed class ScreenGroup
{
    private readonly ImmutableArray<RowSelector>? _selectors;
    private readonly ImmutableArray<(ScreenedRule Rule, RowSelector? Selector)> _rules;

    private ScreenGroup(ScreenKind kind, ImmutableArray<Field> columns, ImmutableArray<ScreenedRule> rules)
    {
        _selectors = RowSelector.Of(kind, rules.Select(rule => rule.Plan));
        _rules = [.. rules.Select(rule => (rule, RowSelector.Of(kind, [rule.Plan]) is [var selector] ? selector : null))];
        Key = new ScreenKey([.. columns.Select(kind.NumberOf)]);
        GoesByDay = rules.Any(rule => rule.GoesByDay);
        IsWide = columns.Any(IsVaried);
    }

    public ScreenKey Key { get; }

    /// <summary>Whether the date that counts decides too, by what tables answer on it.</summary>
    public bool GoesByDay { get; }

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
                && !group.Columns.Except(rule.Columns).Any(IsVaried));
            if (at < 0)
                groups.Add((rule.Columns, [rule]));
            else
                groups[at].Rules.Add(rule);
        }

        return [.. groups.Select(group => new ScreenGroup(kind, group.Columns, [.. group.Rules]))];
    }

    // Days are many, and come together with all else.
    private static bool IsVaried(Field field) => Columns.IsWide(field) || field.Type.Scalar == ScalarType.Date;

    /// <summary>The rules that may begin with the row, by the values that are written in them.</summary>
    public IEnumerable<ScreenedRule> RulesOf(ScreenedRow row)
    {
        foreach (var (rule, selector) in _rules)
        {
            if (selector is null || selector.MaySelect(row))
                yield return rule;
        }
    }

    /// <summary>Whether there may be such a rule.</summary>
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
