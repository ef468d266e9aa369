using MedCodes.Validator.Claims;
using MedCodes.Validator.Engine.Cases;

namespace MedCodes.Validator.Batches;

/// <summary>The memory that a run may take: while its claims have room they are kept, and else taken up part by part.</summary>
/// <param name="limit">The bytes that it may take beside rules.</param>
internal sealed class ClaimMemory(long limit)
{
    // What a claim of a part takes beside its rows: its place among those of its patient, and the patient's.
    private const int PlaceOfClaim = 64;

    // What is remembered of each claim of the run, whatever its part: its patient, and the keys that files are searched for twice.
    private const int MemoryOfClaim = 8;

    // The rest is for findings, for what workers remember of rows and tables, and for what is thrown away and not yet collected.
    private const int ShareOfPart = 6;
    private const int LeastShare = 16;

    private long _needed;
    private long _claims;

    /// <summary>Whether all claims that were read so far have room.</summary>
    public bool HasRoom => _needed <= Room;

    /// <summary>The parts of which each has room by itself. Patients are shared out over them by chance, so none is much larger than another.</summary>
    public int Parts => HasRoom ? 1 : (int)Math.Min(ClaimSurvey.MostParts, (_needed / Room) + 1);

    private long Room => Math.Max(Math.Clamp((limit / 2) - (_claims * MemoryOfClaim), limit / LeastShare, limit / ShareOfPart), 1);

    /// <summary>Counts the claims of a batch.</summary>
    public void Add(ClaimBatch batch)
    {
        _needed += batch.Rows.Size + ((long)batch.Claims.Count * PlaceOfClaim);
        _claims += batch.Claims.Count;
    }
}
