using MedCodes.Validator.Rules.Catalogue;
using MedCodes.Validator.Rules.Operators;
using MedCodes.Validator.Rules.Values;
using MedCodes.Validator.Sources;

namespace MedCodes.Validator.Rules.Model;

/// <summary>Which of the faults that readers find a rule may bind.</summary>
internal static class BoundFaults
{
    private static readonly Field Kind = FileKinds.Fault.Find("kind")!;

    /// <summary>Whether a rule may bind a fault of a kind: it binds faults and does not say that they are of others.</summary>
    public static bool Include(RuleLogic logic, FaultKind kind) =>
        logic.AllEntries.Any(entry => (entry.Total?.Of ?? entry.Kind) == FileKinds.Fault && !LeavesOut(entry.Where, entry.Name, kind.ToRuleName()));

    private static bool LeavesOut(Condition? condition, string name, string kind) => condition switch
    {
        Condition.All all => all.Parts.Any(part => LeavesOut(part, name, kind)),
        Condition.Is test => test.Name == name && test.Field == Kind && LeavesOut(test.Matcher, kind),
        _ => false,
    };

    private static bool LeavesOut(Matcher matcher, string kind) => matcher switch
    {
        EqualTo or OneOf => matcher.Arguments.All(argument => argument is Expression.Literal { Value: Value.Text { Written: var written } } && written != kind),
        AllOf all => all.Parts.Any(part => LeavesOut(part, kind)),
        _ => false,
    };
}
