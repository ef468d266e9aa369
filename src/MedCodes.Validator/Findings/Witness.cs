using System.Collections.Immutable;
using MedCodes.Validator.Sources;

namespace MedCodes.Validator.Findings;

/// <summary>A fact that a finding rests on: what was matched, where it stands, and the values that the rule read.</summary>
public sealed record Witness
{
    /// <summary>The name the rule binds it to.</summary>
    public required string Name { get; init; }

    /// <summary>The kind of fact, such as "line" or a table's name.</summary>
    public required string Kind { get; init; }

    /// <summary>Where it stands; null for rows of tables and for facts computed from others.</summary>
    public Place? Place { get; init; }

    /// <summary>The row of a table; null for facts of the input.</summary>
    public TableRow? Row { get; init; }

    /// <summary>What was sought and not found; null for facts that are there.</summary>
    public Absence? Absence { get; init; }

    /// <summary>The values that the rule read of it, in the catalogue's order.</summary>
    public ImmutableArray<WitnessField> Fields { get; init; } = [];

    /// <summary>For a total, the facts that it counts.</summary>
    public ImmutableArray<Place> Members { get; init; } = [];
}

/// <summary>A value that a rule read.</summary>
/// <param name="Name">The field.</param>
/// <param name="Values">Its value as text; several for a list, none where it is missing or blank.</param>
/// <param name="IsList">Whether the field is a list.</param>
/// <param name="Privacy">How far the value may travel.</param>
/// <param name="IsNumber">Whether the values are numbers to count or calculate with; a code that looks like one is none.</param>
public sealed record WitnessField(string Name, ImmutableArray<string> Values, bool IsList, Privacy Privacy, bool IsNumber = false);

/// <summary>The row of a table that a rule used.</summary>
/// <param name="Table">The table.</param>
/// <param name="Release">Its release.</param>
/// <param name="Key">The key the row was found by, column by column.</param>
/// <param name="Extrapolated">Whether the date lies beyond what the release covers.</param>
public sealed record TableRow(string Table, string Release, ImmutableArray<WitnessField> Key, bool Extrapolated);

/// <summary>A fact that was required and not found.</summary>
/// <param name="Sought">What was looked for, in the rule's own terms.</param>
/// <param name="Nearest">The candidate that came closest; null where there was none.</param>
/// <param name="Failed">The condition that the nearest candidate failed; null where there was none.</param>
public sealed record Absence(string Sought, Place? Nearest, string? Failed);
