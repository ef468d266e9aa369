using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Unicode;
using MedCodes.Validator.Findings;
using MedCodes.Validator.Sources;

namespace MedCodes.Validator.Waivers;

/// <summary>Makes the fingerprints of findings. Equal ones are told apart by their order; the rest is the same in any.</summary>
/// <param name="isPage">Whether a file is a page, whose lines may be read; of every other one only the structure counts.</param>
/// <param name="pathOf">What stands for a file's path; null for the path itself.</param>
internal sealed class Fingerprinter(Func<SourceFile, bool> isPage, Func<string, string>? pathOf)
{
    // A line of a page is no longer; what is longer is cut, the same way every time.
    private const int LongestLine = 1 << 16;

    private const int UsualKey = 512;

    private readonly Occurrences _seen = new();
    private readonly Dictionary<string, string> _paths = new(StringComparer.Ordinal);
    private readonly Lock _naming = new();

    /// <summary>The fingerprint of the finding that comes next. One thread at a time.</summary>
    /// <param name="rule">The rule that speaks.</param>
    /// <param name="place">Where it is reported.</param>
    /// <param name="fingerprint">Where its 16 bytes go.</param>
    /// <exception cref="IOException">A page can no longer be read.</exception>
    public void Write(RuleDescription rule, Place place, Span<byte> fingerprint)
    {
        WriteFirst(rule, place, fingerprint);
        Number(rule, place, fingerprint);
    }

    /// <summary>The fingerprint that a finding has which is the first at its place. Several threads may ask at once.</summary>
    /// <inheritdoc cref="Write"/>
    public void WriteFirst(RuleDescription rule, Place place, Span<byte> fingerprint) => Hash(rule, place, 1, fingerprint);

    /// <summary>Gives the finding that comes next another fingerprint than <see cref="WriteFirst"/> if it is not the first at its place. One thread at a time.</summary>
    /// <inheritdoc cref="Write"/>
    public void Number(RuleDescription rule, Place place, Span<byte> fingerprint)
    {
        // Mostly it is the only one at its place, so that what tells places apart is its fingerprint as well.
        if (_seen.Count(BinaryPrimitives.ReadUInt128LittleEndian(fingerprint)) is > 1 and var count)
            Hash(rule, place, count, fingerprint);
    }

    private void Hash(RuleDescription rule, Place place, int count, Span<byte> fingerprint)
    {
        var (file, where) = (NameOf(place.File), Where(place));
        Span<byte> key = stackalloc byte[UsualKey];
        int length;
        while (!Utf8.TryWrite(key, CultureInfo.InvariantCulture, $"v1\0{rule.Id}\0{file}\0{where}\0{count}", out length))
            key = new byte[2 * key.Length];
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(key[..length], hash);
        hash[..fingerprint.Length].CopyTo(fingerprint);
    }

    private string NameOf(SourceFile file)
    {
        lock (_naming)
        {
            if (!_paths.TryGetValue(file.Path, out var path))
                _paths[file.Path] = path = (pathOf?.Invoke(file.Path) ?? file.Path).Normalize();
            return path;
        }
    }

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
