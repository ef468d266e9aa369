namespace MedCodes.Validator.Findings;

/// <summary>Takes what is found in single claims and files while the files of a run are still read. It is called by one thread at a time.</summary>
public interface IEarlyFindings
{
    /// <summary>The run begins. Called once, before all else.</summary>
    /// <param name="run">What is run. Which payer profiles are used is not known yet.</param>
    void Begin(RunDescription run);

    /// <summary>
    /// Some more claims of a file were judged. Findings come file by file and claim by claim, those of a claim by place and rule id. They have
    /// their fingerprints, and are in no report.
    /// </summary>
    /// <param name="kind">What the file was taken for.</param>
    /// <param name="findings">The findings, at least one; all are of rules of <see cref="FindingPhase.Claim"/>.</param>
    void Take(ContentKind kind, FindingList findings);

    /// <summary>A file was read to its end and judged as a whole. Files come in the order of the run, each behind the findings in its claims.</summary>
    /// <param name="file">The file.</param>
    /// <param name="findings">
    /// The findings in canonical order, with their fingerprints; they are in no report. There may be none; all are of rules of
    /// <see cref="FindingPhase.File"/>.
    /// </param>
    void Close(CheckedFile file, FindingList findings);
}
