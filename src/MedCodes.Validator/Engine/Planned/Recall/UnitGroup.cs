using System.Collections.Immutable;
using MedCodes.Validator.Claims;
using MedCodes.Validator.Engine.Planned.Screening;
using MedCodes.Validator.Rules.Catalogue;

namespace MedCodes.Validator.Engine.Planned.Recall;

/// <summary>Rules about several facts whose ends the same values decide.</summary>
internal sealed class UnitGroup
{
    private readonly bool _readsPolicy;
    private readonly ImmutableArray<KindColumns> _kinds;

    private UnitGroup(RecalledRule widest, ImmutableArray<RecalledRule> rules)
    {
        _readsPolicy = widest.ReadsPolicy;
        Day = widest.Day;
        Rules = rules;
        var fields = widest.Columns.Select(column => column.Field).Distinct().ToList();
        _kinds =
        [
            .. widest.Kinds.Select(kind => new KindColumns(
                kind,
                [.. widest.Columns.Where(column => column.Kind == kind).Select(column => new ColumnOfKey(Columns.Of(column.Field, kind)!, column.ByValue ? -1 : fields.IndexOf(column.Field)))])),
        ];
    }

    /// <summary>The date that splits a unit into days that are judged by themselves; null where it is judged as a whole.</summary>
    public Field? Day { get; }

    public ImmutableArray<RecalledRule> Rules { get; }

    /// <summary>Groups rules: one whose values another group reads anyway joins it.</summary>
    public static ImmutableArray<UnitGroup> Of(IEnumerable<RecalledRule> rules)
    {
        var groups = new List<(RecalledRule Widest, List<RecalledRule> Rules)>();
        foreach (var rule in rules.OrderByDescending(rule => rule.Columns.Length))
        {
            var at = groups.FindIndex(group =>
                group.Widest.ReadsPolicy == rule.ReadsPolicy && group.Widest.Day == rule.Day && rule.Kinds.All(group.Widest.Kinds.Contains) && rule.Columns.All(group.Widest.Columns.Contains)
                && !group.Widest.Columns.Except(rule.Columns).Any(SetsApart));
            if (at < 0)
                groups.Add((rule, [rule]));
            else
                groups[at].Rules.Add(rule);
        }

        return [.. groups.Select(group => new UnitGroup(group.Widest, [.. group.Rules]))];
    }

    /// <summary>Adds the values of a claim's rows, or of those of one day; false where there are too many to be worth it.</summary>
    public bool TryAdd(UnitKey key, Claim claim, DateOnly? day, ulong profile, TextNumbers texts)
    {
        key.Add(profile);
        if (_readsPolicy)
            key.Add(Columns.ServiceDay(claim));
        var first = claim.Row.FirstLine;
        foreach (var (kind, columns) in _kinds)
        {
            var rows = new RowsOf(kind, claim);
            while (rows.MoveNext())
            {
                // Rules take facts in the order of the file, and only providers may stand there in another one than their rows.
                if (kind == ClaimKinds.Provider)
                    key.AddRank(new Provider(rows.Current.Batch, rows.Current.Part).Offset);
                if (day is { } only && !UnitDays.IsOn(rows.Current, kind, Day!, only))
                    continue;

                // The line tells which parts stand together; 0 ends a kind.
                key.Add(rows.Current.Line < 0 ? 1 : (ulong)(rows.Current.Line - first) + 2);
                foreach (var column in columns)
                {
                    var value = column.Read(rows.Current, texts);
                    if (column.Shared < 0)
                        key.Add(value);
                    else if (!key.TryAddShared(column.Shared, value))
                        return false;
                }
            }

            key.Add(0);
        }

        return true;
    }

    // What differs from unit to unit must not part those that a rule does not ask for it.
    private static bool SetsApart(UnitColumn column) =>
        column.ByValue && (Columns.IsWide(column.Field) || column.Field.Type.Scalar == ScalarType.Date || LineKinds.TellsProvider(column.Field));

    private readonly record struct KindColumns(FactKind Kind, ImmutableArray<ColumnOfKey> Columns);

    /// <summary>A column of the key.</summary>
    /// <param name="Read">Reads it from a row.</param>
    /// <param name="Shared">Where only sameness decides, what tells its values from those of other columns; else -1.</param>
    private readonly record struct ColumnOfKey(ColumnReader Read, int Shared);
}
