using System.Text;
using MedCodes.Validator.Batches;
using MedCodes.Validator.Configuration;
using MedCodes.Validator.Findings;
using MedCodes.Validator.Rules;
using MedCodes.Validator.Sources;
using MedCodes.Validator.Tests.Engine;
using MedCodes.Validator.Tests.Reporting;
using MedCodes.Validator.Tests.Rules;

namespace MedCodes.Validator.Tests.Batches;

/// <summary>What one claim or file is enough for is handed on while files are read, and nothing else of a run changes.</summary>
public sealed class EarlyFindingsTests
{
    [Fact]
    public void What_is_handed_on_and_what_is_reported_are_together_what_is_found_at_once()
    {
        var taker = new EarlyTaker();
        var whole = EarlyRun.Whole;

        var rest = EarlyRun.Check(new ValidatorOptions { AsOf = EarlyRun.AsOf, Early = taker });

        Assert.NotEmpty(taker.Findings);
        Assert.Equal([FindingPhase.Claim, FindingPhase.File], taker.Findings.Select(finding => finding.Rule.Phase).Distinct().Order());
        Assert.All(rest.Findings, finding => Assert.Equal(FindingPhase.Run, finding.Rule.Phase));
        Assert.Equal(EarlyRun.InAnyOrder(whole.Findings), EarlyRun.InAnyOrder(taker.Findings.Concat(rest.Findings)));
        Assert.Equal(whole.Ledger.Rules.Select(rule => rule.ToString()), rest.Ledger.Rules.Select(rule => rule.ToString()));
        Assert.Equal(whole.Ledger.NotEvaluated.Select(cause => cause.ToString()), rest.Ledger.NotEvaluated.Select(cause => cause.ToString()));
        Assert.Equal(whole.Run.Profiles.Select(profile => profile.ToString()), rest.Run.Profiles.Select(profile => profile.ToString()));
        Assert.All(Enum.GetValues<Severity>(), severity => Assert.Equal(whole.Count(severity), rest.Count(severity)));
        Assert.Equal(CountsOf(whole), CountsOf(rest));
    }

    [Fact]
    public void A_file_that_is_given_twice_has_the_fingerprints_that_it_has_in_one_report()
    {
        var file = EarlyRun.PainClinic;
        var taker = new EarlyTaker();

        var rest = new ClaimValidator(ShippedRules.Set, new ValidatorOptions { AsOf = EarlyRun.AsOf, Early = taker }).Check([file, file]);

        Assert.Equal(
            EarlyRun.InAnyOrder(new ClaimValidator(ShippedRules.Set, new ValidatorOptions { AsOf = EarlyRun.AsOf }).Check([file, file]).Findings),
            EarlyRun.InAnyOrder(taker.Findings.Concat(rest.Findings)));
    }

