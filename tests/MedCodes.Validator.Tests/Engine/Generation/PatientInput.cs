using System.Collections.Immutable;
using MedCodes.Validator.Claims;
using MedCodes.Validator.Claims.Building;
using MedCodes.Validator.Engine.Cases;
using MedCodes.Validator.Rules.Catalogue;
using MedCodes.Validator.Rules.Facts;
using MedCodes.Validator.Rules.Profiles;
using MedCodes.Validator.Sources;

namespace MedCodes.Validator.Tests.Engine.Generation;

/// <summary>A patient of a run, from whom parts can be taken.</summary>
internal sealed record PatientInput
{
    /// <summary>What identifies the patient; null for one who cannot be identified.</summary>
    public string? Key { get; init; }

    public ImmutableArray<ProfiledClaim> Claims { get; init; } = [];

    /// <summary>Earlier claims; where there are any, the history begins long before.</summary>
    public ImmutableArray<ProfiledClaim> History { get; init; } = [];

    /// <summary>The patients of a run as engines are given them: anew each time, because what is denied is marked on facts.</summary>
    public static ImmutableArray<PatientCase> CasesOf(ImmutableArray<PatientInput> patients, ImmutableArray<Profile> profiles)
    {
        var file = Fact.Of(FileKinds.File, new FileContent(SourceFile.FromBytes("made.837", ReadOnlyMemory<byte>.Empty), FileContentKind.Claims), null, new FactOrder(0, 0, 0, 0));
        var ordinal = 0;
        var cases = ImmutableArray.CreateBuilder<PatientCase>();
        foreach (var patient in patients)
        {
            var fact = Fact.Of(ClaimKinds.Patient, new PatientContent(patient.Key), null, new FactOrder(0, 0, ordinal + 1, -1));
            var claims = Facts(patient.Claims, ordinal, isHistory: false);
            ordinal += patient.Claims.Length;
            var history = Facts(patient.History, 0, isHistory: true);
            cases.Add(new PatientCase(fact, claims, history, history.IsEmpty ? null : new DateOnly(2023, 7, 8)));

            ImmutableArray<ClaimFacts> Facts(ImmutableArray<ProfiledClaim> made, int before, bool isHistory)
            {
                // A claim is numbered by its place among all of the file.
                var builder = new ClaimBatchBuilder();
                for (var i = 0; i < before; i++)
                    builder.Add(new ClaimInput());
                foreach (var claim in made)
                    builder.Add(claim.Claim);
                return [.. builder.Build().Claims.Skip(before).Select((claim, place) => FactsOf(claim, made[place], isHistory))];
            }

            ClaimFacts FactsOf(Claim claim, ProfiledClaim made, bool isHistory)
            {
                var interchange = Fact.Of(FileKinds.Interchange, claim.Transaction.Interchange, file, new FactOrder(0, 0, 0, 1));
                var transaction = Fact.Of(FileKinds.Transaction, claim.Transaction, interchange, new FactOrder(0, 0, 0, 2));
                return ClaimFacts.Of(claim, transaction, fact, profiles[made.Profile], isHistory ? -1 : 0, isHistory, made.IsSuperseded);
            }
        }

        return cases.ToImmutable();
    }
}

/// <summary>A claim with what a run would make of its payer and of later claims.</summary>
internal sealed record ProfiledClaim
{
    public required ClaimInput Claim { get; init; }

    /// <summary>The place of its profile in the library.</summary>
    public int Profile { get; init; }

    public bool IsSuperseded { get; init; }
}
