using System.Collections.Immutable;
using System.Globalization;
using MedCodes.Validator.Claims.Building;
using MedCodes.Validator.Engine;
using MedCodes.Validator.Engine.Cases;
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

    /// <summary>Makes the engine that judges; the definition, where nothing else is said.</summary>
    public Func<RuleSet, IRuleEngine> Engine { get; init; } = rules => new NaiveEngine(rules);

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

    private ImmutableArray<Judgement> Judge()
    {
        var rules = Load();
        var history = HistoryFrom is { } from ? new LoadedHistory(FileOf(History), from) : null;
        return RunJudgement.Of(Engine(rules), rules, [FileOf(Claims)], AsOf, history).Judgements;
    }

    private static LoadedFile FileOf(IEnumerable<ClaimInput> claims)
    {
        var builder = new ClaimBatchBuilder();
        foreach (var claim in claims)
            builder.Add(claim);
        return new LoadedFile(NoFile, [builder.Build()], [], []);
    }
}
