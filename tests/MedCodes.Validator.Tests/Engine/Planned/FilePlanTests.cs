using System.Collections.Immutable;
using System.Globalization;
using MedCodes.Validator.Claims.Building;
using MedCodes.Validator.Engine;
using MedCodes.Validator.Engine.Cases;
using MedCodes.Validator.Engine.Planned;
using MedCodes.Validator.Sources;
using MedCodes.Validator.Tests.Rules;

namespace MedCodes.Validator.Tests.Engine.Planned;

public sealed class FilePlanTests
{
    private const int Claims = 2_000;

    [Fact]
    public void Claims_with_an_id_of_their_own_are_hardly_ever_asked_for_by_rules_about_files_though_another_file_has_the_same() =>
        Assert.InRange(AskedFor(place => place), 0, 2 * Claims / 100);

    [Fact]
    public void Claims_with_the_id_of_another_one_of_their_file_are_asked_for() =>
        Assert.InRange(AskedFor(place => place < 100 ? 0 : place), 200, 200 + 2 * Claims / 100);

    private static int AskedFor(Func<int, int> idAt)
    {
        ImmutableArray<LoadedFile> files = [FileOf("one", idAt), FileOf("other", idAt)];
        var facts = RunFacts.Of(files, new ProfileChoice(ShippedRules.Set.Profiles));
        var (engine, run) = (new PlannedEngine(ShippedRules.Set), new RunKnowledge(Some.Day) { Claims = facts.Claims });
        ImmutableArray<Validator.Rules.Facts.ClaimFacts> claims = [.. facts.PatientsOf(0, 1).SelectMany(patient => patient.Claims)];
        foreach (var claim in claims)
            engine.Learn(claim, run);
        return claims.Count(claim => engine.MayBindInFile(claim, run));
    }

    private static LoadedFile FileOf(string name, Func<int, int> idAt)
    {
        var builder = new ClaimBatchBuilder();
        for (var place = 0; place < Claims; place++)
            builder.Add(Some.Claim(Some.Line()) with { Id = idAt(place).ToString(CultureInfo.InvariantCulture) });
        return new LoadedFile(SourceFile.FromBytes(name, ReadOnlyMemory<byte>.Empty), [builder.Build()], [], []);
    }
}
