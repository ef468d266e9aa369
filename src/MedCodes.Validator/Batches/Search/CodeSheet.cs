using System.Collections.Immutable;
using MedCodes.Validator.Findings;

namespace MedCodes.Validator.Batches.Search;

/// <summary>All that is known of a code.</summary>
public sealed record CodeSheet
{
    /// <summary>The code.</summary>
    public required string Code { get; init; }

    /// <summary>The pages of which it is a code of their own.</summary>
    public required ImmutableArray<SearchHit> Pages { get; init; }

    /// <summary>The rows of tables on the day asked for.</summary>
    public required ImmutableArray<CodeRow> Rows { get; init; }

    /// <summary>The codes that tables of pairs name it with on that day.</summary>
    public required ImmutableArray<CodePairs> Pairs { get; init; }

    /// <summary>The code sets that it belongs to.</summary>
    public required ImmutableArray<CodeFamily> Families { get; init; }

    /// <summary>The codes that its own pages call similar.</summary>
    public required ImmutableArray<string> Similar { get; init; }

    /// <summary>The paths of other pages that name it.</summary>
    public required ImmutableArray<string> NamedBy { get; init; }

    /// <summary>The rules that name it, or a code set that it belongs to.</summary>
    public required ImmutableArray<RuleDescription> Rules { get; init; }

    /// <summary>Whether nothing is known of it.</summary>
    public bool IsEmpty => Pages.IsEmpty && Rows.IsEmpty && Pairs.IsEmpty && Families.IsEmpty && NamedBy.IsEmpty && Rules.IsEmpty;
}

/// <summary>A row of a table.</summary>
/// <param name="Table">The table's name.</param>
/// <param name="Release">The release that holds it.</param>
/// <param name="Cells">Its columns with their values; the code itself and empty cells are left out.</param>
/// <param name="Extrapolated">Whether the day lies beyond what the release covers.</param>
public sealed record CodeRow(string Table, string Release, ImmutableArray<(string Column, string Value)> Cells, bool Extrapolated);

/// <summary>Rows of a table of pairs that differ only in the other code and in dates.</summary>
/// <param name="Table">The table's name.</param>
/// <param name="Release">The release that holds them.</param>
/// <param name="Column">The column that the code stands in.</param>
/// <param name="Cells">The columns that all of them share, with their values; codes and dates are left out.</param>
/// <param name="Others">The other codes, in ordinal order.</param>
/// <param name="Extrapolated">Whether the day lies beyond what the release covers.</param>
public sealed record CodePairs(
    string Table, string Release, string Column, ImmutableArray<(string Column, string Value)> Cells, ImmutableArray<string> Others, bool Extrapolated);

/// <summary>A code set.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Summary">What it holds, in a sentence.</param>
/// <param name="Others">Its other codes, in ordinal order.</param>
public sealed record CodeFamily(string Name, string Summary, ImmutableArray<string> Others);
