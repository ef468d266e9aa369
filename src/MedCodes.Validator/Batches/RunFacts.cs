using System.Collections.Immutable;
using MedCodes.Validator.Claims;
using MedCodes.Validator.Engine;
using MedCodes.Validator.Rules.Catalogue;
using MedCodes.Validator.Rules.Facts;

namespace MedCodes.Validator.Batches;

/// <summary>The facts of a run's claims: by patient for the rules about claims, by file for the rules about files.</summary>
internal sealed record RunFacts(ImmutableArray<PatientCase> Patients, ImmutableArray<ImmutableArray<Fact>> Files)
{
    /// <summary>Every claim of the run.</summary>
    public IEnumerable<ClaimFacts> Claims => Patients.SelectMany(patient => patient.Claims);

    public static RunFacts Of(ImmutableArray<ReadFile> files, ProfileChoice profiles)
    {
        var all = files.SelectMany((file, number) => file.Claims.Select(claim => (Claim: claim, File: number))).ToList();
        var superseded = Superseding.Of([.. all.Select(item => item.Claim)]);
        var facts = files.Select((file, number) => new FileFacts(file.File, number, file.Batches, file.Faults)).ToList();
        var byFile = files.Select(_ => new List<ClaimFacts>()).ToList();
        var patients = ImmutableArray.CreateBuilder<PatientCase>();
        foreach (var group in all.Select((item, index) => (item.Claim, item.File, Index: index)).GroupBy(item => KeyOf(item.Claim, item.Index)))
        {
            var patient = PatientFact(PatientKey.Of(group.First().Claim), group.First().File, group.First().Claim.Ordinal);
            var claims = group.Select(item => ClaimFacts.Of(
                item.Claim,
                facts[item.File].TransactionOf(item.Claim),
                patient,
                profiles.For(item.Claim),
                item.File,
                isSuperseded: superseded[item.Index])).ToImmutableArray();
            foreach (var (claim, item) in claims.Zip(group))
                byFile[item.File].Add(claim);
            patients.Add(new PatientCase(patient, claims, [], null));
        }

        return new RunFacts(
            patients.ToImmutable(),
            [.. facts.Select((file, number) => file.All.AddRange(byFile[number].OrderBy(claim => claim.Order).SelectMany(claim => claim.All)))]);
    }

    public static Fact PatientFact(string? key, int file, int ordinal) =>
        Fact.Of(ClaimKinds.Patient, new PatientContent(key), null, new FactOrder(file, ordinal, -1));

    // A claim that does not tell its patient is a unit of its own.
    private static string KeyOf(Claim claim, int index) => PatientKey.Of(claim) ?? $"\n{index}";
}
