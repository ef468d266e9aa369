using MedCodes.Validator.Findings;
using MedCodes.Validator.Rules;
using MedCodes.Validator.Rules.Catalogue;
using MedCodes.Validator.Tests.Engine;
using MedCodes.Validator.Tests.Rules;

namespace MedCodes.Validator.Tests.Batches;

/// <summary>When a rule can say what it finds follows from what it binds.</summary>
public sealed class FindingPhaseTests
{
    [Fact]
    public void Only_rules_about_single_claims_or_the_faults_of_a_file_that_have_nothing_to_do_with_denials_are_early()
    {
        Assert.All(ShippedRules.Set.Rules.Where(rule => rule.Scope != Scope.File), rule => Assert.Equal(
            rule.Scope == Scope.Claim && rule.Logic.Denies is null && !rule.Logic.ReadsDenied ? FindingPhase.Claim : FindingPhase.Run,
            rule.Description.Phase));
        Assert.Equal(FindingPhase.Claim, ShippedRules.Set.Find("MC2001")!.Description.Phase);
        Assert.Equal(FindingPhase.Run, ShippedRules.Set.Find("MC4103")!.Description.Phase);
        Assert.Equal(FindingPhase.File, ShippedRules.Set.Find("MC1112")!.Description.Phase);
    }

    // Of claims more than one file may have to be known, that a file changed may be seen only when it is read again, and pages say which of
    // their findings are not to be reported.
    [Fact]
    public void Of_the_rules_about_files_those_wait_for_the_run_that_compare_claims_ask_whether_the_file_changed_or_speak_of_pages() => Assert.Equal(
        ["MC1124", "MC2303"],
        ShippedRules.Set.Rules
            .Where(rule => rule.Scope == Scope.File && rule.Description.Phase == FindingPhase.Run && !rule.Description.AppliesTo.Contains("document"))
            .Select(rule => rule.Id));

    [Fact]
    public void No_rule_that_speaks_of_pages_is_early() => Assert.All(
        ShippedRules.Set.Rules.Where(rule => rule.Description.AppliesTo.Contains("document")), rule => Assert.Equal(FindingPhase.Run, rule.Description.Phase));

    [Theory]
    [InlineData("match: { file: { is: file } }\nforbid: { fault: { is: fault, same-as: { file: [file] }, where: { kind: [empty-file, binary-file] } } }", FindingPhase.File)]
    [InlineData("match: { file: { is: file } }\nforbid: { fault: { is: fault, same-as: { file: [file] }, where: { kind: empty-file, any: [ { element: ISA }, { kind: binary-file } ] } } }", FindingPhase.File)]
    [InlineData("match: { file: { is: file } }\nforbid: { fault: { is: fault, same-as: { file: [file] }, where: { kind: { in: [empty-file] } } } }", FindingPhase.File)]
    [InlineData("match: { file: { is: file } }\nforbid: { fault: { is: fault, same-as: { file: [file] }, where: { kind: [empty-file, file-changed] } } }", FindingPhase.Run)]
    [InlineData("match: { file: { is: file } }\nforbid: { fault: { is: fault, same-as: { file: [file] }, where: { any: [ { element: ISA }, { kind: empty-file } ] } } }", FindingPhase.Run)]
    [InlineData("match: { file: { is: file } }\nforbid: { fault: { is: fault, same-as: { file: [file] } } }", FindingPhase.Run)]
    [InlineData("match: { file: { is: file }, faults: { is: total, of: fault, same-as: { file: [file] } } }\ncheck: { faults.count: { at-most: 5 } }", FindingPhase.Run)]
    [InlineData("match: { file: { is: file }, faults: { is: total, of: fault, same-as: { file: [file] }, where: { kind: empty-file } } }\ncheck: { faults.count: { at-most: 5 } }", FindingPhase.File)]
    [InlineData("match: { transaction: { is: transaction } }\nforbid: { other: { is: transaction, after: transaction, same-as: { transaction: [file, transaction-control-number] } } }", FindingPhase.File)]
    [InlineData("match: { transaction: { is: transaction } }\nrequire: { claim: { is: claim, same-as: { transaction: [transaction] } } }", FindingPhase.Run)]
    public void A_rule_about_files_is_early_where_it_binds_no_claim_and_no_fault_that_may_be_found_later(string logic, FindingPhase phase)
    {
        Assert.True(RuleSet.TryLoad([RuleText.Source(logic, 1)], out var rules, out var diagnostics), string.Join('\n', diagnostics));

        Assert.Equal((Scope.File, phase), (rules.Rules[0].Scope, rules.Rules[0].Description.Phase));
    }
}
