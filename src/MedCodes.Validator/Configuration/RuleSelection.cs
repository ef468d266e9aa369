using System.Collections.Immutable;
using MedCodes.Validator.Findings;

namespace MedCodes.Validator.Configuration;

/// <summary>Applies to a report what configuration files and the command line say of rules: which ones count, and how much.</summary>
public sealed record RuleSelection
{
    /// <summary>The configuration of a file's path.</summary>
    public required Func<string, ProjectConfiguration> ConfigurationOf { get; init; }

    /// <summary>Ids, names, categories, or starts of ids such as MC41; only these rules count. Default: all.</summary>
    public ImmutableArray<string> Select { get; init; } = [];

    /// <summary>Likewise; these rules do not count. Default: none.</summary>
    public ImmutableArray<string> Ignore { get; init; } = [];

    /// <summary>Severities by id, name or category, before those of configuration files. Default: none.</summary>
    public ImmutableDictionary<string, Severity> Severities { get; init; } = ImmutableDictionary.Create<string, Severity>(StringComparer.OrdinalIgnoreCase);

    /// <summary>The report with the rules that count, at the severities that are asked for.</summary>
    public Report Apply(Report report)
    {
        ArgumentNullException.ThrowIfNull(report);
        var known = report.Findings.Select(finding => finding.Rule).Concat(report.SetAside.Select(aside => aside.Finding.Rule)).DistinctBy(rule => rule.Id).ToDictionary(rule => rule.Id, StringComparer.Ordinal);
        bool Counts(string id) => known.TryGetValue(id, out var rule) ? IsSelected(rule) : IsSelected(id);
        return report with
        {
            Findings = [.. report.Findings.Select(Judged).OfType<Finding>()],
            Ledger = new Ledger(
                [.. report.Ledger.Rules.Where(entry => Counts(entry.Rule))],
                [.. report.Ledger.NotEvaluated.Where(cause => Counts(cause.Rule))]),
        };
    }

    /// <summary>The words of <see cref="Select"/>, <see cref="Ignore"/> and <see cref="Severities"/> that name nothing.</summary>
    /// <param name="rules">The rules there are.</param>
    public IEnumerable<string> Unknown(IEnumerable<RuleDescription> rules)
    {
        var all = rules.ToList();
        return Select.Concat(Ignore).Concat(Severities.Keys).Where(word => !all.Any(rule => Names(word, rule)));
    }

    private Finding? Judged(Finding finding)
    {
        if (!IsSelected(finding.Rule))
            return null;
        var severity = Severities.Where(one => Names(one.Key, finding.Rule)).Select(one => (Severity?)one.Value).FirstOrDefault();
        if (severity is null)
        {
            var configuration = ConfigurationOf(finding.Place.File.Path);
            if (configuration.For(finding.Rule, ConfigurationFinder.Relative(finding.Place.File.Path, configuration)) is { } setting)
            {
                if (setting.Severity is null && !Select.Any(word => Names(word, finding.Rule)))
                    return null;
                severity = setting.Severity;
            }
        }

        return severity is { } found && found != finding.Severity ? finding with { Severity = found } : finding;
    }

    private bool IsSelected(RuleDescription rule) =>
        (Select.IsEmpty || Select.Any(word => Names(word, rule))) && !Ignore.Any(word => Names(word, rule));

    private bool IsSelected(string id) =>
        (Select.IsEmpty || Select.Any(word => IsStartOf(word, id))) && !Ignore.Any(word => IsStartOf(word, id));

    private static bool Names(string word, RuleDescription rule) => IsStartOf(word, rule.Id) || word == rule.Name || word == rule.Category;

    private static bool IsStartOf(string word, string id) => word.Length > 2 && id.StartsWith(word, StringComparison.OrdinalIgnoreCase);
}
