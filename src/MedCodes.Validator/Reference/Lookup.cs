using System.Collections.Immutable;

namespace MedCodes.Validator.Reference;

/// <summary>What a table answers to a key and a date.</summary>
internal abstract record Lookup
{
    private Lookup()
    {
    }

    /// <summary>There is no such row, and that is known.</summary>
    internal sealed record None : Lookup
    {
        public static None Instance { get; } = new();
    }

    /// <summary>It cannot be said.</summary>
    /// <param name="Reason">Why, without the key's values.</param>
    internal sealed record Unknown(string Reason) : Lookup;

    /// <summary>The row that counts.</summary>
    /// <param name="Table">The table.</param>
    /// <param name="Release">The release that holds it.</param>
    /// <param name="Key">The key's columns and values.</param>
    /// <param name="Cells">Its cells in the order of the columns.</param>
    /// <param name="Group">The values of the grouped column over all rows in force; empty where a fact is a row.</param>
    /// <param name="Extrapolated">Whether the date lies beyond what the release covers.</param>
    internal sealed record Row(
        TableDefinition Table,
        TableRelease Release,
        ImmutableArray<(string Column, string Value)> Key,
        ImmutableArray<Cell> Cells,
        ImmutableArray<string> Group,
        bool Extrapolated) : Lookup;
}
