using System.Collections.Immutable;
using System.Runtime.InteropServices;
using MedCodes.Validator.Claims;

namespace MedCodes.Validator.Engine.Cases;

/// <summary>
/// What is noted of each claim of a file when it is read first: little enough for millions of claims to be kept in mind, and all that is
/// needed to take them up part by part.
/// </summary>
internal sealed class ClaimSurvey
{
    /// <summary>The most parts that patients can be shared out into.</summary>
    public const int MostParts = 1 << 12;

    private const int Together = 1 << 15;
    private const int Fewest = 1 << 4;

    // Of each claim the start of what its patient's key hashes to, which is enough to share patients out evenly; in pieces, so that nothing is
    // copied as they grow.
    private readonly List<ushort[]> _patients = [];
    private readonly List<(string Key, int Ordinal)> _replaced = [];
    private int _last = -1;

    /// <summary>The number of claims.</summary>
    public int Claims { get; private set; }

    /// <summary>The number of service lines.</summary>
    public int Lines { get; private set; }

    /// <summary>The claims that some claim replaces or voids, each with the ordinal of that one.</summary>
    public IReadOnlyList<(string Key, int Ordinal)> Replaced => _replaced;

    /// <summary>Notes the claims of a whole file.</summary>
    public static ClaimSurvey Of(ImmutableArray<ClaimBatch> batches)
    {
        var survey = new ClaimSurvey();
        foreach (var batch in batches)
            survey.Add(batch);
        return survey;
    }

    /// <summary>Notes the claims of the next batch.</summary>
    public void Add(ClaimBatch batch)
    {
        Lines += batch.Lines.Count;
        Claims += batch.Claims.Count;
        foreach (var claim in batch.Claims)
        {
            // Who is not told apart from others is nobody else; wherever such claims go they are judged one by one.
            RoomFor(claim.Ordinal) = (ushort)(PatientKey.HashOf(claim) ?? claim.Ordinal);
            _last = Math.Max(_last, claim.Ordinal);
            if (Superseding.IsLater(claim))
                _replaced.AddRange(Superseding.KeysOf(claim).Select(key => (key, claim.Ordinal)));
        }
    }

    /// <summary>To which of some parts, into which patients are shared out, a claim belongs; null where there is no such claim.</summary>
    public int? PartOf(int ordinal, int parts) =>
        ordinal >= 1 && ordinal <= _last ? _patients[ordinal / Together][ordinal % Together] % parts : null;

    // A piece begins small, because a run may have thousands of files with a claim each.
    private ref ushort RoomFor(int ordinal)
    {
        var (piece, place) = (ordinal / Together, ordinal % Together);
        while (_patients.Count < piece)
            _patients.Add(new ushort[Together]);
        if (_patients.Count == piece)
            _patients.Add([]);
        var pieces = CollectionsMarshal.AsSpan(_patients);
        if (place >= pieces[piece].Length)
            Array.Resize(ref pieces[piece], Math.Min(Together, Math.Max(Fewest, Math.Max(place + 1, pieces[piece].Length * 2))));
        return ref pieces[piece][place];
    }
}
