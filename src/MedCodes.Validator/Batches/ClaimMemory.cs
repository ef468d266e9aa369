using MedCodes.Validator.Claims;

namespace MedCodes.Validator.Batches;

/// <summary>The memory that a run may take for claims: while they have room they are kept, and else read again part by part.</summary>
/// <param name="limit">The bytes that they may take.</param>
internal sealed class ClaimMemory(long limit)
{
    // What a claim takes while it is judged beside its rows: facts, and what stands for its patient.
    private const int FactsOfClaim = 500;

    private long _needed;

    /// <summary>Whether all claims that were read so far have room.</summary>
    public bool HasRoom => _needed <= limit;

    /// <summary>The parts of which each has room by itself. Patients are shared out over them by chance, so none is much larger than another.</summary>
    public int Parts => HasRoom ? 1 : (int)Math.Min(int.MaxValue, (_needed / Math.Max(limit / 2, 1)) + 1);

    /// <summary>Counts the claims of a batch.</summary>
    public void Add(ClaimBatch batch) => _needed += batch.Rows.Size + ((long)batch.Claims.Count * FactsOfClaim);
}
