using System.Collections.Immutable;
using System.Globalization;
using MedCodes.Validator.Claims;
using MedCodes.Validator.Rules.Catalogue;
using MedCodes.Validator.Rules.Facts;

namespace MedCodes.Validator.Engine.Cases;

/// <summary>The facts of a run's claims: by patient for the rules about claims, by file for the rules about files.</summary>
internal sealed record RunFacts(ImmutableArray<PatientCase> Patients, ImmutableArray<FileCase> Files)
{
    // History comes before the run's own files in the canonical order.
    private const int HistoryFile = -1;

    // No key of a patient begins with it.
    private const char OfNobody = '\n';

    /// <summary>Every claim of the run.</summary>
    public IEnumerable<ClaimFacts> Claims => Patients.SelectMany(patient => patient.Claims);

    /// <summary>The facts of some claims, in canonical order, their patients first.</summary>
    public ImmutableArray<Fact> Facts(IReadOnlySet<ClaimFacts> claims) =>
    [
        .. Patients.Where(patient => patient.Claims.Any(claims.Contains)).Select(patient => patient.Patient),
        .. claims.SelectMany(claim => claim.All).OrderBy(fact => fact.Order),
    ];

    /// <summary>Makes the facts of claim files.</summary>
    /// <param name="files">The files in canonical order.</param>
    /// <param name="profiles">Chooses the profile of each claim.</param>
    /// <param name="history">Earlier claims of the same patients; null where none are loaded.</param>
    public static RunFacts Of(ImmutableArray<LoadedFile> files, ProfileChoice profiles, LoadedHistory? history = null)
    {
        var all = files.SelectMany((file, number) => file.Claims.Select(claim => (Claim: claim, File: number))).ToList();
        ImmutableArray<Claim> past = [.. history?.File.Claims ?? []];
        var supersededOfAll = Superseding.Of([.. past, .. all.Select(item => item.Claim)]);
        var superseded = supersededOfAll[past.Length..];
        var facts = files.Select((file, number) => new FileFacts(file, number)).ToList();
        var byFile = files.Select(_ => new List<ClaimFacts>()).ToList();
        var earlier = history is null
            ? null
            : past.Where((_, index) => !supersededOfAll[index]).ToLookup(PatientKey.Of, StringComparer.Ordinal);
        var envelopes = history is null ? null : new FileFacts(history.File, HistoryFile);
        var patients = ImmutableArray.CreateBuilder<PatientCase>();
        foreach (var group in all.Select((item, index) => (item.Claim, item.File, Index: index)).GroupBy(item => KeyOf(item.Claim, item.Index)))
        {
            var key = group.Key.StartsWith(OfNobody) ? null : group.Key;
            var patient = PatientFact(key, group.First().File, group.First().Claim);
            var own = ImmutableArray.CreateBuilder<ClaimFacts>();
            foreach (var (claim, file, index) in group)
            {
                own.Add(ClaimFacts.Of(claim, facts[file].TransactionOf(claim), patient, profiles.For(claim), file, isSuperseded: superseded[index]));
                byFile[file].Add(own[^1]);
            }

            ImmutableArray<ClaimFacts> seen = key is null || earlier is null
                ? []
                : [.. earlier[key].Select(claim => ClaimFacts.Of(claim, envelopes!.TransactionOf(claim), patient, profiles.For(claim), HistoryFile, isHistory: true))];
            patients.Add(new PatientCase(patient, own.DrainToImmutable(), seen, history?.From));
        }

        return new RunFacts(
            patients.ToImmutable(),
            [.. facts.Select((file, number) => new FileCase(file.All, [.. byFile[number].OrderBy(claim => claim.Order)]))]);
    }

    private static Fact PatientFact(string? key, int file, Claim first) =>
        Fact.Of(ClaimKinds.Patient, new PatientContent(key), null, new FactOrder(file, first.Offset, first.Ordinal, -1));

    // A claim that does not tell its patient is a unit of its own.
    private static string KeyOf(Claim claim, int index) => PatientKey.Of(claim) ?? string.Create(CultureInfo.InvariantCulture, $"{OfNobody}{index}");
}
