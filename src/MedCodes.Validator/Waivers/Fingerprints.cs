using System.Globalization;
using System.Security.Cryptography;
using System.Text;
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

    // A line of a page is no longer; what is longer is cut, the same way every time.
    private const int LongestLine = 1 << 16;

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
        var seen = new Occurrences();
        var paths = new Dictionary<string, string>(StringComparer.Ordinal);
        return FindingList.Of(findings.Select(finding =>
        {
            if (!paths.TryGetValue(finding.Place.File.Path, out var path))
                paths[finding.Place.File.Path] = path = (pathOf?.Invoke(finding.Place.File.Path) ?? finding.Place.File.Path).Normalize();
            var key = string.Join('\0', "v1", finding.Rule.Id, path, Where(finding.Place, isPage));
            var hash = SHA256.HashData(Encoding.UTF8.GetBytes($"{key}\0{seen.Count(key).ToString(CultureInfo.InvariantCulture)}"));
            return finding with { Fingerprint = Convert.ToHexStringLower(hash.AsSpan(0, Length / 2)) };
        }));
    }

    // A section's name is what distinguishes a page's findings from those of the file around claims.
    private static string Where(Place place, Func<SourceFile, bool> isPage) => place switch
    {
        { Claim: { } claim } => string.Create(CultureInfo.InvariantCulture, $"claim {claim}\0{place.Path}\0line {place.Line}"),
        { Path.Length: > 0 } => place.Path,
        _ when !isPage(place.File) => "",
        _ => $"{place.Section}\0{LineAt(place)}",
    };

    private static string LineAt(Place place)
    {
        if (place.Span == default)
            return "";
        var start = Math.Max(0, place.Span.Offset - LongestLine);
        var window = place.File.Read(new SourceSpan(start, 2 * LongestLine));
        var middle = (int)Math.Min(place.Span.Offset - start, window.Length);
        var from = window.AsSpan(0, middle).LastIndexOfAny((byte)'\n', (byte)'\r') + 1;
        var length = window.AsSpan(middle).IndexOfAny((byte)'\n', (byte)'\r');
        var line = Encoding.UTF8.GetString(window, from, (length < 0 ? window.Length : middle + length) - from);
        return string.Join(' ', line.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
    }
}
