using MedCodes.Validator.Findings;
using MedCodes.Validator.Sources;

namespace MedCodes.Validator.Waivers;

/// <summary>Gives findings fingerprints that stay the same when other text moves, and that never derive from a claim's values.</summary>
/// <remarks>
/// On a page: the rule, the path and the text of the line, so that lines put in before it change nothing. On a claim: the rule, the path and
/// the place in the structure. Equal ones are told apart by their order, among as many places as a claim or page can have findings at.
/// </remarks>
public static class Fingerprints
{
    private const int Length = 32;

    /// <summary>The findings with their fingerprints, in the same order.</summary>
    /// <param name="findings">Findings in canonical order.</param>
    /// <param name="isPage">Whether a file is a page, whose lines may be read; of every other one only the structure counts.</param>
    /// <param name="pathOf">What stands for a file's path, so that it does not depend on how the path was written. Null for the path itself.</param>
    /// <exception cref="IOException">A page can no longer be read.</exception>
    /// <exception cref="SpillException">The findings are many, and there is no room for them in the folder for temporary files.</exception>
    public static FindingList Assign(IEnumerable<Finding> findings, Func<SourceFile, bool> isPage, Func<string, string>? pathOf = null)
    {
        ArgumentNullException.ThrowIfNull(findings);
        ArgumentNullException.ThrowIfNull(isPage);
        var fingerprinter = new Fingerprinter(isPage, pathOf);
        return FindingList.Of(findings.Select(finding =>
        {
            Span<byte> fingerprint = stackalloc byte[Length / 2];
            fingerprinter.Write(finding.Rule, finding.Place, fingerprint);
            return finding with { Fingerprint = Convert.ToHexStringLower(fingerprint) };
        }));
    }
}
