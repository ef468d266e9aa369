using System.Collections.Immutable;

namespace MedCodes.Validator.Reference.Stores;

/// <summary>The rows of a release, found by key. Nothing is allocated by looking up.</summary>
internal interface IRowStore
{
    /// <summary>The columns that the store has; others of the table are constant for the release, or empty.</summary>
    ImmutableArray<TableColumn> Columns { get; }

    /// <summary>The ways in: each a list of its columns.</summary>
    ImmutableArray<ImmutableArray<string>> Ways { get; }

    int RowCount { get; }

    /// <summary>The values of its columns of codes, by <see cref="KeyValue"/>, perhaps several times.</summary>
    IEnumerable<ulong> Codes { get; }

    /// <summary>The rows of a key.</summary>
    /// <param name="way">The way in.</param>
    /// <param name="key">The values of its columns, by <see cref="KeyValue"/>.</param>
    RowRange Find(int way, ReadOnlySpan<ulong> key);

    /// <summary>The value of a column in one of the rows found.</summary>
    /// <param name="way">The way in.</param>
    /// <param name="key">The key that the row was found by.</param>
    /// <param name="row">One of the places of the range.</param>
    /// <param name="column">The column.</param>
    ulong Value(int way, ReadOnlySpan<ulong> key, int row, int column);

    /// <summary>The text that a value of a name, code or text column stands for; null for an empty cell.</summary>
    string? TextOf(ulong value);
}
