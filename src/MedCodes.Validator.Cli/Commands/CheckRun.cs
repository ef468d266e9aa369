using System.Collections.Immutable;
using MedCodes.Validator.Cli.Terminal;
using MedCodes.Validator.Configuration;
using MedCodes.Validator.Findings;
using MedCodes.Validator.Rules;
using MedCodes.Validator.Rules.Profiles;
using MedCodes.Validator.Sources;
using MedCodes.Validator.Waivers;

namespace MedCodes.Validator.Cli.Commands;

/// <summary>A check from the files to the findings that count: selected, not suppressed, from the changes, not in the baseline.</summary>
internal sealed record CheckRun : IDisposable
{
    /// <summary>The findings that count.</summary>
    public required Report Report { get; init; }

    /// <summary>The report before the baseline was applied.</summary>
    public required Report BeforeBaseline { get; init; }

    /// <summary>The configuration of the working directory, which holds for the run as a whole.</summary>
    public required ProjectConfiguration Configuration { get; init; }

    /// <summary>How many entries of the baseline nothing matches.</summary>
    public int Stale { get; init; }

    /// <summary>The files that were opened, kept until the report is written; null where git told which.</summary>
    public InputFiles? Inputs { get; init; }

    /// <summary>What the user should know about the run.</summary>
    public ImmutableArray<string> Notes { get; init; } = [];

    /// <exception cref="FailureException">The run cannot be made.</exception>
    public static CheckRun Make(CheckOptions options, ITerminal terminal, Checking check)
    {
        var loading = options.Timings?.Stage("rules and configuration");
        var rules = RuleLibrary.Load(options.RulesDirectory, terminal);
        var configurations = new ProjectConfigurations(rules, options.Configuration, terminal);
        var ofRun = configurations.OfRun();
        if (options.RulesDirectory is null && ofRun.RuleDirectory is { } own)
        {
            options = options with { RulesDirectory = own.Value };
            rules = RuleLibrary.Load(own.Value, terminal);
            configurations = new ProjectConfigurations(rules, options.Configuration, terminal);
            ofRun = configurations.OfRun();
        }

        rules = Profiled(rules, options, ofRun);
        var selection = new RuleSelection
        {
            ConfigurationOf = configurations.OfFile,
            Select = options.Select,
            Ignore = options.Ignore,
            Severities = options.Severities,
        };
        RequireKnown(selection, rules);
        var changes = options.Changes is { } request ? Changes.Since(request, options.Input.Paths, [ofRun.File, options.RulesDirectory, BaselineFile.PathOf(options, ofRun)], terminal) : null;
        var inputs = changes?.Files is null ? InputFiles.Open(options.Input, terminal.Input, configurations.IsExcluded) : null;
        var files = changes?.Files ?? inputs!.Files;
        configurations.RequireSound(files);
        loading?.Dispose();

        var checkedReport = check(options with { Rules = rules, Extrapolate = options.Extrapolate || ofRun.Extrapolate is { Value: true } }, files);
        using var setting = options.Timings?.Stage("suppressions and baseline");
        if (options.Fix && checkedReport.Files.Any(file => file.Kind is ContentKind.X12 or ContentKind.Json))
            throw new FailureException("--fix is for pages: medcodes never edits claims");
        var judged = selection.Apply(SuppressionStage.Apply(selection.Apply(checkedReport), PagesOf(checkedReport, files), new WaiverOptions
        {
            AsOf = options.AsOf,
            KnownRules = [.. rules.Rules.SelectMany(rule => new[] { rule.Id, rule.Name })],
            Waivers = configurations.Waivers(files),
            InlineSuppressions = options.InlineSuppressions,
            IsComplete = !options.IsPartial,
        }));
        var changed = changes?.Lines?.Apply(judged) ?? judged;
        var run = WithBaseline(options, ofRun, changed);
        return run with { Inputs = inputs, Notes = [.. changes?.Notes ?? [], .. NotesOn(inputs, configurations.OfOtherRuns(files)), .. run.Notes] };
    }

    /// <summary>Removes what was kept aside of the files.</summary>
    public void Dispose() => Inputs?.Dispose();

    private static IEnumerable<string> NotesOn(InputFiles? inputs, IEnumerable<string> ofOtherRuns)
    {
        if (inputs?.Skipped is > 0 and var skipped)
            yield return FormattableString.Invariant($"{Counted.Of(skipped, "file")} left out by .gitignore or by the configuration");
        foreach (var file in ofOtherRuns)
            yield return $"what {file} says of profiles and extrapolate holds only for runs from its folder, because both hold for a run as a whole";
    }

    /// <exception cref="FailureException">There is no such profile.</exception>
    private static RuleSet Profiled(RuleSet rules, CheckOptions options, ProjectConfiguration configuration)
    {
        var name = options.Profile ?? configuration.Profile?.Value;
        if (name is not null && !rules.ProfileNames.Contains(name))
            throw new FailureException($"there is no profile '{name}'{Spelling.Hint(name, rules.ProfileNames)}");
        return name is null && configuration.Parameters.IsEmpty
            ? rules
            : rules.With(new ProfileSettings { ForAll = name, Parameters = [.. configuration.Parameters.Select(parameter => parameter.Value)] });
    }

    private static CheckRun WithBaseline(CheckOptions options, ProjectConfiguration configuration, Report report)
    {
        var run = new CheckRun { Report = report, BeforeBaseline = report, Configuration = configuration };
        if (BaselineFile.Find(options, configuration) is not { } baseline)
            return run;
        var (after, stale) = baseline.Baseline.Apply(report, baseline.PathOf, claims: options.Baseline is not null);
        var complete = !options.IsPartial;
        return run with
        {
            Report = after,
            Stale = complete ? stale : 0,
            Notes = complete && stale > 0 ? [FormattableString.Invariant($"the baseline holds {stale} that nothing matches any more; medcodes baseline prune takes them out")] : [],
        };
    }

    private static IEnumerable<SourceFile> PagesOf(Report report, IReadOnlyList<SourceFile> files)
    {
        var pages = report.Files.Where(file => file.Kind == ContentKind.Text).Select(file => file.Path).ToHashSet(StringComparer.Ordinal);
        return files.Where(file => pages.Contains(file.Path));
    }

    private static void RequireKnown(RuleSelection selection, RuleSet rules)
    {
        var all = rules.Rules.Select(rule => rule.Description).Concat(MetaRules.All).ToList();
        var unknown = selection.Unknown(all).ToList();
        if (unknown.Count > 0)
            throw new FailureException(string.Join('\n', unknown.Select(word => $"there is no rule '{word}'{Spelling.Hint(word, all.SelectMany(rule => new[] { rule.Id, rule.Name, rule.Category }).Distinct())}")));
    }
}
