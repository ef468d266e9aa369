using MedCodes.Validator.Engine;
using MedCodes.Validator.Findings;
using MedCodes.Validator.Rules;
using MedCodes.Validator.Sources;

namespace MedCodes.Validator.Batches;

/// <summary>Settings fixed for the life of a validator.</summary>
public sealed record ValidatorOptions
{
    /// <summary>The memory that claims and findings may take where nobody says otherwise: 256 MB.</summary>
    public const long UsualMemory = 256 << 20;

    /// <summary>The day that stands for today: it chooses the releases of tables and is what date rules compare with.</summary>
    public required DateOnly AsOf { get; init; }

    /// <summary>The engine. Default: <see cref="EngineChoice.BuiltIn"/>.</summary>
    public EngineChoice Engine { get; init; } = EngineChoice.BuiltIn;

    /// <summary>Makes an engine that this library does not hold, in place of <see cref="Engine"/>; null for none.</summary>
    internal Func<RuleSet, IRuleEngine>? MakeEngine { get; init; }

    /// <summary>How many files, patients and pages are worked on at a time; the report is always the same. Default: one for each processor.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is below one.</exception>
    public int Jobs
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, 1);
            field = value;
        }
    } = Environment.ProcessorCount;

    /// <summary>
    /// About how much memory claims and findings may take, in bytes. Where claims need more, some patients are judged at a time; the report is
    /// always the same. Rules take theirs beside it. Default: <see cref="UsualMemory"/>.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">It is below one.</exception>
    public long Memory
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, 1);
            field = value;
        }
    } = UsualMemory;

    /// <summary>Whom to tell how far the check has come, often and from several threads. Default: nobody.</summary>
    public IProgress<CheckProgress>? Progress { get; init; }

    /// <summary>Where to note how long stages and rules take; measuring rules takes time of its own. Default: nowhere.</summary>
    public RunTimings? Timings { get; init; }

    /// <summary>
    /// Whether a file that holds neither claims nor pages is passed over without a finding, as one may be that nobody named. Default: none is.
    /// </summary>
    public Func<SourceFile, bool> PassOver { get; init; } = _ => false;

    /// <summary>
    /// What stands for a file's path in fingerprints, so that they are the same from every folder and however the path was written.
    /// Default: the path as given.
    /// </summary>
    public Func<string, string> PathOf { get; init; } = path => path;

    /// <summary>
    /// Takes what is found in single claims and files while files are read; the report then counts it and does not list it. Rules that rest on what
    /// others find need all of it, so that with any of them nothing is handed on. Default: null, all that is found is in the report.
    /// </summary>
    public IEarlyFindings? Early { get; init; }

    /// <summary>What every file is taken for; null where its content tells. Default: null.</summary>
    public InputFormat? Format { get; init; }
}
