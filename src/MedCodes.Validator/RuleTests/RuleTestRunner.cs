using System.Collections.Immutable;
using MedCodes.Validator.Rules;
using MedCodes.Validator.Rules.Model;
using MedCodes.Validator.Yaml;

namespace MedCodes.Validator.RuleTests;

/// <summary>Runs the tests inside rules.</summary>
public static class RuleTestRunner
{
    /// <summary>Runs the tests of some rules of a library, each on the rule alone.</summary>
    /// <param name="rules">The library.</param>
    /// <param name="chosen">The rules whose tests are run; null for all.</param>
    public static RuleTestReport Run(RuleSet rules, Func<Rule, bool>? chosen = null)
    {
        ArgumentNullException.ThrowIfNull(rules);
        var diagnostics = new Diagnostics();
        var reader = new RuleTestReader(rules, diagnostics);
        var judge = new RuleTestJudge(rules);
        var results = ImmutableArray.CreateBuilder<RuleTestResult>();
        var untested = ImmutableArray.CreateBuilder<Rule>();
        foreach (var rule in rules.Rules.Where(rule => chosen?.Invoke(rule) ?? true))
        {
            var tests = reader.Read(rule);
            results.AddRange(tests.Select(test =>
                new RuleTestResult(rule, test.Name, test.IsInvalid, test.Line, judge.Judge(rule, judge.Prepare(test)))));
            if (!tests.Any(test => test.IsInvalid) || tests.All(test => test.IsInvalid))
                untested.Add(rule);
        }

        return new RuleTestReport(results.ToImmutable(), diagnostics.ToSorted(), untested.ToImmutable());
    }
}
