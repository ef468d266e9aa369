using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using MedCodes.Validator.Findings;

namespace MedCodes.Validator.Reporting;

/// <summary>What is hidden besides what the level of privacy hides: names of files, and the numbers of providers.</summary>
/// <param name="Paths">How files are named. Default: as given.</param>
/// <param name="Npis">Whether the national provider identifiers in claims are masked, which are public. Default: they are not.</param>
public sealed partial record Redaction(PathStyle Paths = PathStyle.Relative, bool Npis = false)
{
    private const int HashDigits = 12;

    // As long as what it stands for, so that what a frame points to stays where it is.
    private const string MaskedNpi = "••••••••••";

    /// <summary>The name that reports give a file.</summary>
    public string NameOf(string path)
    {
        ArgumentNullException.ThrowIfNull(path);

        // Names in angle brackets are ours.
        if (path.StartsWith('<'))
            return path;
        return Paths switch
        {
            PathStyle.Basename => Path.GetFileName(path),
            PathStyle.Hash => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(path.Normalize())))[..HashDigits] + Path.GetExtension(path),
            _ => path,
        };
    }

    internal CheckedFile Of(CheckedFile file) => file with { Path = NameOf(file.Path) };

    internal IEnumerable<IEnumerable<ShownFinding>> Of(IEnumerable<IEnumerable<ShownFinding>> blocks) =>
        this == new Redaction() ? blocks : blocks.Select(block => block.Select(Of));

    internal ShownFinding Of(ShownFinding finding)
    {
        // A page may be named in the words of a finding on another one.
        var files = Paths == PathStyle.Relative ? [] : PlacesOf(finding).Select(place => place.File).Distinct(StringComparer.Ordinal).OrderByDescending(file => file.Length).ToList();
        string Hidden(string text)
        {
            foreach (var file in files)
                text = text.Replace(file, NameOf(file), StringComparison.Ordinal);
            return Npis && !finding.Place.IsPage ? Npi().Replace(text, MaskedNpi) : text;
        }

        return finding with
        {
            Message = Hidden(finding.Message),
            Cause = Hidden(finding.Cause),
            Place = Of(finding.Place),
            Frame = new Lazy<Frame?>(() => finding.Frame.Value is { } frame && !finding.Place.IsPage ? frame with { Text = Hidden(frame.Text) } : finding.Frame.Value),
            Witnesses = [.. finding.Witnesses.Select(witness => witness with
            {
                Place = Of(witness.Place),
                Row = witness.Row is { } row ? row with { Key = Hidden(row.Key) } : null,
                Absence = witness.Absence is { } absence ? absence with { Nearest = Of(absence.Nearest) } : null,
                Fields = [.. witness.Fields.Select(field => field with { Values = [.. field.Values.Select(Hidden)] })],
                Members = [.. witness.Members.Select(member => Of(member)!)],
            })],
        };
    }

    [return: System.Diagnostics.CodeAnalysis.NotNullIfNotNull(nameof(place))]
    private ShownPlace? Of(ShownPlace? place) => place is null ? null : place with { File = NameOf(place.File) };

    private static IEnumerable<ShownPlace> PlacesOf(ShownFinding finding) => finding.Witnesses
        .SelectMany(witness => witness.Members.Add(witness.Place!).Add(witness.Absence?.Nearest!))
        .Where(place => place is not null)
        .Prepend(finding.Place);

    [GeneratedRegex("(?<![0-9])[0-9]{10}(?![0-9])", RegexOptions.CultureInvariant)]
    private static partial Regex Npi();
}
