using System.Collections.Frozen;
using System.Collections.Immutable;
using MedCodes.Validator.Reference;
using MedCodes.Validator.Rules.Catalogue;
using MedCodes.Validator.Rules.Facts;
using MedCodes.Validator.Rules.Model;
using MedCodes.Validator.Rules.Profiles;

namespace MedCodes.Validator.Engine.Planned;

/// <summary>
/// What an entry's fact decides by itself, and the rows of tables that are then found for it: a fact that fails there is in no binding,
/// whatever else is bound. Asked once for each fact where there are many, so that pairs are tried only of those that are left.
/// </summary>
internal sealed class EntryReach
{
    private readonly EntryPlan _entry;
    private readonly ImmutableArray<string> _names;
    private readonly ImmutableArray<ConditionPlan> _own;
    private readonly ImmutableArray<RowsBehind> _rows;

    private EntryReach(EntryPlan entry, ImmutableArray<string> names, ImmutableArray<RowsBehind> rows, Func<string, int> slotOf)
    {
        (_entry, _names, _rows) = (entry, names, rows);
        _own = PartsOf(entry.Entry, [entry.Entry.Name], slotOf);
    }

    /// <summary>What decides of an entry; null where nothing does.</summary>
    /// <param name="entry">An entry for facts of the input.</param>
    /// <param name="behind">The entries behind it, of which those for rows of tables count.</param>
    /// <param name="names">The names of the rule's slots.</param>
    public static EntryReach? Of(EntryPlan entry, IEnumerable<EntryPlan> behind, ImmutableArray<string> names)
    {
        if (entry.Rows is not null || entry.Total is not null)
            return null;
        var rows = behind
            .Where(row => row.Rows is not null && row.Entry.Access!.Expressions.All(expression => !expression.Parameters.Any() && expression.Reads.All(read => read.Name == entry.Entry.Name && read.Field != LineKinds.Denied)))
            .Select(row => new RowsBehind(row, PartsOf(row.Entry, [row.Entry.Name, entry.Entry.Name], names.IndexOf)))
            .ToImmutableArray();
        var reach = new EntryReach(entry, names, rows, names.IndexOf);
        return reach._own.IsEmpty && rows.IsEmpty ? null : reach;
    }

    /// <summary>The entries for rows of tables that a fact alone finds.</summary>
    public IEnumerable<EntryPlan> Behind => _rows.Select(rows => rows.Plan);

    /// <summary>Whether some binding may hold a fact.</summary>
    public bool May(Fact fact, ReachContext context)
    {
        try
        {
            var frame = new Frame(_names, context.Fallback, context.AsOf);
            frame.Bind(_entry.Slot, fact);
            return _own.All(part => !part(frame).IsFalse) && _rows.All(rows => MayFind(rows, frame, context));
        }
        catch (Exception crash) when (RuleCrash.IsOurs(crash))
        {
            // Judging the rule will say so.
            return true;
        }
    }

    private static bool MayFind(RowsBehind rows, Frame frame, ReachContext context)
    {
        foreach (var row in rows.Plan.Rows!.Find(frame, context.Tables[rows.Plan.Entry.Access!.Table], context.AsOf))
        {
            var before = frame.Count;
            frame.Bind(rows.Plan.Slot, row);
            var may = rows.Parts.All(part => !part(frame).IsFalse);
            frame.ReleaseTo(before);
            if (may)
                return true;
        }

        return false;
    }

    // Whose profile counts, and what is denied, is known only when all is bound.
    private static ImmutableArray<ConditionPlan> PartsOf(Entry entry, string[] names, Func<string, int> slotOf) =>
    [
        .. EntryPlan.PartsOf(entry)
            .Where(part => part.IsFixedBy(names))
            .Select(part => ConditionPlanner.Plan(part, slotOf)),
    ];

    /// <summary>Rows of a table that the fact alone finds.</summary>
    /// <param name="Plan">Their entry.</param>
    /// <param name="Parts">The conditions that they and the fact decide.</param>
    private sealed record RowsBehind(EntryPlan Plan, ImmutableArray<ConditionPlan> Parts);
}

/// <summary>What facts are held against.</summary>
/// <param name="Tables">The tables.</param>
/// <param name="Fallback">The profile of what has none.</param>
/// <param name="AsOf">The day that stands for today.</param>
internal readonly record struct ReachContext(FrozenDictionary<string, Table> Tables, Profile Fallback, DateOnly AsOf);
