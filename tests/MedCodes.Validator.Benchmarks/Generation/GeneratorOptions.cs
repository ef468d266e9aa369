using System.Collections.Immutable;
using MedCodes.Validator.Claims;

namespace MedCodes.Validator.Benchmarks.Generation;

/// <summary>What a generated file holds. The same options give the same bytes.</summary>
internal sealed record GeneratorOptions
{
    /// <summary>The number of claims. Default: 10,000.</summary>
    public int Claims { get; init; } = 10_000;

    /// <summary>The seed of everything that is chosen at random. Default: 1.</summary>
    public int Seed { get; init; } = 1;

    /// <summary>Professional or institutional claims. Default: professional.</summary>
    public ClaimSetting Setting { get; init; } = ClaimSetting.Professional;

    /// <summary>The share of claims that get a defect, from 0 to 1. Default: none.</summary>
    public double DefectRate { get; init; }

    /// <summary>The share of claims that bill what is well written and not allowed, from 0 to 1. Default: none.</summary>
    public double FaultRate { get; init; }

    /// <summary>Lines of the one patient with very many; 0 for no such patient. Default: 5,000.</summary>
    public int LinesOfLargestPatient { get; init; } = 5_000;

    /// <summary>Over how many days all claims are spread that one patient has with one provider; 0 for many patients. Default: 0.</summary>
    public int DaysOfOnlyPatient { get; init; }

    /// <summary>Whether the claims that one patient would have are each of a patient of its own, for comparison. Default: no.</summary>
    public bool IsApart { get; init; }

    /// <summary>What every claim bills; null for a service chosen at random. Default: null.</summary>
    public Service? Only { get; init; }

    /// <summary>The codes that are billed in place of those of the services, the first ones far more often than the last; empty for those. Default: empty.</summary>
    public ImmutableArray<string> Codes { get; init; } = [];

    /// <summary>Claims of a transaction; the guides ask for 5,000 at most. Default: 5,000.</summary>
    public int ClaimsPerTransaction { get; init; } = 5_000;

    /// <summary>Whether each segment stands on a line of its own. Default: no.</summary>
    public bool LineBreaks { get; init; }
}
