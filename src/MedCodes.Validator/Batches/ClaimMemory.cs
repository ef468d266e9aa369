using MedCodes.Validator.Claims;

namespace MedCodes.Validator.Batches;

/// <summary>The memory that a run may take: while its claims have room they are kept, and else read again part by part.</summary>
/// <param name="limit">The bytes that it may take beside rules.</param>
internal sealed class ClaimMemory(long limit)
{
    // What a claim takes beside its rows: its facts, what stands for its patient, and what judging it leaves behind for a while.
    private const int FactsOfClaim = 1_500;

    // The other half is for findings, and for what is remembered of rows and tables.
    private readonly long _limit = Math.Max(limit / 2, 1);

    private long _needed;

    /// <summary>Whether all claims that were read so far have room.</summary>
    public bool HasRoom => _needed <= _limit;

    /// <summary>The parts of which each has room by itself. Patients are shared out over them by chance, so none is much larger than another.</summary>
    public int Parts => HasRoom ? 1 : (int)Math.Min(int.MaxValue, (_needed / _limit) + 1);

    /// <summary>Counts the claims of a batch.</summary>
    public void Add(ClaimBatch batch) => _needed += batch.Rows.Size + ((long)batch.Claims.Count * FactsOfClaim);
}
