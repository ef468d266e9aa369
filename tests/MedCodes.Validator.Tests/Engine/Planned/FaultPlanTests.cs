using System.Collections.Immutable;
using System.Globalization;
using MedCodes.Validator.Batches;
using MedCodes.Validator.Benchmarks.Generation;
using MedCodes.Validator.Engine;
using MedCodes.Validator.Engine.Cases;
using MedCodes.Validator.Engine.Planned;
using MedCodes.Validator.Findings;
using MedCodes.Validator.Reading.X12;
using MedCodes.Validator.Rules;
using MedCodes.Validator.Rules.Catalogue;
using MedCodes.Validator.Sources;
using MedCodes.Validator.Tests.Rules;

namespace MedCodes.Validator.Tests.Engine.Planned;

public sealed class FaultPlanTests
{
    private const int AtATime = 1_024;

    private static readonly DateOnly AsOf = new(2024, 9, 16);

    private static readonly SourceFile Faulty = ClaimFileGenerator.InMemory(new GeneratorOptions { Claims = 6_000, DefectRate = 1, LinesOfLargestPatient = 0 });

    // By the definition other rules about files compare each claim with each other one.
    private static readonly RuleSet AboutFaults = new(
        [.. ShippedRules.Set.Rules.Where(rule => rule.Logic.AllEntries.Any(entry => entry.Kind == FileKinds.Fault))], ShippedRules.Set.Library, ShippedRules.Set.Profiles);

    [Fact]
    public void Thousands_of_faults_are_judged_as_the_definition_judges_them()
    {
        var (expected, actual) = (Check(EngineChoice.Naive), Check(EngineChoice.BuiltIn));

        Assert.True(expected.Findings.Count > 2 * AtATime);
        Assert.Equal(Written(expected), Written(actual));
        Assert.Equal(expected.Ledger.Rules.AsEnumerable(), actual.Ledger.Rules);
    }

    [Fact]
    public void Rules_of_the_library_look_at_each_fault_by_itself()
    {
        var engine = new PlannedEngine(AboutFaults);

        var judged = engine.Judge(CaseOf(Faulty), new RunKnowledge(AsOf)).ToList();

        Assert.InRange(judged.Max(one => one.Findings.Length), 1, AtATime + 10);
        Assert.True(judged.Sum(one => one.Findings.Length) > 2 * AtATime);
    }

    // A rule that counts faults needs all of them at once, and so all rules about faults are judged on all.
    [Fact]
    public void Where_a_rule_counts_faults_thousands_are_judged_at_once_as_the_definition_judges_them()
    {
        const string counts = "match: { file: { is: file }, faults: { is: total, of: fault, same-as: { file: [file] } } }\ncheck: { faults.count: { at-most: 1000 } }";
        Assert.True(RuleSet.TryLoad([RuleText.Source(counts, 1)], out var counting, out var diagnostics), string.Join('\n', diagnostics));
        var rules = new RuleSet([.. AboutFaults.Rules, counting.Rules[0]], AboutFaults.Library, AboutFaults.Profiles);

        var (expected, actual) = (Check(EngineChoice.Naive, rules), Check(EngineChoice.BuiltIn, rules));

        Assert.True(expected.Findings.Count > 2 * AtATime);
        Assert.Equal(1, actual.Findings.CountByRule().Single(rule => rule.Key.Id == counting.Rules[0].Id).Value);
        Assert.Equal(Written(expected), Written(actual));
        Assert.Equal(expected.Ledger.Rules.AsEnumerable(), actual.Ledger.Rules);
        Assert.Single(new PlannedEngine(rules).Judge(CaseOf(Faulty), new RunKnowledge(AsOf)));
    }

    [Fact]
    public void Faults_at_one_place_are_judged_together()
    {
        var place = new SourceSpan(1, 1);
        FaultList faults = [.. Enumerable.Range(0, 10).Select(number => new Fault { Kind = FaultKind.EmptyFile, File = Faulty, Span = number < 3 ? new SourceSpan(0, 0) : place })];

        var turns = new FileFacts(new LoadedFile(Faulty, [], [], faults), 0).FaultsInTurn(5).ToList();

        Assert.Equal([10], turns.Select(turn => turn.Length));
        Assert.Equal([3, 7], new FileFacts(new LoadedFile(Faulty, [], [], faults), 0).FaultsInTurn(2).Select(turn => turn.Length));
    }

    private static Report Check(EngineChoice engine) => Check(engine, AboutFaults);

    private static Report Check(EngineChoice engine, RuleSet rules) => new ClaimValidator(rules, new ValidatorOptions { AsOf = AsOf, Engine = engine }).Check([Faulty]);

    private static IEnumerable<string> Written(Report report) => report.Findings.Select(finding =>
        string.Create(CultureInfo.InvariantCulture, $"{finding.Rule.Id} {finding.Place.Span.Offset} {finding.Place.Claim} {finding.Fingerprint} {string.Concat(finding.Message.Parts.Select(part => part.Text))}"));

    private static FileCase CaseOf(SourceFile file)
    {
        var batches = X12Reader.Read(file).ToImmutableArray();
        var loaded = new LoadedFile(file, batches, [], [.. batches.SelectMany(batch => batch.Faults)]);
        return RunFacts.Of([loaded], new ProfileChoice(ShippedRules.Set.Profiles)).Again(0, ImmutableDictionary<int, LaterClaim>.Empty, null).File;
    }
}
