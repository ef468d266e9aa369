using System.Collections.Immutable;
using MedCodes.Validator.Rules.Catalogue;

namespace MedCodes.Validator.Engine.Planned.Screening;

/// <summary>Rules about one kind of row that the same few values decide.</summary>
internal sealed class ScreenGroup
{
    private readonly ImmutableArray<ScreenedRule> _rules;

    private ScreenGroup(ScreenKind kind, ImmutableArray<Field> columns, ImmutableArray<ScreenedRule> rules)
    {
        _rules = rules;
        Key = new ScreenKey([.. columns.Select(kind.NumberOf)]);
        GoesByDay = rules.Any(rule => rule.GoesByDay);
        IsWide = columns.Any(IsVaried);
    }

    public ScreenKey Key { get; }

    /// <summary>Whether the date that counts decides too, by what tables and dated code sets hold on it.</summary>
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
