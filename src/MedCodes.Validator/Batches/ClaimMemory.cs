using MedCodes.Validator.Claims;
using MedCodes.Validator.Engine.Cases;
using MedCodes.Validator.Sources;

namespace MedCodes.Validator.Batches;

/// <summary>The memory that a run may take: while its claims have room they are kept, and else taken up part by part.</summary>
/// <param name="limit">The bytes that it may take beside rules.</param>
internal sealed class ClaimMemory(long limit)
{
    // What a claim of a part takes beside its rows: its place among those of its patient, and the patient's.
    private const int PlaceOfClaim = 64;

    // What is remembered of each claim of the run, whatever its part: its patient, and the keys that files are searched for twice.
    private const int MemoryOfClaim = 8;

    // Of 200,000 claims each part that is read from the file again takes 0.16 s, and writing and reading all parts once takes 0.4 s.
    private const int FewestSpilled = 3;

    // Parts hold their envelopes each, and findings may need room as well.
    private const int RoomForSpilled = 2;

    // The rest is for findings, for what workers remember of rows and tables, and for what is thrown away and not yet collected.
    private const int ShareOfPart = 6;
    private const int LeastShare = 16;

    private long _needed;
    private long _claims;

    /// <summary>Whether all claims that were read so far have room.</summary>
    public bool HasRoom => _needed <= Room;

    /// <summary>The parts of which each has room by itself. Patients are shared out over them by chance, so none is much larger than another.</summary>
    public int Parts => HasRoom ? 1 : (int)Math.Min(ClaimSurvey.MostParts, (_needed / Room) + 1);

    /// <summary>Whether claims are better put away by part than read again for each.</summary>
    public bool Spills => Parts >= FewestSpilled && PrivateFiles.HaveRoomFor(_needed * RoomForSpilled);

    private long Room => Math.Max(Math.Clamp((limit / 2) - (_claims * MemoryOfClaim), limit / LeastShare, limit / ShareOfPart), 1);

    /// <summary>Counts the claims of a batch.</summary>
    public void Add(ClaimBatch batch)
    {
        _needed += batch.Rows.Size + ((long)batch.Claims.Count * PlaceOfClaim);
        _claims += batch.Claims.Count;
    }
}
