using System.Collections.Immutable;
using MedCodes.Validator.Findings;
using MedCodes.Validator.Sources;

namespace MedCodes.Validator.Configuration;

/// <summary>Applies to a report what configuration files and the command line say of rules: which ones count, and how much.</summary>
public sealed record RuleSelection
{
    /// <summary>The rules there are.</summary>
    public required ImmutableArray<RuleDescription> Known { get; init; }

    /// <summary>The configuration of a file's path.</summary>
    public required Func<string, ProjectConfiguration> ConfigurationOf { get; init; }

    /// <summary>Ids, names, categories, or the start of an id with one digit or two, such as MC41; only these rules count. Default: all.</summary>
    public ImmutableArray<string> Select { get; init; } = [];

    /// <summary>Likewise; these rules do not count. Default: none.</summary>
    public ImmutableArray<string> Ignore { get; init; } = [];

    /// <summary>Severities by id, name or category, before those of configuration files. Default: none.</summary>
    public ImmutableDictionary<string, Severity> Severities { get; init; } = ImmutableDictionary.Create<string, Severity>(StringComparer.OrdinalIgnoreCase);

    /// <summary>The report with the rules that count, at the severities that are asked for.</summary>
    public Report Apply(Report report)
    {
        ArgumentNullException.ThrowIfNull(report);
        var counts = Known.Where(IsSelected).Select(rule => rule.Id).ToHashSet(StringComparer.Ordinal);
        return report with
        {
            Findings = Apply(report.Findings),
            Early = [.. report.Early.Select(early => (early.Kind, early.Count, Severity: Judged(early.Kind))).Where(early => early.Severity is not null)
                .Select(early => new CountedFindings(early.Kind with { Severity = early.Severity!.Value }, early.Count))],
            Ledger = new Ledger(
                [.. report.Ledger.Rules.Where(entry => counts.Contains(entry.Rule))],
                [.. report.Ledger.NotEvaluated.Where(cause => counts.Contains(cause.Rule))]),
        };
    }

    /// <summary>The findings of the rules that count, at the severities that are asked for.</summary>
    public FindingList Apply(FindingList findings)
    {
        ArgumentNullException.ThrowIfNull(findings);
        return findings.Regraded(Judged);
    }

    /// <summary>The words of <see cref="Select"/>, <see cref="Ignore"/> and <see cref="Severities"/> that name nothing.</summary>
    public IEnumerable<string> Unknown() =>
        Select.Concat(Ignore).Concat(Severities.Keys).Where(word => !Known.Any(rule => Names(word, rule)));

    /// <summary>Whether a rule is switched off for all files of a run, so that it need not be judged and denies nothing.</summary>
    /// <remarks>
    /// The command line says the last word: what it ignores is off, and what it selects or gives a severity is on, whatever configurations
    /// say. What it does not select is judged though not reported, so that what is selected says what it says in the whole run.
    /// </remarks>
    public bool IsOff(RuleDescription rule, IReadOnlyList<SourceFile> files)
    {
        ArgumentNullException.ThrowIfNull(rule);
        ArgumentNullException.ThrowIfNull(files);
        if (Ignore.Any(word => Names(word, rule)))
            return true;
        return files.Count > 0
            && !Select.Any(word => Names(word, rule))
            && !Severities.Keys.Any(word => Names(word, rule))
            && files.All(file => Said(rule, file.Path) is { Severity: null });
    }

    private Severity? Judged(FindingKind found)
    {
        if (!IsSelected(found.Rule))
            return null;
        var severity = Severities.Where(one => Names(one.Key, found.Rule)).Select(one => (Severity?)one.Value).FirstOrDefault();
        if (severity is null && Said(found.Rule, found.File.Path) is { } setting)
        {
            if (setting.Severity is null && !Select.Any(word => Names(word, found.Rule)))
                return null;
            severity = setting.Severity;
        }

        return severity ?? found.Severity;
    }

    private bool IsSelected(RuleDescription rule) =>
        (Select.IsEmpty || Select.Any(word => Names(word, rule))) && !Ignore.Any(word => Names(word, rule));

    private RuleSetting? Said(RuleDescription rule, string path)
    {
        var configuration = ConfigurationOf(path);
        return configuration.For(rule, ConfigurationFinder.Relative(path, configuration));
    }

    private static bool Names(string word, RuleDescription rule) => IsStartOf(word, rule.Id) || word == rule.Name || word == rule.Category;

    // A block or a family of rules; what lacks but its last digit is a typing error.
    private static bool IsStartOf(string word, string id) =>
        (word.Length == id.Length || word.Length is 3 or 4) && id.StartsWith(word, StringComparison.OrdinalIgnoreCase);
}
