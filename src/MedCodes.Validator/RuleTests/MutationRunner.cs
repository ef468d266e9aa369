using System.Collections.Immutable;
using MedCodes.Validator.Rules;
using MedCodes.Validator.Rules.Model;
using MedCodes.Validator.RuleTests.Mutation;
using MedCodes.Validator.Yaml;

namespace MedCodes.Validator.RuleTests;

/// <summary>Changes rules one thing at a time and finds the changes that no test of the rule notices.</summary>
public static class MutationRunner
{
    /// <summary>Mutates rules of a library, each against its own tests.</summary>
    /// <param name="rules">The library.</param>
    /// <param name="chosen">The rules that are mutated; null for all.</param>
    /// <param name="explain">Whether to show surviving mutants and to look for claims on which they differ from the rule.</param>
    /// <exception cref="ArgumentNullException"><paramref name="rules"/> is null.</exception>
    public static MutationReport Run(RuleSet rules, Func<Rule, bool>? chosen = null, bool explain = false)
    {
        ArgumentNullException.ThrowIfNull(rules);
        var diagnostics = new Diagnostics();
        var mutator = new Mutator(rules, explain, diagnostics);
        ImmutableArray<RuleMutation> mutated = [.. rules.Rules.Where(rule => chosen?.Invoke(rule) ?? true).Select(mutator.Mutate).OfType<RuleMutation>()];
        return new MutationReport(mutated, diagnostics.ToSorted());
    }
}
