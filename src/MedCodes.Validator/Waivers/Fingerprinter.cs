using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using MedCodes.Validator.Findings;
using MedCodes.Validator.Sources;

namespace MedCodes.Validator.Waivers;

/// <summary>Makes the fingerprints of findings that come in canonical order. Not for several threads at once.</summary>
/// <param name="isPage">Whether a file is a page, whose lines may be read; of every other one only the structure counts.</param>
/// <param name="pathOf">What stands for a file's path; null for the path itself.</param>
internal sealed class Fingerprinter(Func<SourceFile, bool> isPage, Func<string, string>? pathOf)
{
    // A line of a page is no longer; what is longer is cut, the same way every time.
    private const int LongestLine = 1 << 16;

    private readonly Occurrences _seen = new();
    private readonly Dictionary<string, string> _paths = new(StringComparer.Ordinal);

    /// <summary>The fingerprint of the finding that comes next.</summary>
    /// <param name="rule">The rule that speaks.</param>
    /// <param name="place">Where it is reported.</param>
    /// <param name="fingerprint">Where its bytes go, half as many as it has digits.</param>
    /// <exception cref="IOException">A page can no longer be read.</exception>
    public void Write(RuleDescription rule, Place place, Span<byte> fingerprint)
    {
        if (!_paths.TryGetValue(place.File.Path, out var path))
            _paths[place.File.Path] = path = (pathOf?.Invoke(place.File.Path) ?? place.File.Path).Normalize();
        var key = string.Join('\0', "v1", rule.Id, path, Where(place));

        // Mostly it is the only one at its place, so that what tells places apart is its fingerprint as well.
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        Hash(key, 1, hash);
        if (_seen.Count(BinaryPrimitives.ReadUInt128LittleEndian(hash)) is > 1 and var count)
            Hash(key, count, hash);
        hash[..fingerprint.Length].CopyTo(fingerprint);
    }

    private static void Hash(string key, int count, Span<byte> hash) =>
        SHA256.HashData(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{key}\0{count}")), hash);

    // A section's name is what distinguishes a page's findings from those of the file around claims.
    private string Where(Place place) => place switch
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
