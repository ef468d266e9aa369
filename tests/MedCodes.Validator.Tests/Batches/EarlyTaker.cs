using MedCodes.Validator.Batches;
using MedCodes.Validator.Findings;
using MedCodes.Validator.Reporting;

namespace MedCodes.Validator.Tests.Batches;

/// <summary>Notes what is handed on, and when files were read.</summary>
internal sealed class EarlyTaker : IEarlyFindings, IProgress<CheckProgress>
{
    public List<string> Events { get; } = [];

    public List<Finding> Findings { get; } = [];

    public NdjsonReport? Next { get; init; }

    public Action OnFirst { get; init; } = () => { };

    public Action OnTaken { get; init; } = () => { };

    public void Begin(RunDescription run)
    {
        Events.Add("begin");
        Next?.Begin(run);
    }

    public void Take(ContentKind kind, FindingList findings)
    {
        if (Findings.Count == 0)
            OnFirst();
        Events.Add("take");
        Next?.Take(kind, findings);
        if (Findings.Count == 0)
            OnTaken();
        Findings.AddRange(findings);
    }

    public void Close(CheckedFile file, FindingList findings)
    {
        Events.Add("close");
        Next?.Close(file, findings);
        Findings.AddRange(findings);
    }

    public void Report(CheckProgress value)
    {
        if (value.Claims == 0)
            Events.Add("read");
    }
}
