using MedCodes.Validator.Findings;
using MedCodes.Validator.Rules.Catalogue;
using MedCodes.Validator.Rules.Profiles;

namespace MedCodes.Validator.Engine;

/// <summary>Takes the findings of a run, judgement by judgement in any order and from any thread, and gives them back in canonical order.</summary>
/// <remarks>Nothing is kept of a judgement but the bytes of its findings; above some megabytes those go into a private temporary file.</remarks>
/// <param name="pages">The profile that holds for pages; null for none.</param>
/// <param name="mostInMemory">Bytes up to which findings are kept in memory.</param>
internal sealed class FoundFindings(Profile? pages, int mostInMemory = FindingSorter.UsuallyInMemory) : IDisposable
{
    private readonly FindingSorter _sorter = new(mostInMemory);
    private readonly Lock _adding = new();

    /// <summary>Takes the findings of a judgement. All that a rule finds at a place for one claim must be in one judgement.</summary>
    /// <exception cref="Sources.SpillException">There is no room for them.</exception>
    public void Add(Judgement judgement)
    {
        if (judgement.Findings.IsEmpty)
            return;
        lock (_adding)
        {
            foreach (var (sequence, found) in judgement.Findings.Index())
                _sorter.Add(FindingKey.Of(found.At.Order.File, found.Finding, sequence), WithSeverity(found));
        }
    }

    /// <summary>All findings in canonical order with fingerprints, once and after the last was added.</summary>
    /// <exception cref="Sources.SpillException">There is no room for them.</exception>
    public FindingList InOrder(Fingerprinting fingerprinting) => _sorter.ToList(fingerprinting);

    public void Dispose() => _sorter.Dispose();

    // Claims know their payer's profile; the one of pages is the library's.
    private Finding WithSeverity(JudgedFinding found) => pages is not null && found.At.Within(DocumentKinds.Document) is not null
        ? found.Finding with { Severity = pages.SeverityOf(found.Finding.Rule) }
        : found.Finding;
}
