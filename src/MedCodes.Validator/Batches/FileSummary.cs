using System.Collections.Immutable;
using MedCodes.Validator.Claims;
using MedCodes.Validator.Findings;
using MedCodes.Validator.Rules.Catalogue;
using MedCodes.Validator.Sources;

namespace MedCodes.Validator.Batches;

/// <summary>What a claim file holds, counted. It names no patient.</summary>
public sealed record FileSummary
{
    private FileSummary()
    {
    }

    /// <summary>The file.</summary>
    public required SourceFile File { get; init; }

    /// <summary>The format; unrecognized for what is no claim file, of which nothing else is known.</summary>
    public required ContentKind Kind { get; init; }

    /// <summary>The interchanges, in their order.</summary>
    public ImmutableArray<InterchangeSummary> Interchanges { get; init; } = [];

    /// <summary>The number of service lines.</summary>
    public int Lines { get; init; }

    /// <summary>The sum of the claims' total charges.</summary>
    public decimal Charges { get; init; }

    /// <summary>The earliest day of service; null where there is none.</summary>
    public DateOnly? FirstDay { get; init; }

    /// <summary>The latest day of service; null where there is none.</summary>
    public DateOnly? LastDay { get; init; }

    /// <summary>The payers with the number of claims for each, the most first.</summary>
    public ImmutableArray<PayerSummary> Payers { get; init; } = [];

    /// <summary>What is wrong with the file: each kind with how often, the most first.</summary>
    public ImmutableArray<FaultSummary> Faults { get; init; } = [];

    /// <summary>The number of claims.</summary>
    public int Claims => Interchanges.Sum(interchange => interchange.Transactions.Sum(transaction => transaction.Claims));

    /// <summary>Reads a file through, stretch by stretch.</summary>
    /// <exception cref="IOException">The file can no longer be read.</exception>
    public static FileSummary Of(SourceFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        var kind = ClaimFileContent.KindOf(file);
        if (kind == ContentKind.Unrecognized)
            return new FileSummary { File = file, Kind = kind };
        var counts = new FileCounts();
        if (file.DamageFault is { } damage)
            counts.Add(damage);
        foreach (var batch in ClaimFileContent.Read(file, kind))
            counts.Add(batch);
        return new FileSummary
        {
            File = file,
            Kind = kind,
            Interchanges = counts.Interchanges,
            Lines = counts.Lines,
            Charges = counts.Charges,
            FirstDay = counts.FirstDay,
            LastDay = counts.LastDay,
            Payers = counts.Payers,
            Faults = counts.Faults,
        };
    }
}

/// <summary>An interchange of a file.</summary>
/// <param name="ControlNumber">ISA13.</param>
/// <param name="SenderId">ISA06.</param>
/// <param name="ReceiverId">ISA08.</param>
/// <param name="Transactions">Its transactions, in their order.</param>
public sealed record InterchangeSummary(string? ControlNumber, string? SenderId, string? ReceiverId, ImmutableArray<TransactionSummary> Transactions);

/// <summary>A transaction of a file.</summary>
/// <param name="ControlNumber">ST02.</param>
/// <param name="Guide">The implementation guide.</param>
/// <param name="Setting">Which kind of claims it holds.</param>
/// <param name="Submitted">The day it was made (BHT04).</param>
/// <param name="Claims">The number of its claims.</param>
public sealed record TransactionSummary(string? ControlNumber, string? Guide, ClaimSetting Setting, DateOnly? Submitted, int Claims);

/// <summary>A payer of a file.</summary>
/// <param name="Id">Its id (NM109).</param>
/// <param name="Name">Its name (NM103).</param>
/// <param name="Claims">The number of claims sent to it.</param>
public sealed record PayerSummary(string? Id, string? Name, int Claims);

/// <summary>A kind of fault in a file.</summary>
/// <param name="Kind">The kind.</param>
/// <param name="Count">How often.</param>
public sealed record FaultSummary(FaultKind Kind, int Count)
{
    /// <summary>The kind's name, as rules write it.</summary>
    public string Name => Kind.ToRuleName();
}
