using System.Collections.Immutable;

namespace MedCodes.Validator.Reference.Importing;

/// <summary>Counts the rows of an import and keeps what is wrong with the malformed ones.</summary>
internal sealed class BadRows
{
    /// <summary>How many are told one by one.</summary>
    public const int MostTold = 20;

    /// <summary>One in this many refuses the file: what has more of them is not what it was taken for.</summary>
    public const int OneIn = 1000;

    private readonly List<ImportProblem> _told = [];

    public int Rows { get; set; }

    public int Bad { get; private set; }

    public ImmutableArray<ImportProblem> Told => [.. _told];

    public void Add(ImportEntry entry, int line, string what)
    {
        Bad++;
        if (_told.Count < MostTold)
            _told.Add(new ImportProblem(entry.Shown, line, what));
    }

    /// <exception cref="RefusedException">There are too many of them, or no rows at all.</exception>
    public void Check(string shown, string expected)
    {
        if (Rows == 0)
            throw new RefusedException($"'{shown}' has no rows; expected: {expected}");
        if ((long)Bad * OneIn > Rows)
            throw new RefusedException($"'{shown}' has {Bad} malformed {(Bad == 1 ? "row" : "rows")} of {Rows}, more than one in {OneIn}; expected: {expected}; the first: line {_told[0].Line}: {_told[0].Message}");
    }
}
