using System.Collections.Immutable;
using MedCodes.Validator.Yaml;

namespace MedCodes.Validator.RuleTests.Mutation;

/// <summary>A mutant that no test can tell from its rule, as the rule itself says under <c>tests: survivors</c>.</summary>
/// <param name="Mutant">The mutant's name.</param>
/// <param name="Because">Why no test can tell it.</param>
/// <param name="Written">Where the name is written.</param>
internal sealed record AcceptedSurvivor(string Mutant, string Because, YamlNode Written)
{
    /// <summary>Those of a rule's tests.</summary>
    public static ImmutableArray<AcceptedSurvivor> Read(MappingReader tests, Diagnostics diagnostics)
    {
        var all = ImmutableArray.CreateBuilder<AcceptedSurvivor>();
        foreach (var node in tests.Items("survivors"))
        {
            if (MappingReader.Of(node, "survivor", diagnostics) is not { } survivor)
                continue;
            var mutant = survivor.RequiredName("mutant");
            var because = survivor.RequiredText("because");
            survivor.Done();
            if (mutant is null)
                continue;
            if (all.Any(other => other.Mutant == mutant.Text))
                diagnostics.Add(mutant, $"the mutant '{mutant.Text}' is there twice");
            all.Add(new AcceptedSurvivor(mutant.Text, because, mutant));
        }

        return all.ToImmutable();
    }
}
