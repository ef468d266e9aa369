using System.Collections.Immutable;
using System.Globalization;
using System.Runtime.InteropServices;
using MedCodes.Validator.Claims;
using MedCodes.Validator.Rules.Catalogue;
using MedCodes.Validator.Rules.Facts;

namespace MedCodes.Validator.Engine.Cases;

/// <summary>Makes the facts of a run's claims, all at once or part by part: by patient, by file, or one claim after the other.</summary>
internal sealed class RunFacts
{
    // History comes before the run's own files in the canonical order.
    private const int HistoryFile = -1;

    // No key of a patient begins with it.
    private const char OfNobody = '\n';

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
    public ImmutableArray<PatientCase> Patients => PatientsOf(0, 1);

    /// <summary>The number of claims, without those of the history.</summary>
    public int Claims => _files.Sum(file => file.Survey.Claims);

    private IEnumerable<(LoadedFile File, int Number)> NumberedFiles => _history is null
        ? _files.Select((file, number) => (file, number))
        : _files.Select((file, number) => (file, number)).Prepend((_history.File, HistoryFile));

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
        var (envelopes, nobody) = (new FileFacts(file, number), Nobody());
        return batch.Claims.Select(claim => new PatientCase(
            nobody, [ClaimFacts.Of(claim, envelopes.TransactionOf(claim), nobody, profiles.For(claim), number)], [], HistoryFrom: null));
    }

    /// <summary>The claims of each batch of the run, as they are each by itself: nothing of their patients is known.</summary>
    public IEnumerable<IEnumerable<ClaimFacts>> Batches()
    {
        var nobody = Nobody();
        return _files.SelectMany((file, number) => file.Read(_ => true).Select(batch =>
        {
            var envelopes = new FileFacts(file, number);
            return batch.Claims.Select(claim => FactsOf(claim, number, envelopes, nobody));
        }));
    }

    /// <summary>The patients of one of some parts of the run, each with all claims and the earlier ones.</summary>
    public ImmutableArray<PatientCase> PatientsOf(int part, int parts)
    {
        var patients = new Dictionary<string, Group>(StringComparer.Ordinal);
        var order = new List<Group>();
        foreach (var (file, number) in _files.Select((file, number) => (file, number)))
        {
            var envelopes = new FileFacts(file, number);
            foreach (var claim in ClaimsOf(file, part, parts))
            {
                var key = PatientKey.Of(claim);
                ref var group = ref CollectionsMarshal.GetValueRefOrAddDefault(patients, key ?? KeyOfNobody(number, claim), out _);
                if (group is null)
                    order.Add(group = new Group(PatientFact(key, number, claim)));
                group.Claims.Add(FactsOf(claim, number, envelopes, group.Patient));
            }
        }

        if (_history is not null)
            AddHistory(_history.File, patients, part, parts);
        return [.. order.Select(group => new PatientCase(group.Patient, [.. group.Claims], [.. group.Earlier], _history?.From))];
    }

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
            file.Include(batch);
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

        return (new FileCase(file.All, own.DrainToImmutable()), together.DrainToImmutable());
    }

    private static IEnumerable<Claim> ClaimsOf(LoadedFile file, Func<int, bool> wanted) =>
        file.Read(wanted).SelectMany(batch => batch.Claims).Where(claim => wanted(claim.Ordinal));

    private static IEnumerable<Claim> ClaimsOf(LoadedFile file, int part, int parts) => parts == 1
        ? file.Read(_ => true).SelectMany(batch => batch.Claims)
        : ClaimsOf(file, ordinal => file.Survey.IsIn(part, parts, ordinal));

    // A claim that does not tell its patient is a unit of its own.
    private static string KeyOfNobody(int file, Claim claim) =>
        string.Create(CultureInfo.InvariantCulture, $"{OfNobody}{file} {claim.Ordinal}");

    private static long PlaceOf(int file, int ordinal) => ((long)file << 32) + ordinal;

    private static Fact Nobody() => Fact.Of(ClaimKinds.Patient, new PatientContent(null), null, FactOrder.Last);

    private static Fact PatientFact(string? key, int file, Claim first) =>
        Fact.Of(ClaimKinds.Patient, new PatientContent(key), null, new FactOrder(file, first.Offset, first.Ordinal, -1));

    private void AddHistory(LoadedFile history, Dictionary<string, Group> patients, int part, int parts)
    {
        var envelopes = new FileFacts(history, HistoryFile);
        foreach (var claim in ClaimsOf(history, part, parts))
        {
            if (PatientKey.Of(claim) is { } key && patients.TryGetValue(key, out var group) && !_superseding.Holds(claim, PlaceOf(HistoryFile, claim.Ordinal)))
                group.Earlier.Add(ClaimFacts.Of(claim, envelopes.TransactionOf(claim), group.Patient, _profiles.For(claim), HistoryFile, isHistory: true));
        }
    }

    private ClaimFacts FactsOf(Claim claim, int file, FileFacts envelopes, Fact patient) => ClaimFacts.Of(
        claim, envelopes.TransactionOf(claim), patient, _profiles.For(claim), file, isSuperseded: _superseding.Holds(claim, PlaceOf(file, claim.Ordinal)));

    private sealed record Group(Fact Patient)
    {
        public List<ClaimFacts> Claims { get; } = [];

        public List<ClaimFacts> Earlier { get; } = [];
    }
}
