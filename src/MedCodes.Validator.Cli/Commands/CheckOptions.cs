using System.Collections.Immutable;
using MedCodes.Validator.Batches;
using MedCodes.Validator.Cli.Terminal;
using MedCodes.Validator.Findings;
using MedCodes.Validator.Reporting;
using MedCodes.Validator.Rules;
using MedCodes.Validator.Sources;

namespace MedCodes.Validator.Cli.Commands;

/// <summary>What <c>medcodes check</c> is asked to do.</summary>
internal sealed record CheckOptions
{
    /// <summary>Which files.</summary>
    public required InputRequest Input { get; init; }

    /// <summary>The reports to write.</summary>
    public required IReadOnlyList<OutputRequest> Outputs { get; init; }

    /// <summary>The day that stands for today.</summary>
    public required DateOnly AsOf { get; init; }

    /// <summary>How much of a patient's data every report shows; null for each format's own default.</summary>
    public PhiLevel? Phi { get; init; }

    /// <summary>What reports hide besides.</summary>
    public Redaction Redaction { get; init; } = new();

    /// <summary>The rules of the run, once they are loaded.</summary>
    public RuleSet? Rules { get; init; }

    /// <summary>Takes what is found in single claims and files while files are read; null where all of it is needed at once.</summary>
    public IEarlyFindings? Early { get; init; }

    /// <summary>Whether a file that holds neither claims nor pages is passed over.</summary>
    public Func<SourceFile, bool> PassOver { get; init; } = _ => false;

    /// <summary>What judges.</summary>
    public EngineChoice Engine { get; init; } = EngineChoice.BuiltIn;

    /// <summary>Whether NRules judges instead.</summary>
    public bool ByNRules { get; init; }

    /// <summary>How much is worked on at a time; null for one for each processor.</summary>
    public int? Jobs { get; init; }

    /// <summary>How much is worked on at a time.</summary>
    public int JobsOrUsual => Jobs ?? Environment.ProcessorCount;

    /// <summary>The bytes that claims may take in memory; null for the usual number.</summary>
    public long? Memory { get; init; }

    /// <summary>What every file is taken for; null where its content tells.</summary>
    public InputFormat? Format { get; init; }

    /// <summary>A directory of further rules; null for the one that the configuration names.</summary>
    public string? RulesDirectory { get; init; }

    /// <summary>The folder of imported tables; null for the default one.</summary>
    public string? Data { get; init; }

    /// <summary>Whether imported releases answer for days beyond what they cover, whatever the configuration says.</summary>
    public bool Extrapolate { get; init; }

    /// <summary>The payer profile of every claim; null for what the configuration says.</summary>
    public string? Profile { get; init; }

    /// <summary>The configuration file; null for the nearest one of each file.</summary>
    public string? Configuration { get; init; }

    /// <summary>Whether rules are chosen on the command line, so that nobody can say that a suppression is unused.</summary>
    public bool IsPartial => Select.Length + Ignore.Length > 0;

    /// <summary>The rules that count; empty for all.</summary>
    public ImmutableArray<string> Select { get; init; } = [];

    /// <summary>The rules that do not count.</summary>
    public ImmutableArray<string> Ignore { get; init; } = [];

    /// <summary>Severities by rule.</summary>
    public ImmutableDictionary<string, Severity> Severities { get; init; } = ImmutableDictionary<string, Severity>.Empty;

    /// <summary>What makes a run fail.</summary>
    public required FailureLimits Limits { get; init; }

    /// <summary>The changes that findings must come from; null for all findings.</summary>
    public ChangeRequest? Changes { get; init; }

    /// <summary>The baseline's path, "none", or null for the one of the configuration.</summary>
    public string? Baseline { get; init; }

    /// <summary>Whether entries of the baseline that nothing matches make the run fail.</summary>
    public bool StrictBaseline { get; init; }

    /// <summary>Whether comments in pages suppress.</summary>
    public bool InlineSuppressions { get; init; } = true;

    /// <summary>Whether pages are mended.</summary>
    public bool Fix { get; init; }

    /// <summary>Whether what would be mended is shown instead.</summary>
    public bool Diff { get; init; }

    /// <summary>auto, none, github or gitlab: which build server gets what it shows besides.</summary>
    public string BuildServer { get; init; } = "auto";

    /// <summary>auto, always or never.</summary>
    public string Colour { get; init; } = "auto";

    /// <summary>Whether standard error gets the findings counted by rule.</summary>
    public bool Statistics { get; init; }

    /// <summary>Whether standard error gets the time that stages and rules took.</summary>
    public bool Timed { get; init; }

    /// <summary>The times of the run; null where nobody asked for them.</summary>
    public RunTimings? Timings { get; init; }

    /// <summary>Whether progress is shown where standard error is a terminal.</summary>
    public bool ShowsProgress { get; init; } = true;

    /// <summary>Whether SARIF holds what is suppressed, too.</summary>
    public bool SarifSuppressed { get; init; }

    /// <summary>Whether standard error tells what each file was taken for.</summary>
    public bool Verbose { get; init; }

    /// <summary>Whether only failures are said on standard error.</summary>
    public bool Quiet { get; init; }

    /// <summary>Whether standard error tells what is going on.</summary>
    public bool Debug { get; init; }
}

/// <summary>What makes a run fail.</summary>
/// <param name="FailOn">A severity, "never", or null for the one of the configuration.</param>
/// <param name="MaxWarnings">The most warnings; null for the number of the configuration.</param>
/// <param name="ExitZero">Whether findings never make a run fail.</param>
internal sealed record FailureLimits(string? FailOn, int? MaxWarnings, bool ExitZero);

/// <summary>Which changes findings must come from.</summary>
/// <param name="Reference">The commit to compare with; null for the usual one.</param>
/// <param name="IsStaged">Whether what is staged is compared with the last commit instead.</param>
/// <param name="WholeFiles">Whether all findings of a changed file count.</param>
internal sealed record ChangeRequest(string? Reference, bool IsStaged, bool WholeFiles);
