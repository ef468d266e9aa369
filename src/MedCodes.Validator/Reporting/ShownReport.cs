using System.Collections.Immutable;
using MedCodes.Validator.Findings;

namespace MedCodes.Validator.Reporting;

/// <summary>A report as it may be shown at one level of privacy; every format is written from it.</summary>
public sealed class ShownReport
{
    private readonly ShownContent _content;

    internal ShownReport(PhiLevel phi, ShownContent content) => (Phi, _content) = (phi, content);

    /// <summary>How much of a patient's data it shows.</summary>
    public PhiLevel Phi { get; }

    /// <summary>The number of findings of a severity.</summary>
    public int Count(Severity severity) => severity switch
    {
        Severity.Error => Totals.Errors,
        Severity.Warning => Totals.Warnings,
        _ => Totals.Infos,
    };

    /// <summary>The report in one line, such as "2 files, 3 claims, 7 service lines: 1 error, 0 warnings, 0 infos".</summary>
    public string Verdict => HumanSummary.Verdict(this);

    internal RunDescription Run => _content.Run;

    internal ImmutableArray<CheckedFile> Files => _content.Files;

    internal Ledger Ledger => _content.Ledger;

    internal ReportTotals Totals => _content.Totals;

    internal SetAsideCounts SetAside => _content.SetAside;

    /// <summary>The findings, each made when it is asked for, so that a large report needs little memory.</summary>
    internal IEnumerable<ShownFinding> Findings => Blocks.SelectMany(block => block);

    /// <summary>The same, some at a time; each block may be looked at by another thread.</summary>
    internal IEnumerable<IEnumerable<ShownFinding>> Blocks => _content.Blocks;

    /// <summary>Those that a claim or a file is enough for, file by file; each file must be looked at to its end before the next is asked for.</summary>
    internal IEnumerable<FoundInFile<ShownFinding>> ByFile => _content.ByFile;

    /// <summary>The others, in the order of the report, some at a time.</summary>
    internal IEnumerable<IEnumerable<ShownFinding>> BlocksOfRun => _content.BlocksOfRun;

    /// <summary>What was found and is not reported, likewise; a saved report holds the numbers only.</summary>
    internal IEnumerable<ShownAside> Aside => _content.Aside;

    /// <summary>What may be shown of a report.</summary>
    /// <param name="report">The report.</param>
    /// <param name="phi">How much of a patient's data is shown. Default: the least.</param>
    public static ShownReport Of(Report report, PhiLevel phi = PhiLevel.Mask)
    {
        ArgumentNullException.ThrowIfNull(report);
        return Of(report, phi, new SourceViews());
    }

    /// <summary>The same for whoever has looked at the files before.</summary>
    internal static ShownReport Of(Report report, PhiLevel phi, SourceViews sources)
    {
        var view = new FindingView(phi, report.Files, sources);
        return new ShownReport(phi, new ShownContent
        {
            Run = report.Run,
            Files = report.Files,
            Ledger = report.Ledger,
            Totals = ReportTotals.Of(report),
            SetAside = SetAsideCounts.Of(report),
            Blocks = Shown(report.Findings.Blocks),
            ByFile = PhasedFindings.ByFile(report.Findings, report.Files).Select(found => found.With(Shown)),
            BlocksOfRun = Shown(PhasedFindings.OfRun(report.Findings)),
            Aside = report.SetAside.Select(aside => new ShownAside(view.Of(aside.Finding), aside.Reason, aside.Justification)),
        });

        IEnumerable<IEnumerable<ShownFinding>> Shown(IEnumerable<IEnumerable<Finding>> blocks) => blocks.Select(block => block.Select(view.Of));
    }

    /// <summary>The same report with more hidden.</summary>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public ShownReport With(Redaction redaction)
    {
        ArgumentNullException.ThrowIfNull(redaction);
        return redaction == new Redaction() ? this : new ShownReport(Phi, _content with
        {
            Files = [.. Files.Select(redaction.Of)],
            Blocks = redaction.Of(Blocks),
            ByFile = ByFile.Select(found => found.With(redaction.Of) with { File = found.File is { } file ? redaction.Of(file) : null }),
            BlocksOfRun = redaction.Of(BlocksOfRun),
            Aside = Aside.Select(aside => aside with { Finding = redaction.Of(aside.Finding) }),
        });
    }
}

/// <summary>What a report shows.</summary>
internal sealed record ShownContent
{
    public required RunDescription Run { get; init; }

    public required ImmutableArray<CheckedFile> Files { get; init; }

    public required Ledger Ledger { get; init; }

    public required ReportTotals Totals { get; init; }

    public required SetAsideCounts SetAside { get; init; }

    public required IEnumerable<IEnumerable<ShownFinding>> Blocks { get; init; }

    public required IEnumerable<FoundInFile<ShownFinding>> ByFile { get; init; }

    public required IEnumerable<IEnumerable<ShownFinding>> BlocksOfRun { get; init; }

    public IEnumerable<ShownAside> Aside { get; init; } = [];
}

/// <summary>A finding with what keeps it out of the report.</summary>
/// <param name="Finding">The finding.</param>
/// <param name="Reason">What keeps it out; null where nothing does.</param>
/// <param name="Justification">The words of whoever accepted it; null where nobody gave any.</param>
internal sealed record ShownAside(ShownFinding Finding, SetAsideReason? Reason, string? Justification);

/// <summary>How many findings are not reported, and why.</summary>
internal sealed record SetAsideCounts(int Suppressed, int Waived, int Baselined, int Unchanged)
{
    public int Total => Suppressed + Waived + Baselined + Unchanged;

    public static SetAsideCounts Of(Report report)
    {
        var aside = report.SetAside;
        return new SetAsideCounts(
            aside.CountOf(SetAsideReason.Suppressed), aside.CountOf(SetAsideReason.Waived), aside.CountOf(SetAsideReason.Baselined), aside.CountOf(SetAsideReason.Unchanged));
    }
}
