using System.Collections.Immutable;
using System.Globalization;
using MedCodes.Validator.Benchmarks.Generation;
using MedCodes.Validator.Claims.Building;
using MedCodes.Validator.Engine.Cases;
using MedCodes.Validator.Reading.X12;
using MedCodes.Validator.Sources;
using MedCodes.Validator.Tests.Rules;

namespace MedCodes.Validator.Tests.Engine.Cases;

public sealed class PatientCasesTests
{
    private const int Parts = 7;

    [Fact]
    public void Every_patient_has_all_claims_with_the_same_key_in_their_order()
    {
        var file = Generated();
        var expected = file.Batches.SelectMany(batch => batch.Claims)
            .GroupBy(claim => PatientKey.Of(claim) ?? claim.Ordinal.ToString(CultureInfo.InvariantCulture))
            .Select(patient => string.Join(' ', patient.Select(claim => claim.Ordinal)));

        Assert.Equal(expected, Ordinals(FactsOf(file).PatientsOf(0, 1)));
    }

    [Fact]
    public void The_patients_of_all_parts_are_those_of_the_run()
    {
        var facts = FactsOf(Generated());

        Assert.Equal(
            Ordinals(facts.PatientsOf(0, 1)).Order(StringComparer.Ordinal),
            Enumerable.Range(0, Parts).SelectMany(part => Ordinals(facts.PatientsOf(part, Parts))).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Claims_that_do_not_tell_their_patient_are_patients_of_their_own()
    {
        var claim = Some.Claim(Some.Line()) with { MemberId = null };

        Assert.Equal(["1", "2"], Ordinals(FactsOf(FileOf(claim, claim)).PatientsOf(0, 1)));
    }

    [Fact]
    public void Patients_whose_keys_hash_alike_are_told_apart()
    {
        var (one, other) = MembersThatHashAlike();

        var cases = FactsOf(FileOf(Of(one), Of(other), Of(one), Of(other), Of(other))).PatientsOf(0, 1);

        Assert.Equal(["1 3", "2 4 5"], Ordinals(cases));
        static ClaimInput Of(string member) => Some.Claim(Some.Line()) with { MemberId = member };
    }

    [Fact]
    public void Earlier_claims_go_to_the_patient_whose_key_they_have_and_not_to_one_whose_key_hashes_alike()
    {
        var (one, other) = MembersThatHashAlike();

        var cases = RunFacts.Of([FileOf(Of(one), Of(other))], new ProfileChoice(ShippedRules.Set.Profiles), new LoadedHistory(FileOf(Of(other), Of(one), Of(other)), new DateOnly(2024, 1, 1))).PatientsOf(0, 1);

        Assert.Equal(["2", "1 3"], cases.Select(patient => string.Join(' ', patient.History.Select(claim => claim.View.Ordinal))));
        static ClaimInput Of(string member) => Some.Claim(Some.Line()) with { MemberId = member };
    }

    [Fact]
    public void A_case_that_is_asked_for_again_is_made_anew_and_says_the_same()
    {
        var cases = FactsOf(FileOf(Some.Claim(Some.Line()), Some.Claim(Some.Line()))).PatientsOf(0, 1);

        var (one, other) = (Assert.Single(cases), Assert.Single(cases));

        Assert.NotSame(one.Patient, other.Patient);
        Assert.Equal(one.Patient.Content, other.Patient.Content);
        Assert.Equal(one.Claims.Select(claim => claim.Order), other.Claims.Select(claim => claim.Order));
    }

    // Hashes are other ones in each process; of some hundred thousand texts two have the same.
    private static (string One, string Other) MembersThatHashAlike()
    {
        var key = PatientKey.Of(FileOf(Some.Claim(Some.Line()) with { MemberId = "MEMBER" }).Batches[0].Claims[0])!;
        var seen = new Dictionary<int, string>();
        for (var number = 0; ; number++)
        {
            var member = number.ToString("x8", CultureInfo.InvariantCulture).ToUpperInvariant();
            var hash = string.GetHashCode(key.Replace("MEMBER", member, StringComparison.Ordinal).AsSpan());
            if (!seen.TryAdd(hash, member))
                return (seen[hash], member);
        }
    }

    private static IEnumerable<string> Ordinals(PatientCases cases) =>
        cases.Select(patient => string.Join(' ', patient.Claims.Select(claim => claim.View.Ordinal)));

    private static RunFacts FactsOf(LoadedFile file) => RunFacts.Of([file], new ProfileChoice(ShippedRules.Set.Profiles));

    private static LoadedFile Generated()
    {
        var file = ClaimFileGenerator.InMemory(new GeneratorOptions { Claims = 2_000, LinesOfLargestPatient = 0 });
        return new LoadedFile(file, [.. X12Reader.Read(file)], [], []);
    }

    private static LoadedFile FileOf(params ImmutableArray<ClaimInput> claims)
    {
        var builder = new ClaimBatchBuilder();
        foreach (var claim in claims)
            builder.Add(claim);
        return new LoadedFile(SourceFile.FromBytes("made", ReadOnlyMemory<byte>.Empty), [builder.Build()], [], []);
    }
}
