using System.Collections.Immutable;
using System.Text.RegularExpressions;
using MedCodes.Validator.Documents;
using MedCodes.Validator.Sources;
using MedCodes.Validator.Yaml;

namespace MedCodes.Validator.Reading.Text;

/// <summary>Reads the YAML between two lines of three dashes at the start of a page.</summary>
internal static partial class FrontMatter
{
    private const string Fence = "---";

    /// <summary>The characters of the front matter, its lines of dashes included, and those between them; null where there is none.</summary>
    public static (int End, int ContentStart, int ContentEnd)? Find(string text)
    {
        if (!IsFence(text, 0))
            return null;
        var start = YamlPlaces.LineEnd(text, 0);
        for (var at = start; at < text.Length; at = YamlPlaces.LineEnd(text, at))
        {
            if (IsFence(text, at))
                return (YamlPlaces.LineEnd(text, at), start, at);
        }

        return null;
    }

    /// <summary>The entries of a page's front matter, none where it has none, and the fault where it cannot be read.</summary>
    public static (ImmutableArray<FrontMatterEntry> Entries, Fault? Fault) Read(PageFile file)
    {
        if (Find(file.Page.Text) is not { } place)
            return ([], IsUnclosed(file.Page.Text) ? file.Fault(FaultKind.MalformedFrontMatter, file.Page.Span(0, Fence.Length), "a line of three dashes must end it") : null);
        if (place.ContentEnd <= place.ContentStart)
            return ([], null);
        var diagnostics = new Diagnostics();
        var places = new YamlPlaces(file.Page, place.ContentStart, place.ContentEnd);
        var root = YamlTreeReader.Read(new YamlSource(file.File.Path, file.Page.Text[place.ContentStart..place.ContentEnd]), diagnostics);
        var fault = diagnostics.ToSorted() is [var first, ..] ? file.Fault(FaultKind.MalformedFrontMatter, places.Span(first), first.Message) : null;
        if (root is YamlMapping mapping)
            return ([.. mapping.Entries.Select(entry => Entry(entry, places))], fault);
        return ([], fault ?? file.Fault(FaultKind.MalformedFrontMatter, file.Page.Span(place.ContentStart, place.ContentEnd), "keys with values"));
    }

    /// <summary>A key with its values; values that are neither single nor in a list are left out.</summary>
    public static FrontMatterEntry Entry(YamlEntry entry, YamlPlaces places)
    {
        ImmutableArray<YamlScalar> values = entry.Value switch
        {
            YamlScalar { IsNull: false } one => [one],
            YamlSequence list => [.. list.Items.OfType<YamlScalar>()],
            _ => [],
        };
        return new FrontMatterEntry(
            entry.Key.Text,
            [.. values.Select(value => places.Text(value.Text, value.Mark, value.Mark))],
            places.Span(entry.Key.Mark, entry.Value.Mark));
    }

    private static bool IsFence(string text, int at) =>
        text.AsSpan(at).StartsWith(Fence, StringComparison.Ordinal)
        && text.AsSpan(at + Fence.Length, YamlPlaces.LineEnd(text, at) - at - Fence.Length).IsWhiteSpace();

    // A line of dashes may also part a page from what stands before it; a key behind it says that it opens front matter.
    private static bool IsUnclosed(string text) => IsFence(text, 0) && Key().IsMatch(text.AsSpan(YamlPlaces.LineEnd(text, 0)));

    [GeneratedRegex(@"\A[a-z][a-z0-9_-]*:(?:[ \t]|\r|\n)", RegexOptions.CultureInvariant)]
    private static partial Regex Key();
}