    [Fact]
    public void Where_a_rule_rests_on_what_others_found_nothing_is_handed_on()
    {
        const string first = "match: { claim: { is: claim } }\ncheck: { claim.frequency: 9 }";
        const string reads = "match: { claim: { is: claim } }\nforbid: { found: { is: finding, same-as: { claim: [claim] }, where: { rule: MC2001 } } }";
        Assert.True(RuleSet.TryLoad([RuleText.Source(first, 1), RuleText.Source(reads, 2)], out var rules, out _));
        var taker = new EarlyTaker();

        var report = new ClaimValidator(rules, new ValidatorOptions { AsOf = EarlyRun.AsOf, Early = taker }).Check([EarlyRun.FileAt(EarlyRun.Files[0])]);

        Assert.Empty(taker.Events);
        Assert.Equal(["MC2001", "MC2002"], report.Findings.Select(finding => finding.Rule.Id).Distinct().Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Transactions_are_judged_alike_whether_their_claims_are_kept_or_not()
    {
        Assert.True(RuleSet.TryLoad([RuleText.Source("match: { transaction: { is: transaction } }\ncheck: { transaction.reporting: yes }", 1)], out var rules, out _));
        var (start, end) = (FileTrial.Claims.IndexOf("ST*", StringComparison.Ordinal), FileTrial.Claims.IndexOf("GE*", StringComparison.Ordinal));
        var file = SourceFile.FromBytes("many.837", Encoding.UTF8.GetBytes(FileTrial.Claims[..start] + string.Concat(Enumerable.Repeat(FileTrial.Claims[start..end], 20)) + FileTrial.Claims[end..]));

        var (kept, readAgain) = (Check(long.MaxValue), Check(1));

        Assert.Equal(20, kept.Findings.Count);
        Assert.Equal(EarlyRun.InAnyOrder(kept.Findings), EarlyRun.InAnyOrder(readAgain.Findings));

        Report Check(long memory) => new ClaimValidator(rules, new ValidatorOptions { AsOf = EarlyRun.AsOf, Memory = memory }).Check([file]);
    }

    [Fact]
    public void A_file_that_is_passed_over_is_handed_on_nowhere()
    {
        var taker = new EarlyTaker();
        var files = new[] { SourceFile.FromBytes("notes.txt", "\0\u0001\u0002\u0003"u8.ToArray()), SourceFile.FromBytes("a.837", Encoding.UTF8.GetBytes(FileTrial.Claims.Replace("SE*26*", "SE*25*", StringComparison.Ordinal))) };

        var report = new ClaimValidator(ShippedRules.Set, new ValidatorOptions { AsOf = EarlyRun.AsOf, Early = taker, PassOver = file => file.Path == "notes.txt" }).Check(files);

        Assert.Equal(["notes.txt"], report.PassedOver.AsEnumerable());
        Assert.Equal(["a.837"], report.Files.Select(file => file.Path));
        Assert.Single(taker.Events, "close");
        Assert.DoesNotContain(taker.Findings, finding => finding.Place.File.Path == "notes.txt");
    }

    [Fact]
    public void A_rule_that_crashes_while_findings_are_handed_on_is_named_and_the_others_run_on()
    {
        var loaded = Loaded("match: { line: { is: line } }\ncheck: { line.unit: MJ }", "match: { line: { is: line } }\ncheck: { line.code: 99999 }", "match: { file: { is: file } }\ncheck: { file.path: x }");
        var rules = new RuleSet([CrashingRule.Of(loaded.Rules[0]), loaded.Rules[1], CrashingRule.Of(loaded.Rules[2])], loaded.Library, loaded.Profiles);
        var file = SourceFile.FromBytes("a.837", Encoding.UTF8.GetBytes(FileTrial.Claims));
        var taker = new EarlyTaker();

        var (whole, rest) = (new ClaimValidator(rules, new ValidatorOptions { AsOf = EarlyRun.AsOf }).Check([file]), new ClaimValidator(rules, new ValidatorOptions { AsOf = EarlyRun.AsOf, Early = taker }).Check([file]));

        Assert.Equal(["MC2001", "MC2003"], rest.Crashed.Select(crashed => crashed.Rule));
        Assert.Equal(whole.Crashed.AsEnumerable(), rest.Crashed);
        Assert.Equal(["MC2002"], taker.Findings.Select(finding => finding.Rule.Id));
        Assert.Equal(whole.Ledger.Rules.AsEnumerable(), rest.Ledger.Rules);
        Assert.Equal(Written.As("ndjson", whole), EarlyRun.Streamed(rules, 2, ValidatorOptions.UsualMemory, [file]));
    }

    [Fact]
    public void What_was_handed_on_counts_at_the_severity_that_is_asked_for_and_not_where_a_rule_is_off()
    {
        var report = EarlyRun.Check(new ValidatorOptions { AsOf = EarlyRun.AsOf, Early = new EarlyTaker() });
        var (early, count) = report.CountByRule().First(rule => rule.Key.Phase == FindingPhase.Claim);
        var selection = new RuleSelection { Known = [.. ShippedRules.Set.Rules.Select(rule => rule.Description)], ConfigurationOf = _ => ProjectConfiguration.Empty };

        var graded = (selection with { Severities = selection.Severities.Add(early.Id, Severity.Info), Select = [early.Id] }).Apply(report);
        var ignored = (selection with { Ignore = [early.Id] }).Apply(report);

        Assert.Equal((count, 0), (graded.Count(Severity.Info), graded.Count(Severity.Error) + graded.Count(Severity.Warning)));
        Assert.DoesNotContain(ignored.CountByRule(), rule => rule.Key.Id == early.Id);
    }

    private static RuleSet Loaded(params IEnumerable<string> logic)
    {
        Assert.True(RuleSet.TryLoad(logic.Select((rule, place) => RuleText.Source(rule, place + 1)), out var rules, out var diagnostics), string.Join('\n', diagnostics));
        return rules;
    }

    private static IEnumerable<(string, int)> CountsOf(Report report) => report.CountByRule().Select(rule => (rule.Key.Id, rule.Value)).Order();
}
