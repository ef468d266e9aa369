using System.Collections.Immutable;
using MedCodes.Validator.Rules.Model;
using MedCodes.Validator.Yaml;

namespace MedCodes.Validator.RuleTests;

/// <summary>How the tests inside rules came out.</summary>
/// <param name="Results">One result per test, by rule id and then in the order of the file.</param>
/// <param name="Diagnostics">Tests that are malformed and so could not be run.</param>
/// <param name="Untested">The rules, by id, that lack a valid or an invalid test.</param>
public sealed record RuleTestReport(
    ImmutableArray<RuleTestResult> Results, ImmutableArray<Diagnostic> Diagnostics, ImmutableArray<Rule> Untested)
{
    /// <summary>The number of tests that did not come out as expected.</summary>
    public int Failed => Results.Count(result => result.Failure is not null);

    /// <summary>Whether every test was run and came out as expected.</summary>
    public bool IsClean => Failed == 0 && Diagnostics.IsEmpty;
}

/// <summary>How one test came out.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Name">What the test is about.</param>
/// <param name="IsInvalid">Whether it stands under <c>invalid</c> and so expects findings.</param>
/// <param name="Line">Its line in the rule's file, from 1.</param>
/// <param name="Failure">What came out instead of what was expected; null where it passed.</param>
public sealed record RuleTestResult(Rule Rule, string Name, bool IsInvalid, int Line, string? Failure);
