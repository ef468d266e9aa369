using System.Collections.Immutable;

namespace MedCodes.Validator.Reference.Releases;

/// <summary>What an imported release says of itself.</summary>
internal sealed record ReleaseHeader
{
    public required string Table { get; init; }

    /// <summary>The release's name, such as 2024Q3.</summary>
    public required string Release { get; init; }

    /// <summary>What was imported, in words.</summary>
    public required string Source { get; init; }

    /// <summary>The first day of its period.</summary>
    public required DateOnly From { get; init; }

    /// <summary>The last day of its period.</summary>
    public required DateOnly Through { get; init; }

    /// <summary>The first day that it can answer for; of a table whose rows carry dates it lies before the period.</summary>
    public required DateOnly CoversFrom { get; init; }

    /// <summary>The last day that it can answer for.</summary>
    public required DateOnly CoversThrough { get; init; }

    /// <summary>Columns that have one value in all rows, such as the program and the setting.</summary>
    public required ImmutableArray<(string Column, string Value)> Constants { get; init; }

    /// <summary>The columns of the store.</summary>
    public required ImmutableArray<TableColumn> Columns { get; init; }

    /// <summary>The store's ways in.</summary>
    public required ImmutableArray<ImmutableArray<string>> Ways { get; init; }

    /// <summary>Whether the store is one of pairs of codes.</summary>
    public bool IsPairs { get; init; }

    /// <summary>Whether a key that is not there is known not to be there, where no rule file defines the table.</summary>
    public bool MissingMeansNone { get; init; } = true;

    public required int Rows { get; init; }

    /// <summary>How many malformed rows were left out.</summary>
    public required int BadRows { get; init; }

    /// <summary>The value that all rows have in a column; null where rows have their own.</summary>
    public string? ConstantOf(string column) => Constants.FirstOrDefault(constant => constant.Column == column).Value;
}
