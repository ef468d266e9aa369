using MedCodes.Validator.Rules.Catalogue;
using MedCodes.Validator.Rules.Facts;
using MedCodes.Validator.Rules.Model;
using MedCodes.Validator.Rules.Values;

namespace MedCodes.Validator.Tests.Engine;

/// <summary>A rule in which a fault of ours is put. The library has no such operator, so a loaded rule is changed.</summary>
internal static class CrashingRule
{
    /// <summary>The rule, crashing where it tests what it demands of lines or files.</summary>
    public static Rule Of(Rule rule)
    {
        var logic = rule.Logic.Demand is Demand.Forbid { Groups: [[var other]] }
            ? rule.Logic with { Demand = new Demand.Forbid([[other with { Where = Test(rule, other.Name, other.Kind) }]]) }
            : rule.Logic with { Demand = new Demand.Check(Test(rule, rule.Logic.Match[0].Name, rule.Logic.Match[0].Kind)) };
        return new Rule(rule.Description, rule.Scope, logic, rule.Source, rule.Tests);
    }

    /// <summary>The rule, crashing where it tests what its first fact must be.</summary>
    public static Rule OfMatch(Rule rule)
    {
        var first = rule.Logic.Match[0];
        var logic = rule.Logic with { Match = rule.Logic.Match.SetItem(0, first with { Where = Test(rule, first.Name, first.Kind) }) };
        return new Rule(rule.Description, rule.Scope, logic, rule.Source, rule.Tests);
    }

    private static Condition.Is Test(Rule rule, string name, FactKind kind) =>
        new(name, kind.Find(kind == FileKinds.File ? "path" : "unit")!, new Crash(), "crash") { Written = new(rule.Source, default, "crash", isPlain: true) };

    private sealed class Crash : Matcher
    {
        protected override bool DecidesOnAbsence => true;

        protected override Verdict Decide(Value subject, Fact owner, IBindings bindings) => throw new NotSupportedException("SECRET");
    }
}
