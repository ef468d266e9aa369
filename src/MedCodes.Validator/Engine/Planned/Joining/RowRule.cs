using System.Collections.Immutable;
using MedCodes.Validator.Rules.Model;

namespace MedCodes.Validator.Engine.Planned.Joining;

/// <summary>A rule that rows decide: its entries bind rows, and no fact is made until it fails.</summary>
internal sealed record RowRule
{
    public required RulePlan Plan { get; init; }

    /// <summary>Its place among the rules that are screened.</summary>
    public int Number { get; init; }

    /// <summary>The number under which the rows that it begins with are screened; -1 where it may begin with any.</summary>
    public int Begins { get; init; } = -1;

    public required ImmutableArray<RowEntry> Match { get; init; }

    /// <summary>The entry that alone is reported and binds a row with much in common with another; null where other claims are reported too.</summary>
    public RowEntry? Twin { get; init; }

    /// <summary>How many entries of <see cref="Match"/> decide what is demanded, lifted and reported; those behind only have to be found.</summary>
    public int Decisive { get; init; }

    public required Demand Demand { get; init; }

    /// <summary>The slots that may be reported; the first bound one is.</summary>
    public required ImmutableArray<int> Report { get; init; }

    /// <summary>Whether what is reported is matched, before anything is demanded.</summary>
    public bool IsReportedAsMatched { get; init; }

    /// <summary>Whether of a row that bindings begin with one failure is enough, because the others would be of the same finding.</summary>
    public bool FailsOnce { get; init; }

    /// <summary>The groups of <c>require</c> or <c>forbid</c>.</summary>
    public required ImmutableArray<ImmutableArray<RowEntry>> Groups { get; init; }

    /// <summary>The condition of <c>check</c>; null for the other demands.</summary>
    public RowTest? Check { get; init; }

    public RowTest? Unless { get; init; }
}
