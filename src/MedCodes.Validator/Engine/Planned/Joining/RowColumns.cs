using MedCodes.Validator.Engine.Planned.Screening;
using MedCodes.Validator.Rules.Catalogue;

namespace MedCodes.Validator.Engine.Planned.Joining;

/// <summary>The kinds of row that rules join, each with the fields that they read, by number. Filled while rules are planned, then only read.</summary>
internal sealed class RowColumns
{
    private readonly List<RowKind> _kinds = [];

    public IReadOnlyList<RowKind> Kinds => _kinds;

    /// <summary>The number of a kind; -1 where its facts are no rows.</summary>
    public int NumberOf(FactKind kind)
    {
        if (!RowsOf.CanGoThrough(kind) && kind != ClaimKinds.Profile)
            return -1;
        var at = _kinds.FindIndex(known => known.Kind == kind);
        if (at >= 0)
            return at;
        _kinds.Add(new RowKind(kind));
        return _kinds.Count - 1;
    }
}

/// <summary>A kind of row with the fields that are read of it.</summary>
internal sealed class RowKind(FactKind kind)
{
    private readonly List<(Field? Field, ColumnReader? Read)> _columns = [];
    private static readonly Field PathOfFile = FileKinds.File.Find("path")!;

    private readonly List<int> _testsOfValues = [];
    private readonly List<TwinKey> _twins = [];

    public FactKind Kind => kind;

    public int Width => _columns.Count;

    /// <summary>What rows must have in common that rules look for together.</summary>
    public IReadOnlyList<TwinKey> Twins => _twins;

    /// <summary>How many tests several values of one row decide.</summary>
    public int TestsOfRows { get; private set; }

    /// <summary>How many searches in tables the values of one row decide.</summary>
    public int SearchesOfRows { get; private set; }

    /// <summary>What reads a column; null where only the patient's case tells: what applies to the row's claim, and its file.</summary>
    public ColumnReader? this[int column] => _columns[column].Read;

    /// <summary>Whether a column tells the path of the row's file.</summary>
    public bool IsPath(int column) => _columns[column].Field == PathOfFile;

    /// <summary>Whether a column has other values in nearly every claim.</summary>
    public bool IsWide(int column) => column >= 0 && _columns[column].Field is { } field && Columns.IsWide(field);

    /// <summary>The number of a field's column; -1 where no row tells it.</summary>
    public int NumberOf(Field field)
    {
        if (field == PathOfFile)
            return NumberOf(field, null);

        // A profile stands for its claim.
        var of = kind == ClaimKinds.Profile ? ClaimKinds.Claim : kind;
        return Columns.Of(field, of) is { } read ? NumberOf(field, read) : -1;
    }

    /// <summary>The column that tells what applies to a claim.</summary>
    public int Policy() => NumberOf(null, null);

    /// <summary>How many tests one value of a column decides.</summary>
    public int TestsOf(int column) => _testsOfValues[column];

    /// <summary>Numbers a test that a value of a column decides.</summary>
    public int AddTest(int column) => _testsOfValues[column]++;

    /// <summary>Numbers a test that several values of a row decide.</summary>
    public int AddTest() => TestsOfRows++;

    /// <summary>Numbers a search in a table that the values of a row decide.</summary>
    public int AddSearch() => SearchesOfRows++;

    /// <summary>Numbers what two rows must have in common.</summary>
    /// <param name="columns">The columns with equal values.</param>
    /// <param name="inClaim">Whether they stand in one claim.</param>
    /// <param name="inLine">Whether they stand in one line.</param>
    public int NumberOfTwins(IEnumerable<int> columns, bool inClaim, bool inLine)
    {
        // Codes tell most rows apart.
        var key = new TwinKey([.. columns.Distinct().OrderByDescending(column => _columns[column].Field!.Name == "code").ThenBy(column => column)], inClaim, inLine);
        var at = _twins.FindIndex(key.IsSame);
        if (at >= 0)
            return at;
        _twins.Add(key);
        return _twins.Count - 1;
    }

    private int NumberOf(Field? field, ColumnReader? read)
    {
        var at = _columns.FindIndex(column => column.Field == field);
        if (at >= 0)
            return at;
        _columns.Add((field, read));
        _testsOfValues.Add(0);
        return _columns.Count - 1;
    }
}
