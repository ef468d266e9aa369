using System.Collections.Immutable;

namespace MedCodes.Validator.Reference;

/// <summary>A reference table with its releases: found by key and date, never by scan.</summary>
internal sealed class Table
{
    public Table(TableDefinition definition, IEnumerable<TableRelease> releases)
    {
        Definition = definition;
        Releases = [.. releases.OrderBy(release => release.From)];
    }

    public TableDefinition Definition { get; }

    /// <summary>Its releases, oldest first.</summary>
    public ImmutableArray<TableRelease> Releases { get; }

    /// <summary>The table with rows in place of those that have the same key; its releases then cover their codes too.</summary>
    public Table With(ImmutableArray<ImmutableArray<Cell>> rows) => new(Definition, Releases.Select(release => release.With(rows)));

    private string Name => Definition.Name;

    /// <summary>The row of a key that counts on a date.</summary>
    /// <param name="key">The values of the columns of one of its keys.</param>
    /// <param name="date">The day that the row must be in force on; null where the table has no dates.</param>
    /// <param name="asOf">The day that stands for today.</param>
    public Lookup Find(IReadOnlyDictionary<string, string> key, DateOnly? date, DateOnly asOf)
    {
        var index = Definition.Keys.IndexOf(Definition.Keys.First(columns => columns.ToHashSet().SetEquals(key.Keys)));
        var columns = Definition.Keys[index];
        if (Release(date, asOf) is not var (release, beyond))
            return new Lookup.Unknown(Releases.IsEmpty ? $"the table {Name} is not loaded" : $"no release of {Name} covers the date");
        if (columns.FirstOrDefault(column => !release.Covers(column, key[column])) is { } uncovered)
            return new Lookup.Unknown($"{Name} does not cover the {(IsCode(uncovered) ? "code" : uncovered)}");

        var written = columns.Select(column => (column, key[column])).ToImmutableArray();
        var inForce = release.Find(index, written.Select(part => part.Item2)).Where(row => IsInForce(row, date)).ToList();
        if (inForce.Count == 0)
            return Definition.MissingMeansNone ? Lookup.None.Instance : new Lookup.Unknown($"{Name} has no row for the code");

        var row = inForce.OrderByDescending(cells => Dated(cells, TableDefinition.EffectiveColumn) ?? DateOnly.MinValue).ThenBy(Strictness).First();
        return new Lookup.Row(Definition, release, written, row, Grouped(inForce), beyond);
    }

    private (TableRelease Release, bool Beyond)? Release(DateOnly? date, DateOnly asOf)
    {
        if (Releases.IsEmpty)
            return null;
        if (Definition.Choice == RowChoice.Snapshot && date is { } day)
        {
            if (Releases.LastOrDefault(release => release.From <= day && day <= release.Through) is { } current)
                return (current, !current.Coverage.Holds(day));
            return Definition.Extrapolate ? (Releases.LastOrDefault(release => release.From <= day) ?? Releases[0], true) : null;
        }

        var newest = Releases.LastOrDefault(release => release.From <= asOf);
        if (newest is null && !Definition.Extrapolate)
            return null;
        var chosen = newest ?? Releases[0];
        var beyond = newest is null || (date is { } known && !chosen.Coverage.Holds(known));
        return beyond && !Definition.Extrapolate ? null : (chosen, beyond);
    }

    private bool IsInForce(ImmutableArray<Cell> row, DateOnly? date) =>
        date is not { } day
        || ((Dated(row, TableDefinition.EffectiveColumn) ?? DateOnly.MinValue) <= day
            && day <= (Dated(row, TableDefinition.DeletedColumn) ?? DateOnly.MaxValue));

    private DateOnly? Dated(ImmutableArray<Cell> row, string column) =>
        Definition.IndexOf(column) is >= 0 and var index ? row[index].Date : null;

    private int Strictness(ImmutableArray<Cell> row)
    {
        if (Definition.StricterColumn is not { } column)
            return 0;
        var rank = Definition.StrictestFirst.IndexOf(row[Definition.IndexOf(column)].ToString());
        return rank < 0 ? int.MaxValue : rank;
    }

    private ImmutableArray<string> Grouped(List<ImmutableArray<Cell>> rows) =>
        Definition.GroupColumn is not { } column
            ? []
            : [.. rows.Select(row => row[Definition.IndexOf(column)].ToString()).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    private bool IsCode(string column) => Definition.Columns[Definition.IndexOf(column)].Type == ColumnType.Code;
}
