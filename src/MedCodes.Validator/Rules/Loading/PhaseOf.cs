using MedCodes.Validator.Findings;
using MedCodes.Validator.Rules.Catalogue;
using MedCodes.Validator.Rules.Model;
using MedCodes.Validator.Sources;

namespace MedCodes.Validator.Rules.Loading;

/// <summary>Tells when a rule can say what it finds.</summary>
internal static class PhaseOf
{
    /// <summary>The phase of a rule: what is denied or was found by others is known only when all that is wider is judged.</summary>
    /// <param name="logic">What the rule says.</param>
    /// <param name="scope">What it is judged on.</param>
    /// <param name="appliesTo">What it applies to. A page says itself which findings in it are not to be reported, and what it said in vain is a finding
    /// too, so that all of them are looked at together.</param>
    public static FindingPhase Rule(RuleLogic logic, Scope scope, IEnumerable<string> appliesTo) => scope switch
    {
        _ when logic.Denies is not null || logic.ReadsDenied || logic.ReadsFindings => FindingPhase.Run,
        Scope.Claim => FindingPhase.Claim,
        Scope.File when BindsFilesOnly(logic) && !MayBindLaterFaults(logic) && !appliesTo.Contains("document") => FindingPhase.File,
        _ => FindingPhase.Run,
    };

    // A claim of a later file may replace or void one of this file, of which rules about files then see less. And which claims have anything
    // in common with others is known when all were read; only those are read again.
    private static bool BindsFilesOnly(RuleLogic logic) => logic.AllEntries.All(entry => entry.Kind.IsTable || (entry.Total?.Of ?? entry.Kind).Scope == Scope.File);

    // That a file changes may be seen only when it is read again.
    private static bool MayBindLaterFaults(RuleLogic logic) => BoundFaults.Include(logic, FaultKind.FileChanged);
}
