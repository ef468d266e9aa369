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
    private readonly List<int> _patients = [];
    private readonly List<(string Key, int Ordinal)> _replaced = [];

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
            if (claim.Ordinal >= _patients.Count)
                CollectionsMarshal.SetCount(_patients, claim.Ordinal + 1);

            // Who is not told apart from others is nobody else; wherever such claims go they are judged one by one.
            _patients[claim.Ordinal] = PatientKey.HashOf(claim) ?? claim.Ordinal;
            if (Superseding.IsLater(claim))
                _replaced.AddRange(Superseding.KeysOf(claim).Select(key => (key, claim.Ordinal)));
        }
    }

    /// <summary>Whether a claim belongs to one of some parts, into which patients are shared out; false where there is no such claim.</summary>
    public bool IsIn(int part, int parts, int ordinal) =>
        (uint)ordinal < (uint)_patients.Count && (uint)_patients[ordinal] % (uint)parts == part;
}
