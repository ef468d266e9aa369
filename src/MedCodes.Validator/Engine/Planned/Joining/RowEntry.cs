using System.Collections.Immutable;
using MedCodes.Validator.Rules.Catalogue;

namespace MedCodes.Validator.Engine.Planned.Joining;

/// <summary>An entry of a rule over rows.</summary>
internal sealed class RowEntry
{
    // Only of a patient with many rows is it asked for.
    private readonly Lazy<RowReach?> _reach;

    /// <summary>Makes an entry.</summary>
    /// <param name="reachOf">See <see cref="Reach"/>.</param>
    public RowEntry(Func<RowEntry, RowReach?> reachOf) => _reach = new Lazy<RowReach?>(() => reachOf(this));

    public required EntryPlan Plan { get; init; }

    /// <summary>The number of its kind of row; -1 for rows of tables.</summary>
    public required int Kind { get; init; }

    public required ImmutableArray<RowEquality> Joins { get; init; }

    /// <summary>The number of what its row has in common with one bound before, of the same kind; -1 where it is joined in another way.</summary>
    public int Twins { get; init; } = -1;

    /// <summary>The slot of a row of the same patient; -1 where none is asked for.</summary>
    public int OfPatient { get; init; } = -1;

    /// <summary>The slot of a row of the same claim; -1 where none is asked for.</summary>
    public int OfClaim { get; init; } = -1;

    /// <summary>The slot that it must come behind; -1 for none.</summary>
    public required int After { get; init; }

    public required ImmutableArray<RowTest> Parts { get; init; }

    /// <summary>Those that are left to ask where a row is known to lie on the days that it asks for.</summary>
    public required ImmutableArray<RowTest> PartsWithin { get; init; }

    /// <summary>From how many rows on they are sought by value or by day; asked for with nearly each row.</summary>
    public required int FewestSought { get; init; }

    /// <summary>What tells of a row by itself that no binding can hold it; null for nothing.</summary>
    public RowReach? Reach => _reach.Value;

    /// <summary>What decides which rows of a table it finds; null for all else.</summary>
    public RowQuestion? Table { get; init; }

    /// <summary>What decides which days it asks for; null where what is loaded is all there is.</summary>
    public RowQuestion? Days { get; init; }

    /// <summary>The column of its own date; -1 where it asks for no days.</summary>
    public int Date { get; init; } = -1;

    /// <summary>The date that is the one day it asks for; null where it asks for others, or for more.</summary>
    public RowRead? DayOf { get; init; }

    /// <summary>Its number among totals; -1 where it is none.</summary>
    public int Total { get; init; } = -1;

    /// <summary>The field that a total sums; null for none.</summary>
    public RowMember? Sum { get; init; }

    /// <summary>The field whose different values a total counts; null for none.</summary>
    public RowMember? Distinct { get; init; }
}

/// <summary>What is asked with values of bound rows.</summary>
/// <param name="Number">Its number among questions of its kind, by which workers remember the answers.</param>
/// <param name="Reads">What it reads.</param>
/// <param name="ReadsPolicy">Whether it reads parameters of the profile.</param>
internal sealed record RowQuestion(int Number, ImmutableArray<RowRead> Reads, bool ReadsPolicy)
{
    /// <summary>The date that it goes by, which is none of <see cref="Reads"/>: answers hold for days. Null where a date is read like other values.</summary>
    public RowRead? Day { get; init; }

    /// <summary>Where the values of one row decide, its number among such questions of the kind; else -1.</summary>
    public int OfRow { get; init; } = -1;

    /// <summary>How many values decide.</summary>
    public int Width => Reads.Length + (ReadsPolicy ? 1 : 0);
}

/// <summary>A field of the members of a total.</summary>
/// <param name="Number">By what number workers remember its values.</param>
/// <param name="Column">Its column.</param>
/// <param name="Field">The field.</param>
internal sealed record RowMember(int Number, int Column, Field Field);
