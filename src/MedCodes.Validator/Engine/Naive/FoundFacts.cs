using MedCodes.Validator.Rules.Catalogue;
using MedCodes.Validator.Rules.Facts;

namespace MedCodes.Validator.Engine.Naive;

/// <summary>What rules found in a unit, as facts for the strata to come.</summary>
internal sealed class FoundFacts
{
    private readonly List<Fact> _all = [];

    public IEnumerable<Fact> All => _all;

    /// <summary>What was found on a claim.</summary>
    public IEnumerable<Fact> On(Fact claim) => _all.Where(found => found.Whole == claim);

    public void Add(JudgedFinding finding)
    {
        var whole = finding.At.Within(ClaimKinds.Claim) ?? finding.At.Within(FileKinds.Transaction) ?? finding.At.Root;
        var kind = whole.Root.Kind == DocumentKinds.Document ? FindingKinds.OfPage : FindingKinds.Finding;

        // Behind everything that was read there, in the order in which they were found.
        var order = whole.Order with { Sequence = int.MaxValue / 2 + _all.Count };
        _all.Add(Fact.Of(kind, new FindingContent(finding.Finding.Rule, finding.Finding.Severity, finding.At), whole, order, _ => finding.At.Place));
    }
}
