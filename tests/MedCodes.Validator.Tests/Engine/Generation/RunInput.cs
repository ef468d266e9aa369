using System.Collections.Immutable;
using MedCodes.Validator.Claims.Building;
using MedCodes.Validator.Engine.Cases;
using MedCodes.Validator.Sources;

namespace MedCodes.Validator.Tests.Engine.Generation;

/// <summary>The files of a run and its history, from which parts can be taken.</summary>
internal sealed record RunInput
{
    public ImmutableArray<FileInput> Files { get; init; } = [];

    /// <summary>Earlier claims; where there are any, the history begins long before.</summary>
    public ImmutableArray<ClaimInput> History { get; init; } = [];

    /// <summary>The files as engines are given them.</summary>
    public ImmutableArray<LoadedFile> Loaded() => [.. Files.Select((file, number) => file.Loaded($"batch-{number}.837"))];

    /// <summary>The history as engines are given it; null where there is none.</summary>
    public LoadedHistory? LoadedHistory() =>
        History.IsEmpty ? null : new LoadedHistory(new FileInput { Claims = History }.Loaded("history.837"), new DateOnly(2023, 7, 8));
}

/// <summary>A file of claims with what its reader found wrong.</summary>
internal sealed record FileInput
{
    public ImmutableArray<ClaimInput> Claims { get; init; } = [];

    public ImmutableArray<FaultInput> Faults { get; init; } = [];

    public LoadedFile Loaded(string name)
    {
        var file = SourceFile.FromBytes(name, ReadOnlyMemory<byte>.Empty);
        var builder = new ClaimBatchBuilder();
        foreach (var claim in Claims)
            builder.Add(claim);
        return new LoadedFile(file, [builder.Build()], [], [.. Faults.Select(fault => fault.In(file))]);
    }
}

/// <summary>Something that a reader found wrong.</summary>
internal sealed record FaultInput
{
    public FaultKind Kind { get; init; } = FaultKind.MissingSegment;

    public int Claim { get; init; }

    public string? Expected { get; init; }

    public string? Found { get; init; }

    public Fault In(SourceFile file) => new()
    {
        Kind = Kind,
        File = file,
        Span = new SourceSpan(0, 0),
        Path = Expected ?? "",
        Claim = Claim == 0 ? null : Claim,
        Expected = Expected,
        Found = Found,
        FoundPrivacy = Privacy.Open,
    };
}
