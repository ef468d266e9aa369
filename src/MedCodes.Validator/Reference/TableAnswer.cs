using MedCodes.Validator.Reference.Stores;

namespace MedCodes.Validator.Reference;

/// <summary>How a look-up ended.</summary>
internal enum AnswerKind
{
    /// <summary>The table has no release.</summary>
    NotLoaded = 1,

    /// <summary>No release covers the date.</summary>
    DateNotCovered,

    /// <summary>No release that covers the date covers a part of the key.</summary>
    KeyNotCovered,

    /// <summary>There is no row, and that is known.</summary>
    None,

    /// <summary>There is no row, which for this table says nothing.</summary>
    NoRow,

    /// <summary>There is a row.</summary>
    Row,
}

/// <summary>What a table answers to packed values, without anything being allocated.</summary>
/// <param name="Kind">How the look-up ended.</param>
/// <param name="Release">The release that answered; null where none could.</param>
/// <param name="Extrapolated">Whether the date lies beyond what the release covers.</param>
/// <param name="Rows">The rows of the key, in force or not.</param>
/// <param name="Row">The one that counts.</param>
/// <param name="Column">The part of the key that is not covered, by its place in the key.</param>
internal readonly record struct TableAnswer(AnswerKind Kind, TableRelease? Release, bool Extrapolated, RowRange Rows, int Row, int Column);
