using System.Collections.Immutable;
using MedCodes.Validator.Claims.Rows;
using MedCodes.Validator.Reference.Stores;

namespace MedCodes.Validator.Reference;

/// <summary>A reference table with its releases, curated and imported: found by key and date, never by scan.</summary>
internal sealed class Table
{
    private readonly int _effective;
    private readonly int _deleted;
    private readonly int _stricter;
    private readonly ulong[] _strictestFirst;
    private readonly ImmutableArray<ImmutableArray<ColumnType>> _typesOfKeys;

    private readonly Lazy<ImmutableArray<TableRelease>> _releases;

    /// <summary>Makes a table.</summary>
    /// <param name="definition">What it is.</param>
    /// <param name="releases">Its releases; gone through when the table is first asked.</param>
    public Table(TableDefinition definition, IEnumerable<TableRelease> releases)
    {
        Definition = definition;
        _releases = new(() => [.. releases.OrderBy(release => release.From).ThenBy(release => release.IsImported)]);
        _effective = definition.IndexOf(TableDefinition.EffectiveColumn);
        _deleted = definition.IndexOf(TableDefinition.DeletedColumn);
        _typesOfKeys = [.. definition.Keys.Select(key => key.Select(column => definition.Columns[definition.IndexOf(column)].Type).ToImmutableArray())];
        _stricter = definition.StricterColumn is { } column ? definition.IndexOf(column) : -1;
        _strictestFirst = _stricter < 0 ? [] : [.. definition.StrictestFirst.Select(value => PackedOf(value, definition.Columns[_stricter].Type))];
    }

    public TableDefinition Definition { get; }

    /// <summary>Its releases, oldest first.</summary>
    public ImmutableArray<TableRelease> Releases => _releases.Value;

    /// <summary>
    /// The table with rows in place of those that have the same key; its curated releases then cover their codes too, and imported ones
    /// are left out.
    /// </summary>
    public Table With(ImmutableArray<ImmutableArray<Cell>> rows) =>
        new(Definition, Releases.Where(release => !release.IsImported).Select(release => release.With(rows)));

    private string Name => Definition.Name;

    /// <summary>The table with imported releases beside its curated ones.</summary>
    public Table Including(IEnumerable<TableRelease> releases) => new(Definition, Releases.Concat(releases));

    /// <summary>The row of a key that counts on a date.</summary>
    /// <param name="key">The values of the columns of one of its keys.</param>
    /// <param name="date">The day that the row must be in force on; null where the table has no dates.</param>
    /// <param name="asOf">The day that stands for today.</param>
    public Lookup Find(IReadOnlyDictionary<string, string> key, DateOnly? date, DateOnly asOf)
    {
        var way = WayOf(key.Keys);
        return Read(way, [.. Definition.Keys[way].Select(column => key[column])], date, Find(way, Pack(way, key), date, asOf));
    }

    /// <summary>Which of the table's keys has some columns, in whatever order.</summary>
    public int WayOf(IEnumerable<string> columns) => Definition.Keys.IndexOf(Definition.Keys.First(own => own.ToHashSet().SetEquals(columns)));

    /// <summary>What was found by a key, as facts hold it.</summary>
    /// <param name="way">Which of the table's keys.</param>
    /// <param name="key">The values of its columns.</param>
    /// <param name="date">The day that was asked for.</param>
    /// <param name="answer">What was found.</param>
    public Lookup Read(int way, IReadOnlyList<string> key, DateOnly? date, in TableAnswer answer)
    {
        var columns = Definition.Keys[way];
        if (answer.Kind == AnswerKind.Row)
            return RowOf(way, key, date, answer);
        return answer.Kind switch
        {
            AnswerKind.NotLoaded => new Lookup.Unknown($"the table {Name} is not loaded"),
            AnswerKind.DateNotCovered => new Lookup.Unknown($"no release of {Name} covers the date"),
            AnswerKind.KeyNotCovered => new Lookup.Unknown($"{Name} does not cover the {(IsCode(columns[answer.Column]) ? "code" : columns[answer.Column])}"),
            AnswerKind.NoRow => new Lookup.Unknown($"{Name} has no row for the code"),
            _ => Lookup.None.Instance,
        };
    }

