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

    /// <summary>The configuration of the working directory, which holds for the run as a whole.</summary>
    public required ProjectConfiguration Configuration { get; init; }

    /// <summary>How many entries of the baseline nothing matches.</summary>
    public int Stale { get; init; }

    /// <summary>The files that were opened, kept until the report is written.</summary>
    public required InputFiles Inputs { get; init; }

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
            Known = [.. rules.Rules.Select(rule => rule.Description), .. MetaRules.All],
        };
        RequireKnown(selection);
        var changes = options.Changes is { } request ? Changes.Since(request, [ofRun.File, options.RulesDirectory, BaselineFile.PathOf(options, ofRun)], terminal) : null;
        var inputs = InputFiles.Open(changes?.Widened(options.Input) ?? options.Input, terminal.Input, configurations.IsExcluded);
        try
        {
            var files = changes?.Committed(inputs.Files) ?? inputs.Files;
            configurations.RequireSound(files);
            loading?.Dispose();

            // A rule that is off denies nothing, either, so it is not judged; one that other files need is, and what it finds in these is dropped.
            var judged = rules.Without(rules.Rules.Where(rule => selection.IsOff(rule.Description, files)).Select(rule => rule.Id));

            // What may be accepted is compared with all that was found.
            var waivers = configurations.Waivers(files);
            var baseline = BaselineFile.Find(options, ofRun);
            var early = options.Early is { } to && waivers.IsEmpty && baseline is null ? new SelectedFindings(selection, to) : null;
            var found = check(options with { Early = early, Rules = judged, Extrapolate = options.Extrapolate || ofRun.Extrapolate is { Value: true }, PassOver = file => inputs.WasFound(file) && OtherFiles.IsNamedAsOne(file.Path) }, files);
            using var setting = options.Timings?.Stage("suppressions and baseline");
            var lines = changes?.LinesOf(files);
            if ((options.Fix || options.Diff) && found.Files.Any(file => file.Kind is ContentKind.X12 or ContentKind.Json && lines?.Files.ContainsKey(file.Path) != false))
                throw new FailureException($"{(options.Fix ? "--fix" : "--diff")} is for pages: medcodes never edits claims");
            var suppressed = selection.Apply(SuppressionStage.Apply(selection.Apply(found), PagesOf(found, files), new WaiverOptions
            {
                AsOf = options.AsOf,
                KnownRules = [.. rules.Rules.SelectMany(rule => new[] { rule.Id, rule.Name })],
                Waivers = waivers,
                InlineSuppressions = options.InlineSuppressions,
                IsComplete = !options.IsPartial,
                PathOf = ProjectFolder.PathFromRoot,
            }));

            // What the baseline holds is known best by all that was found, so it is set aside before what stands outside the changes.
            var (report, stale) = baseline?.Apply(suppressed, claims: options.Baseline is not null) ?? (suppressed, 0);
            return new CheckRun
            {
                Report = lines?.Apply(report) ?? report,
                Configuration = ofRun,
                Inputs = inputs,
                Stale = options.IsPartial ? 0 : stale,
                Notes =
                [
                    .. changes is null ? Enumerable.Empty<string>() : [changes.Note(lines, files.Count)],
                    .. NotesOn(inputs, found, configurations.OfOtherRuns(files)),
                    .. NotesOnBaseline(options.IsPartial ? 0 : stale),
                ],
            };
        }
        catch
        {
            inputs.Dispose();
            throw;
        }
    }

    /// <summary>Removes what was kept aside of the files.</summary>
    public void Dispose() => Inputs.Dispose();

    private static IEnumerable<string> NotesOn(InputFiles inputs, Report found, IEnumerable<string> ofOtherRuns)
    {
        if (inputs.Skipped is > 0 and var skipped)
            yield return FormattableString.Invariant($"{Counted.Of(skipped, "file")} left out by .gitignore, the configuration or a pattern behind \"!\"");
        if (found.PassedOver.Length > 0)
            yield return $"{Counted.Of(found.PassedOver.Length, "file")} passed over that {(found.PassedOver.Length == 1 ? "holds" : "hold")} neither claims nor pages and {(found.PassedOver.Length == 1 ? "has" : "have")} no name of such";
        foreach (var file in ofOtherRuns)
            yield return $"what {file} says of profiles and extrapolate holds only for runs from its folder, because both hold for a run as a whole";
    }

    private static IEnumerable<string> NotesOnBaseline(int stale) => stale == 0
        ? []
        : [FormattableString.Invariant($"the baseline holds {stale} that nothing matches any more; medcodes baseline prune takes them out")];

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

    private static IEnumerable<SourceFile> PagesOf(Report report, IReadOnlyList<SourceFile> files)
    {
        var pages = report.Files.Where(file => file.Kind == ContentKind.Text).Select(file => file.Path).ToHashSet(StringComparer.Ordinal);
        return files.Where(file => pages.Contains(file.Path));
    }

    private static void RequireKnown(RuleSelection selection)
    {
        var unknown = selection.Unknown().ToList();
        if (unknown.Count > 0)
            throw new FailureException(string.Join('\n', unknown.Select(word => $"there is no rule '{word}'{Spelling.Hint(word, selection.Known.SelectMany(rule => new[] { rule.Id, rule.Name, rule.Category }).Distinct())}")));
    }
}
