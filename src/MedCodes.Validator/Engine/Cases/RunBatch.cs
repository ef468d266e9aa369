using MedCodes.Validator.Claims;

namespace MedCodes.Validator.Engine.Cases;

/// <summary>A batch of claims of a run.</summary>
/// <param name="Number">The number of the file that it is read from; <see cref="History"/> for earlier claims.</param>
/// <param name="Batch">The batch.</param>
internal sealed record RunBatch(int Number, ClaimBatch Batch)
{
    /// <summary>Stands for the number of the file of earlier claims: it comes before the run's own files in the canonical order.</summary>
    public const int History = -1;
}
