using System.Collections.Immutable;
using MedCodes.Validator.Cli.Terminal;
using MedCodes.Validator.Configuration;
using MedCodes.Validator.Rules;
using MedCodes.Validator.Sources;
using MedCodes.Validator.Waivers;

namespace MedCodes.Validator.Cli.Commands;

/// <summary>The configuration files of a run; what is wrong with one ends the run.</summary>
internal sealed class ProjectConfigurations
{
    private readonly ITerminal _terminal;
    private readonly ConfigurationFinder _finder;

    /// <exception cref="FailureException">The file that counts for everything does not exist.</exception>
    public ProjectConfigurations(RuleSet rules, string? only, ITerminal terminal)
    {
        if (only is not null && !File.Exists(only))
            throw new FailureException($"cannot read '{only}': there is no such file");
        // What is wrong with a configuration is quoted, and a claim file given by mistake must not be.
        if (only is not null && Path.GetExtension(only) is not (".yaml" or ".yml"))
            throw new FailureException($"'{only}' is no configuration by its name, which ends with .yaml");
        _terminal = terminal;
        var described = rules.Rules.Select(rule => rule.Description).Concat(MetaRules.All);
        _finder = new ConfigurationFinder(described.SelectMany(rule => new[] { rule.Id, rule.Name, rule.Category }).Distinct(StringComparer.Ordinal), rules.ProfileNames, only);
    }

    /// <summary>The configuration of the working directory.</summary>
    /// <exception cref="FailureException">It is malformed.</exception>
    public ProjectConfiguration OfRun()
    {
        var found = _finder.Of(Environment.CurrentDirectory);
        RequireSound();
        return found;
    }

    /// <summary>The configuration of a file.</summary>
    public ProjectConfiguration OfFile(string path) => _finder.Of(path.StartsWith('<') ? Environment.CurrentDirectory : Path.GetDirectoryName(Path.GetFullPath(path))!);

    /// <summary>The configurations of files that say of payer profiles or dates beyond releases what the one of the run does not, and so does not hold.</summary>
    public IEnumerable<string> OfOtherRuns(IEnumerable<SourceFile> files)
    {
        var ofRun = OfRun();
        return files.Select(file => OfFile(file.Path)).Distinct(ReferenceEqualityComparer.Instance).Cast<ProjectConfiguration>()
            .Where(one => one.File is not null && (SaysOtherOfProfiles(one, ofRun) || (one.Extrapolate is { } own && own.Value != ofRun.Extrapolate?.Value)))
            .Select(one => Path.GetRelativePath(Environment.CurrentDirectory, one.File!).Replace('\\', '/'));
    }

    private static bool SaysOtherOfProfiles(ProjectConfiguration one, ProjectConfiguration ofRun) =>
        (one.Profile != ofRun.Profile || !one.Parameters.SequenceEqual(ofRun.Parameters)) && (one.Profile is not null || !one.Parameters.IsEmpty);

    /// <summary>Whether a configuration keeps a file out that is found in a directory.</summary>
    public bool IsExcluded(string path)
    {
        var configuration = OfFile(path);
        return configuration.Excludes(ConfigurationFinder.Relative(path, configuration));
    }

    /// <summary>The waivers that may speak of files.</summary>
    public ImmutableArray<Waiver> Waivers(IEnumerable<SourceFile> files) =>
        [.. files.Select(file => OfFile(file.Path)).Distinct(ReferenceEqualityComparer.Instance).Cast<ProjectConfiguration>().SelectMany(configuration => configuration.Waivers)];

    /// <exception cref="FailureException">The configuration of a file is malformed.</exception>
    public void RequireSound(IEnumerable<SourceFile> files)
    {
        foreach (var file in files)
            OfFile(file.Path);
        RequireSound();
    }

    private void RequireSound()
    {
        var diagnostics = _finder.Diagnostics;
        if (diagnostics.IsEmpty)
            return;
        DiagnosticFrames.Write(_terminal.Error, diagnostics);
        throw new FailureException($"{diagnostics.Length} {(diagnostics.Length == 1 ? "fault" : "faults")} in the configuration; nothing was done");
    }
}