    /// <summary>The row of a packed key that counts on a date. Nothing is allocated.</summary>
    /// <param name="way">Which of the table's keys.</param>
    /// <param name="key">The values of its columns by <see cref="KeyValue"/>; a code's is <see cref="Claims.ProcedureCode.Packed"/>.</param>
    /// <param name="date">The day that the row must be in force on; null where the table has no dates.</param>
    /// <param name="asOf">The day that stands for today.</param>
    public TableAnswer Find(int way, ReadOnlySpan<ulong> key, DateOnly? date, DateOnly asOf)
    {
        if (Releases.IsEmpty)
            return new TableAnswer(AnswerKind.NotLoaded, null, false, default, 0, -1);
        var release = ReleaseChoice.Of(Releases, Definition.Choice, way, key, date, asOf, out var extrapolated, out var uncovered);
        if (release is null)
            return new TableAnswer(uncovered < 0 ? AnswerKind.DateNotCovered : AnswerKind.KeyNotCovered, null, false, default, 0, uncovered);

        var rows = release.Find(way, key);
        var best = -1;
        var (bestEffective, bestRank) = (0UL, 0);
        for (var row = rows.Start; row < rows.End; row++)
        {
            if (!IsInForce(release, way, key, row, date))
                continue;

            // The later first day, then the stricter value, then the first in the file.
            var effective = Dated(release, way, key, row, _effective);
            var rank = Strictness(release, way, key, row);
            if (best < 0 || effective > bestEffective || (effective == bestEffective && rank < bestRank))
                (best, bestEffective, bestRank) = (row, effective, rank);
        }

        // What a snapshot of another time lacks may have been there on the day, and no witness could say that it was not asked of its own time.
        var isKnown = Definition.MissingMeansNone && !(extrapolated && Definition.Choice == RowChoice.Snapshot);
        var kind = best >= 0 ? AnswerKind.Row : isKnown ? AnswerKind.None : AnswerKind.NoRow;
        return new TableAnswer(kind, release, extrapolated, rows, best, -1);
    }

    /// <summary>The values of a key as look-ups take them.</summary>
    public ulong[] Pack(int way, IReadOnlyDictionary<string, string> key) => Pack(way, [.. Definition.Keys[way].Select(column => key[column])]);

    /// <summary>The same, with the values in the order of the key's columns.</summary>
    public ulong[] Pack(int way, IReadOnlyList<string> key)
    {
        var packed = new ulong[key.Count];
        for (var i = 0; i < packed.Length; i++)
            packed[i] = PackedOf(key[i], _typesOfKeys[way][i]);
        return packed;
    }

    /// <summary>The days around one on which the same is found.</summary>
    public DaySpan DaysLike(DateOnly day, int way, ReadOnlySpan<ulong> key, in TableAnswer answer)
    {
        // A release counts by its period and by what it covers, a row by its own days.
        var alike = DaySpan.Always;
        foreach (var release in Releases)
        {
            alike = alike.CutAt(release.From, day).CutAfter(release.Through, day)
                .CutAt(release.Coverage.From, day).CutAfter(release.Coverage.Through, day);
        }

        for (var row = answer.Rows.Start; row < answer.Rows.End; row++)
        {
            if (PackedDate.Unpack((int)Dated(answer.Release!, way, key, row, _effective)) is { } first)
                alike = alike.CutAt(first, day);
            if (PackedDate.Unpack((int)Dated(answer.Release!, way, key, row, _deleted)) is { } last)
                alike = alike.CutAfter(last, day);
        }

        return alike;
    }

    /// <summary>Whether a row found counts on a date.</summary>
    public bool IsInForce(TableRelease release, int way, ReadOnlySpan<ulong> key, int row, DateOnly? date)
    {
        if (!release.Counts(way, key, row))
            return false;
        if (date is not { } day)
            return true;
        var packed = (ulong)PackedDate.Pack(day);
        var last = Dated(release, way, key, row, _deleted);
        return Dated(release, way, key, row, _effective) <= packed && (last == 0 || packed <= last);
    }

    private static ulong Dated(TableRelease release, int way, ReadOnlySpan<ulong> key, int row, int column) =>
        column < 0 ? 0 : release.Value(way, key, row, column);

    private static ulong PackedOf(string written, ColumnType type) => type is ColumnType.Name or ColumnType.Code or ColumnType.Text
        ? KeyValue.Of(written)
        : Cell.Parse(written, type)?.Packed ?? 0;

    private int Strictness(TableRelease release, int way, ReadOnlySpan<ulong> key, int row)
    {
        if (_stricter < 0)
            return 0;
        var rank = Array.IndexOf(_strictestFirst, release.Value(way, key, row, _stricter));
        return rank < 0 ? int.MaxValue : rank;
    }

    private Lookup.Row RowOf(int way, IReadOnlyList<string> key, DateOnly? date, TableAnswer answer)
    {
        var packed = Pack(way, key);
        return new Lookup.Row(
            Definition,
            answer.Release!,
            [.. Definition.Keys[way].Select((column, place) => (column, key[place]))],
            [.. Definition.Columns.Select((_, column) => answer.Release!.Cell(way, packed, answer.Row, column))],
            Grouped(way, packed, date, answer),
            answer.Extrapolated);
    }

    private ImmutableArray<string> Grouped(int way, ulong[] key, DateOnly? date, TableAnswer answer)
    {
        if (Definition.GroupColumn is not { } grouped)
            return [];
        var column = Definition.IndexOf(grouped);
        return
        [
            .. Enumerable.Range(answer.Rows.Start, answer.Rows.Count)
                .Where(row => IsInForce(answer.Release!, way, key, row, date))
                .Select(row => answer.Release!.Cell(way, key, row, column).ToString())
                .Distinct(StringComparer.Ordinal)
                .Order(StringComparer.Ordinal),
        ];
    }

    private bool IsCode(string column) => Definition.Columns[Definition.IndexOf(column)].Type == ColumnType.Code;
}
