using System.Globalization;
using MedCodes.Validator.Benchmarks.Generation;
using MedCodes.Validator.Engine.Cases;
using MedCodes.Validator.Reading.X12;
using MedCodes.Validator.Sources;
using MedCodes.Validator.Tests.Reading;
using MedCodes.Validator.Tests.Rules;

namespace MedCodes.Validator.Tests.Engine.Cases;

/// <summary>Patients whose claims were put away by part are those whose claims are read from their files again.</summary>
public sealed class SpilledPartsTests
{
    private const int Parts = 3;

    [Fact]
    public void Patients_of_a_part_are_the_same_with_all_that_their_claims_say_and_where_they_stand()
    {
        var facts = Facts();
        using var spilled = new SpilledParts(Parts);
        PutAway(facts, spilled);

        Assert.True(spilled.HasRoom);
        for (var part = 0; part < Parts; part++)
            Assert.Equal(Said(facts.PatientsOf(part, Parts)), Said(facts.PatientsOf(part, spilled)));
    }

    [Fact]
    public void Claims_for_which_the_device_has_no_room_are_not_kept()
    {
        using var spilled = new SpilledParts(Parts, () => throw new SpillException(new IOException("full")));

        PutAway(Facts(), spilled);

        Assert.False(spilled.HasRoom);
    }

    private static void PutAway(RunFacts facts, SpilledParts spilled)
    {
        foreach (var batch in facts.Batches().Concat(facts.EarlierBatches()))
            spilled.Add(batch, spilled.Share(batch, facts.SurveyOf(batch)));
        spilled.Complete();
    }

    private static List<string> Said(PatientCases cases) =>
    [
        .. cases.Select(patient => string.Join('\n', patient.Claims.Concat(patient.History).Select(claim => string.Create(
            CultureInfo.InvariantCulture,
            $"{claim.Order} {claim.IsSuperseded} {ClaimDump.Of([claim.View])} {ClaimPlaces.Of([claim.View])}")))),
    ];

    private static RunFacts Facts() => RunFacts.Of(
        [Generated(1, 900), Generated(2, 600)], new ProfileChoice(ShippedRules.Set.Profiles), new LoadedHistory(Generated(1, 300), new DateOnly(2023, 1, 1)));

    private static LoadedFile Generated(int seed, int claims)
    {
        var file = ClaimFileGenerator.InMemory(new GeneratorOptions { Seed = seed, Claims = claims, DefectRate = 0.1, LinesOfLargestPatient = 0 });
        return new LoadedFile(file, [.. X12Reader.Read(file, new X12ReaderOptions { ClaimsPerBatch = 100 })], [], []);
    }
}
