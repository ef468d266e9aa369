using System.Collections.Immutable;
using System.Globalization;
using MedCodes.Validator.Batches;
using MedCodes.Validator.Claims;
using MedCodes.Validator.Claims.Building;
using MedCodes.Validator.Engine;
using MedCodes.Validator.Engine.Naive;
using MedCodes.Validator.Findings;
using MedCodes.Validator.Rules;
using MedCodes.Validator.Rules.Facts;
using MedCodes.Validator.Sources;
using MedCodes.Validator.Yaml;

namespace MedCodes.Validator.Tests.Engine;

/// <summary>Judges rules that are written as YAML on claims that no file holds.</summary>
internal sealed record Trial
{
    private static readonly SourceFile NoFile = SourceFile.FromBytes("claims", ReadOnlyMemory<byte>.Empty);

    /// <summary>The logic of each rule; the heads are filled in, their ids are MC2001, MC2002 …</summary>
    public ImmutableArray<string> Rules { get; init; } = [];

    /// <summary>Code sets, tables and profiles: path and text.</summary>
    public ImmutableArray<(string Path, string Text)> Files { get; init; } = [];

    public ImmutableArray<ClaimInput> Claims { get; init; } = [];

    public ImmutableArray<ClaimInput> History { get; init; } = [];

    public DateOnly? HistoryFrom { get; init; }

    public DateOnly AsOf { get; init; } = new(2024, 9, 16);

    /// <summary>One rule on one claim of some lines.</summary>
    public static Trial Of(string rule, params ImmutableArray<LineInput> lines) => new() { Rules = [rule], Claims = [Some.Claim(lines)] };

    /// <summary>How a rule ends on a claim, both counted from 1.</summary>
    public Outcome Outcome(int claim = 1, int rule = 1) => Find(claim, rule)?.Outcome ?? Validator.Findings.Outcome.NotApplicable;

    /// <summary>Why it was not evaluated.</summary>
    public string? Reason(int claim = 1, int rule = 1) => Find(claim, rule)?.Reason;

    /// <summary>Each finding as rule, claim and line: <c>MC2001 1.2</c>.</summary>
    public IReadOnlyList<string> Found() => [.. Judge().SelectMany(judgement => judgement.Findings).Select(finding => finding.Finding).Select(finding =>
        string.Create(CultureInfo.InvariantCulture, $"{finding.Rule.Id} {finding.Place.Claim}{(finding.Place.Line is { } line ? $".{line}" : "")}"))];

    /// <summary>The findings.</summary>
    public IReadOnlyList<Finding> Findings() => [.. Judge().SelectMany(judgement => judgement.Findings).Select(finding => finding.Finding)];

    /// <summary>The rules; fails where they cannot be loaded.</summary>
    public RuleSet Load()
    {
        var written = Rules.Select((rule, index) => RuleText.Source(rule, index + 1)).Concat(Files.Select(file => new YamlSource(file.Path, file.Text)));
        Assert.True(RuleSet.TryLoad(written, out var rules, out var diagnostics), string.Join('\n', diagnostics));
        return rules;
    }

    private RuleOutcome? Find(int claim, int rule) => Judge().SelectMany(judgement => judgement.Outcomes)
        .FirstOrDefault(outcome => outcome.Rule.Id == RuleText.IdOf(rule) && ((ClaimContent)outcome.On.Content).View.Ordinal == claim);

    private List<Judgement> Judge()
    {
        var rules = Load();
        var engine = new NaiveEngine(rules);
        var run = new RunKnowledge(AsOf);
        var patients = Patients(rules).ToList();
        foreach (var patient in patients)
            engine.Learn(patient, run);
        return [.. patients.Select(patient => engine.Judge(patient, run))];
    }

    private IEnumerable<PatientCase> Patients(RuleSet rules)
    {
        var batch = BatchOf(Claims);
        var past = BatchOf(History);
        var choice = new ProfileChoice(rules.Profiles);
        var superseded = Superseding.Of([.. batch.Claims]);
        foreach (var group in batch.Claims.GroupBy(claim => PatientKey.Of(claim) ?? $"#{claim.Ordinal}"))
        {
            var patient = RunFacts.PatientFact(PatientKey.Of(group.First()), 1, group.First().Ordinal);
            var history = past.Claims.Where(claim => PatientKey.Of(claim) == group.Key);
            yield return new PatientCase(
                patient,
                [.. Facts(batch, group, patient, choice, 1, claim => superseded[claim.Ordinal - 1])],
                [.. Facts(past, history, patient, choice, 0, _ => false, isHistory: true)],
                HistoryFrom);
        }
    }

    private static IEnumerable<ClaimFacts> Facts(
        ClaimBatch batch, IEnumerable<Claim> claims, Fact patient, ProfileChoice profiles, int file, Func<Claim, bool> isSuperseded, bool isHistory = false)
    {
        var facts = new FileFacts(NoFile, file, [batch], []);
        return claims.Select(claim => ClaimFacts.Of(claim, facts.TransactionOf(claim), patient, profiles.For(claim), file, isHistory, isSuperseded(claim)));
    }

    private static ClaimBatch BatchOf(IEnumerable<ClaimInput> claims)
    {
        var builder = new ClaimBatchBuilder();
        foreach (var claim in claims)
            builder.Add(claim);
        return builder.Build();
    }
}
