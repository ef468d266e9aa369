using System.Collections.Immutable;

namespace MedCodes.Validator.Reference;

/// <summary>What a column of a reference table holds.</summary>
internal enum ColumnType
{
    Name = 1,
    Code,
    Number,
    Amount,
    Date,
    Text,
    YesNo,
}

/// <summary>A column of a reference table.</summary>
internal sealed record TableColumn(string Name, ColumnType Type);

/// <summary>How the row that counts is chosen.</summary>
internal enum RowChoice
{
    /// <summary>The release whose period holds the date.</summary>
    Snapshot = 1,

    /// <summary>The newest release not after the day that stands for today, and the row by its own dates.</summary>
    Dated,
}

/// <summary>What is true of every release of a table: its columns, its ways in, and how a row is chosen.</summary>
internal sealed record TableDefinition
{
    /// <summary>The column of the first day on which a row is in force.</summary>
    public const string EffectiveColumn = "effective";

    /// <summary>The column of the last day on which a row is in force.</summary>
    public const string DeletedColumn = "deleted";

    public required string Name { get; init; }

    public required string Summary { get; init; }

    public required ImmutableArray<TableColumn> Columns { get; init; }

    /// <summary>The ways in: each a list of columns.</summary>
    public required ImmutableArray<ImmutableArray<string>> Keys { get; init; }

    public required RowChoice Choice { get; init; }

    /// <summary>The column whose values are grouped into a list; null where a fact is a row.</summary>
    public string? GroupColumn { get; init; }

    /// <summary>The name of that list.</summary>
    public string? GroupName { get; init; }

    /// <summary>Whether a key that is not there is known not to be there; otherwise the answer is unknown.</summary>
    public bool MissingMeansNone { get; init; }

    /// <summary>Rows that never count: column and value.</summary>
    public ImmutableArray<(string Column, string Value)> Skip { get; init; } = [];

    /// <summary>The column that tells which of several rows in force is stricter; null for none.</summary>
    public string? StricterColumn { get; init; }

    /// <summary>Its values, strictest first.</summary>
    public ImmutableArray<string> StrictestFirst { get; init; } = [];

    /// <summary>Whether dates beyond a release are answered all the same, which marks every witness.</summary>
    public bool Extrapolate { get; init; }

    /// <summary>Whether rows carry dates or releases have periods, so that a look-up needs a date.</summary>
    public bool NeedsDate => Choice == RowChoice.Snapshot || Columns.Any(column => column.Name == EffectiveColumn);

    public int IndexOf(string column)
    {
        for (var i = 0; i < Columns.Length; i++)
        {
            if (Columns[i].Name == column)
                return i;
        }

        return -1;
    }
}
