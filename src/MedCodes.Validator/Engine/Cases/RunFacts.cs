using System.Collections.Immutable;
using MedCodes.Validator.Claims;
using MedCodes.Validator.Rules.Catalogue;
using MedCodes.Validator.Rules.Facts;
using MedCodes.Validator.Sources;

namespace MedCodes.Validator.Engine.Cases;

/// <summary>Makes the facts of a run's claims, all at once or part by part: by patient, by file, or one claim after the other.</summary>
internal sealed class RunFacts
{
    private readonly ImmutableArray<LoadedFile> _files;
    private readonly ProfileChoice _profiles;
    private readonly LoadedHistory? _history;
    private readonly Superseding _superseding = new();

    private RunFacts(ImmutableArray<LoadedFile> files, ProfileChoice profiles, LoadedHistory? history)
    {
        (_files, _profiles, _history) = (files, profiles, history);
        foreach (var (file, number) in NumberedFiles)
        {
            foreach (var (key, ordinal) in file.Survey.Replaced)
                _superseding.Add(key, PlaceOf(number, ordinal));
        }
    }

    /// <summary>Every patient of the run.</summary>
    public ImmutableArray<PatientCase> Patients => [.. PatientsOf(0, 1)];

    /// <summary>The number of claims, without those of the history.</summary>
    public int Claims => _files.Sum(file => file.Survey.Claims);

    private IEnumerable<(LoadedFile File, int Number)> NumberedFiles => _history is null
        ? _files.Select((file, number) => (file, number))
        : _files.Select((file, number) => (file, number)).Prepend((_history.File, RunBatch.History));

    /// <summary>Takes files up.</summary>
    /// <param name="files">The files in canonical order.</param>
    /// <param name="profiles">Chooses the profile of each claim.</param>
    /// <param name="history">Earlier claims of the same patients; null where none are loaded.</param>
    public static RunFacts Of(ImmutableArray<LoadedFile> files, ProfileChoice profiles, LoadedHistory? history = null) => new(files, profiles, history);

    /// <summary>
    /// The claims of a batch, each with as much of a patient as claim scope sees: nothing. Later batches are not known, so it is not told whether
    /// a claim was replaced, which only wider rules ask.
    /// </summary>
    /// <param name="file">The file that they are read from.</param>
    /// <param name="number">Its number in the run.</param>
    /// <param name="batch">The batch.</param>
    /// <param name="profiles">Chooses the profile of each claim.</param>
    public static IEnumerable<PatientCase> ByThemselves(LoadedFile file, int number, ClaimBatch batch, ProfileChoice profiles)
    {
        var (transactions, nobody) = (new FileFacts(file, number).TransactionsOf(batch), Nobody());
        return batch.Claims.Select(claim => new PatientCase(
            nobody, [ClaimFacts.Of(claim, transactions[claim.Transaction.Index], nobody, profiles.For(claim), number)], [], HistoryFrom: null));
    }

    /// <summary>The batches of the run, without those of the history.</summary>
    public IEnumerable<RunBatch> Batches() => _files.SelectMany((file, number) => Read(file, number, _ => true));

    /// <summary>The batches of the history.</summary>
    public IEnumerable<RunBatch> EarlierBatches() => _history is null ? [] : Read(_history.File, RunBatch.History, _ => true);

    /// <summary>The claims of a batch, as they are each by itself: nothing of their patients is known.</summary>
    public IEnumerable<ClaimFacts> FactsOf(RunBatch batch)
    {
        var (envelopes, nobody) = (new FileFacts(_files[batch.Number], batch.Number), Nobody());
        return batch.Batch.Claims.Select(claim => FactsOf(claim, batch.Number, envelopes, nobody));
    }

    /// <summary>What was noted of the claims of the file that a batch is read from.</summary>
    public ClaimSurvey SurveyOf(RunBatch batch) => FileOf(batch.Number).Survey;

    /// <summary>The patients of one of some parts of the run, each with all claims and the earlier ones, as their files are read again.</summary>
    public PatientCases PatientsOf(int part, int parts)
    {
        // The history comes last: what is taken of it are the earlier claims of patients that are there.
        var files = _files.Select((file, number) => (File: file, Number: number));
        if (_history is not null)
            files = files.Append((_history.File, RunBatch.History));
        return PatientsOf(files.SelectMany(file => Read(file.File, file.Number, IsIn(file.File))), IsIn);

        Func<int, bool> IsIn(LoadedFile file) => ordinal => parts == 1 || file.Survey.PartOf(ordinal, parts) == part;
    }

