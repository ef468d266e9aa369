using System.Collections.Immutable;
using MedCodes.Validator.Engine.Planned.Screening;
using MedCodes.Validator.Rules.Catalogue;
using MedCodes.Validator.Rules.Facts;

namespace MedCodes.Validator.Engine.Planned;

/// <summary>Entries for rows of one kind, of which one look at a row tells which it meets.</summary>
internal sealed class OwnEntries
{
    private const int Most = 64;

    private readonly ImmutableArray<OwnEntry> _entries;
    private readonly ImmutableArray<Field> _fields;
    private readonly ImmutableArray<ColumnReader> _columns;
    private readonly FactKind _kind;

    private OwnEntries(IEnumerable<OwnEntry> entries)
    {
        _entries = [.. entries];
        _kind = _entries[0].Plan.Kind;
        _fields = [.. _entries.SelectMany(entry => entry.Fields).Distinct()];
        _columns = [.. _fields.Select(field => Columns.Of(field, _kind)!)];
    }

    /// <summary>All of them, as a set.</summary>
    public ulong All => ulong.MaxValue >> (Most - _entries.Length);

    /// <summary>Puts those together that read the same fields, or some of them.</summary>
    public static ImmutableArray<OwnEntries> Of(IEnumerable<OwnEntry> entries)
    {
        // What reads days has so many different values that nothing else should be remembered with it.
        var groups = new List<List<OwnEntry>>();
        foreach (var entry in entries.OrderBy(IsVaried).ThenByDescending(entry => entry.Fields.Length))
        {
            var group = groups.Find(group => group.Count < Most && group[0].Plan.Kind == entry.Plan.Kind && IsVaried(group[0]) == IsVaried(entry) && entry.Fields.All(group[0].Fields.Contains));
            if (group is null)
                groups.Add(group = []);
            group.Add(entry);
        }

        return [.. groups.Select(group => new OwnEntries(group))];

        static bool IsVaried(OwnEntry entry) => entry.Fields.Any(Columns.IsVaried);
    }

    /// <summary>What one worker remembers of them.</summary>
    public ValueMemo<ulong> NewMemo() => new(_columns.Length, OwnEntry.MostValues);

    /// <summary>The entry at a place of the set.</summary>
    public OwnEntry this[int place] => _entries[place];

    /// <summary>Those of a set that something in a claim meets; which rule crashed is noted.</summary>
    public ulong MetIn(ClaimFacts claim, ulong asked, ValueMemo<ulong> memo, TextNumbers texts, RunKnowledge run)
    {
        var all = 0UL;
        Span<ulong> key = stackalloc ulong[_columns.Length];
        var rows = new RowsOf(_kind, claim.View);
        for (var place = 0; (asked & ~all) != 0 && rows.MoveNext(); place++)
        {
            for (var i = 0; i < key.Length; i++)
                key[i] = _columns[i](rows.Current, texts);
            if (!memo.TryFind(key, out var met) && TryJudge(claim.AtRow(_kind, place), run, out met))
                memo.Add(key, met);
            all |= met;
        }

        return all & asked;
    }

    private bool TryJudge(Fact fact, RunKnowledge run, out ulong met)
    {
        var crashes = 0;
        met = 0;
        for (var i = 0; i < _entries.Length; i++)
        {
            try
            {
                met |= _entries[i].IsMet(fact, run) ? 1UL << i : 0;
            }
            catch (Exception crash) when (RuleCrash.IsOurs(crash))
            {
                run.Crashed(_entries[i].Rule, crash);
                crashes++;
            }
        }

        return crashes == 0;
    }
}
