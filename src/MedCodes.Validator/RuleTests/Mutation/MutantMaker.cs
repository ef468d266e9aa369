using System.Collections.Immutable;
using MedCodes.Validator.Rules;
using MedCodes.Validator.Rules.Loading;
using MedCodes.Validator.Rules.Model;
using MedCodes.Validator.Yaml;

namespace MedCodes.Validator.RuleTests.Mutation;

/// <summary>Makes the mutants of rules: what the loader refuses is no rule, and what reads like another mutant is that one.</summary>
internal sealed class MutantMaker(RuleSet rules)
{
    private static readonly ImmutableArray<string> Logic = ["match", "require", "forbid", "check", "unless", "optional", "once-per", "report", "denies", "message"];

    // Packed rules were checked before they were packed; their mutants were not.
    private readonly Library _library = rules.Library with { IsSound = false };

    private readonly NeighbouringSets _sets = new(rules.Library.CodeSets);

    /// <summary>The mutants in the order of the file.</summary>
    public IEnumerable<Mutant> Of(Rule rule)
    {
        var logic = LogicOf(rule);
        var seen = new HashSet<string>(StringComparer.Ordinal) { YamlWords.Of(logic) };
        foreach (var change in new Mutations(logic, _library, _sets).All())
        {
            if (change.Apply(logic) is YamlMapping written && seen.Add(YamlWords.Of(written)) && Load(rule, written) is { } mutated)
                yield return new Mutant(change, written, mutated);
        }
    }

    /// <summary>The part of a rule that decides. What it says may speak of what a mutant no longer has.</summary>
    public static YamlMapping LogicOf(Rule rule)
    {
        var root = (YamlMapping)YamlTreeReader.Read(rule.Source, new Diagnostics())!;
        return new(root.Source, root.Mark, [
            .. root.Entries.Where(entry => Logic.Contains(entry.Key.Text))
                .Select(entry => entry.Key.Text == "message" && entry.Value is YamlScalar message ? entry with { Value = message.With("changed") } : entry),
        ]);
    }

    private Rule? Load(Rule rule, YamlMapping written)
    {
        var diagnostics = new Diagnostics();
        var context = new LoadContext(_library, diagnostics) { IsAboutPages = rule.Description.AppliesTo is ["document"] };
        var logic = new LogicLoader(new MappingReader(written, "rule", diagnostics), context).Load();
        if (logic is null || diagnostics.Count > 0)
            return null;
        LogicChecks.Check(logic, diagnostics);
        if (diagnostics.Count > 0 || ScopeOf.Rule(logic, rule.Description, diagnostics) is not { } scope || diagnostics.Count > 0)
            return null;
        var mutated = new Rule(rule.Description, scope, logic, rule.Source, rule.Tests);
        if (logic.ReadsFindings)
        {
            foreach (var unit in StrataOf.Units)
                StrataOf.Order([.. rules.Rules.Select(other => other.Id == rule.Id ? mutated : other)], unit, diagnostics);
        }

        return diagnostics.Count == 0 ? mutated : null;
    }
}