    /// <summary>The patients of a part whose claims were put away.</summary>
    /// <exception cref="SpillException">They cannot be had.</exception>
    public PatientCases PatientsOf(int part, SpilledParts spilled) => PatientsOf(spilled.Of(part), _ => _ => true);

    /// <summary>Takes up a file once more, with claims that wider rules ask for and what was denied of them.</summary>
    /// <param name="number">The file's number.</param>
    /// <param name="asked">The claims, by their ordinals.</param>
    /// <param name="kinds">The kinds of fact that rules about files ask for; null for all.</param>
    public (FileCase File, ImmutableArray<ClaimFacts> Together) Again(int number, IReadOnlyDictionary<int, LaterClaim> asked, IReadOnlySet<FactKind>? kinds)
    {
        var file = new FileFacts(_files[number], number);
        var (own, together) = (ImmutableArray.CreateBuilder<ClaimFacts>(), ImmutableArray.CreateBuilder<ClaimFacts>());
        var asksForEnvelopes = kinds is null || kinds.Contains(FileKinds.Interchange) || kinds.Contains(FileKinds.Transaction);
        foreach (var batch in asked.Count > 0 || asksForEnvelopes ? _files[number].Read(asked.ContainsKey) : [])
        {
            // Of what is read again only what is asked for stays in memory.
            var stays = !_files[number].Batches.IsEmpty || batch.Claims.Any(claim => asked.ContainsKey(claim.Ordinal));
            file.Include(stays ? batch : batch.EnvelopesAlone());
            foreach (var claim in batch.Claims)
            {
                if (!asked.TryGetValue(claim.Ordinal, out var later))
                    continue;
                var facts = FactsOf(claim, number, file, later.Patient);
                facts.Deny(later.Denied);
                if (later.ByFile)
                    own.Add(facts);
                if (later.ByAll)
                    together.Add(facts);
            }
        }

        return (new FileCase(file, own.DrainToImmutable()), together.DrainToImmutable());
    }

    private static long PlaceOf(int file, int ordinal) => ((long)file << 32) + ordinal;

    private static Fact Nobody() => Fact.Of(ClaimKinds.Patient, new PatientContent(null), null, FactOrder.Last);

    private LoadedFile FileOf(int number) => number == RunBatch.History ? _history!.File : _files[number];

    private static IEnumerable<RunBatch> Read(LoadedFile file, int number, Func<int, bool> wanted) => file.Read(wanted).Select(batch => new RunBatch(number, batch));

    private PatientCases PatientsOf(IEnumerable<RunBatch> batches, Func<LoadedFile, Func<int, bool>> wanted)
    {
        var cases = new PatientCases.Builder(FactsOf, _history?.From);
        FileFacts? envelopes = null;
        foreach (var (number, batch) in batches)
        {
            if (envelopes?.Number != number)
                envelopes = new FileFacts(FileOf(number), number);
            cases.Begin(batch, number, envelopes.TransactionsOf(batch));
            var isWanted = wanted(FileOf(number));
            foreach (var claim in batch.Claims)
            {
                if (!isWanted(claim.Ordinal))
                    continue;
                if (number != RunBatch.History)
                    cases.Add(claim);
                else if (!IsSuperseded(claim, number))
                    cases.AddEarlier(claim);
            }
        }

        return cases.ToCases();
    }

    private bool IsSuperseded(Claim claim, int file) => _superseding.Holds(claim, PlaceOf(file, claim.Ordinal));

    private ClaimFacts FactsOf(Claim claim, int file, FileFacts envelopes, Fact patient) =>
        FactsOf(claim, file, envelopes.TransactionsOf(claim.Batch)[claim.Transaction.Index], patient);

    private ClaimFacts FactsOf(Claim claim, int file, Fact transaction, Fact patient) => ClaimFacts.Of(
        claim, transaction, patient, _profiles.For(claim), file, isHistory: file == RunBatch.History, isSuperseded: file != RunBatch.History && IsSuperseded(claim, file));
}
