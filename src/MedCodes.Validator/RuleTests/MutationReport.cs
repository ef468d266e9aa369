using System.Collections.Immutable;
using MedCodes.Validator.Rules.Model;
using MedCodes.Validator.Yaml;

namespace MedCodes.Validator.RuleTests;

/// <summary>Which changes of rules their tests notice.</summary>
/// <param name="Rules">One result per rule, by id.</param>
/// <param name="Diagnostics">Tests that are malformed or fail, and exceptions that name no surviving mutant.</param>
public sealed record MutationReport(ImmutableArray<RuleMutation> Rules, ImmutableArray<Diagnostic> Diagnostics)
{
    /// <summary>The number of mutants.</summary>
    public int Mutants => Rules.Sum(rule => rule.Mutants);

    /// <summary>The number of mutants that a test kills.</summary>
    public int Killed => Rules.Sum(rule => rule.Killed);

    /// <summary>The number of surviving mutants for which their rule gives a reason.</summary>
    public int Justified => Rules.Sum(rule => rule.Survivors.Count(survivor => survivor.Because is not null));

    /// <summary>Whether every mutant is killed or justified.</summary>
    public bool IsClean => Diagnostics.IsEmpty && Killed + Justified == Mutants;
}

/// <summary>Which changes of a rule its tests notice.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Mutants">The number of mutants.</param>
/// <param name="Survivors">Those that no test kills, in the order of the file.</param>
public sealed record RuleMutation(Rule Rule, int Mutants, ImmutableArray<SurvivingMutant> Survivors)
{
    /// <summary>The number of mutants that a test kills.</summary>
    public int Killed => Mutants - Survivors.Length;
}

/// <summary>A changed rule that no test tells from the rule.</summary>
/// <param name="Name">Where the change is and what it is; exceptions go by this name.</param>
/// <param name="Line">The line of the rule's file that is changed, from 1.</param>
/// <param name="Because">Why no test can tell it, as the rule says; null where it says nothing.</param>
/// <param name="Text">The logic of the changed rule as YAML: lines that stay after two blanks, those that go after <c>-</c>, those that come after <c>+</c>.</param>
/// <param name="Difference">A claim on which the two would differ; null where none was looked for or found.</param>
public sealed record SurvivingMutant(string Name, int Line, string? Because, ImmutableArray<string> Text, MutantDifference? Difference);

/// <summary>A claim on which a rule and its mutant end differently.</summary>
/// <param name="Claim">The claim in the shorthand of rule tests, as YAML.</param>
/// <param name="Rule">How the rule ends on it.</param>
/// <param name="Mutant">How the mutant ends on it.</param>
public sealed record MutantDifference(string Claim, string Rule, string Mutant);
