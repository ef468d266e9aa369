using System.Collections.Immutable;
using MedCodes.Validator.Findings;
using MedCodes.Validator.Rules.Profiles;
using MedCodes.Validator.Waivers;

namespace MedCodes.Validator.Configuration;

/// <summary>What a medcodes.yaml says, together with what it extends. Immutable.</summary>
public sealed record ProjectConfiguration
{
    /// <summary>What holds where no file says anything else.</summary>
    public static ProjectConfiguration Empty { get; } = new();

    /// <summary>The file; null for the defaults.</summary>
    public string? File { get; init; }

    /// <summary>The severity from which a run fails; the value null stands for never.</summary>
    public Setting<Severity?> FailOn { get; init; } = new(Severity.Error, Origin.Default);

    /// <summary>The number of warnings that a run may have; null for any.</summary>
    public Setting<int>? MaxWarnings { get; init; }

    /// <summary>The baseline's path; null where none is named.</summary>
    public Setting<string>? Baseline { get; init; }

    /// <summary>A directory of further rules; null where none is named.</summary>
    public Setting<string>? RuleDirectory { get; init; }

    /// <summary>Whether imported releases answer for days beyond what they cover, which marks every witness; null where nothing is said, which is no.</summary>
    public Setting<bool>? Extrapolate { get; init; }

    /// <summary>The payer profile of every claim; null where each claim has that of its payer.</summary>
    public Setting<string>? Profile { get; init; }

    /// <summary>What is said of the parameters of payer profiles; of several for the same one the last counts.</summary>
    public ImmutableArray<Setting<ProfileParameter>> Parameters { get; init; } = [];

    /// <summary>Files and folders that are found in directories and not checked, relative to the file's folder; behind "!" those that are after all.</summary>
    public ImmutableArray<Setting<Glob>> Exclude { get; init; } = [];

    /// <summary>What is said of rules and categories, by id or name as written.</summary>
    public ImmutableDictionary<string, RuleSetting> Rules { get; init; } = ImmutableDictionary.Create<string, RuleSetting>(StringComparer.OrdinalIgnoreCase);

    /// <summary>What is said of rules in some files; of several the last counts.</summary>
    public ImmutableArray<Override> Overrides { get; init; } = [];

    /// <summary>Findings that somebody has accepted.</summary>
    public ImmutableArray<Waiver> Waivers { get; init; } = [];

    /// <summary>Whether a file is left out where it is found in a directory. Of the patterns that fit it or a folder above it the last one counts.</summary>
    /// <param name="path">The file's path relative to the folder of the configuration.</param>
    public bool Excludes(string path) => Exclude.LastOrDefault(glob => glob.Value.Covers(path)) is { Value.IsNegated: false };

    /// <summary>What holds for a rule in a file: the last override that fits, else the rules of the file; id and name count before the category.</summary>
    /// <param name="rule">The rule.</param>
    /// <param name="path">The file's path relative to the folder of the configuration.</param>
    /// <returns>Null where nothing is said of it.</returns>
    public RuleSetting? For(RuleDescription rule, string path)
    {
        ArgumentNullException.ThrowIfNull(rule);
        foreach (var over in Overrides.Reverse().Where(over => over.Files.Any(glob => glob.Matches(path))))
        {
            if (Named(over.Rules, rule) is { } setting)
                return setting;
        }

        return Named(Rules, rule);
    }

    private static RuleSetting? Named(ImmutableDictionary<string, RuleSetting> rules, RuleDescription rule) =>
        rules.GetValueOrDefault(rule.Id) ?? rules.GetValueOrDefault(rule.Name) ?? rules.GetValueOrDefault(rule.Category);
}

/// <summary>What is said of rules in some files.</summary>
/// <param name="Files">The files, relative to the folder of the configuration.</param>
/// <param name="Rules">What is said.</param>
public sealed record Override(ImmutableArray<Glob> Files, ImmutableDictionary<string, RuleSetting> Rules);
