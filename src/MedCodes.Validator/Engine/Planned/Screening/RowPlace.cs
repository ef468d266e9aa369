using MedCodes.Validator.Claims;

namespace MedCodes.Validator.Engine.Planned.Screening;

/// <summary>A row of a batch that a fact could be made of, without the fact.</summary>
/// <param name="Claim">The claim.</param>
/// <param name="Line">The row of its line among those of the batch; -1 outside of lines.</param>
/// <param name="Part">The row of a diagnosis or provider, the slot of a modifier or pointer, the day number of a line's day; else -1.</param>
internal readonly record struct RowPlace(Claim Claim, int Line = -1, int Part = -1)
{
    public ClaimBatch Batch => Claim.Batch;

    public ServiceLine ServiceLine => new(Batch, Line);
}
