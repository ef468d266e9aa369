using System.Collections.Immutable;
using MedCodes.Validator.Documents;
using MedCodes.Validator.RuleTests.Shorthand;
using MedCodes.Validator.Yaml;

namespace MedCodes.Validator.RuleTests.Mutation;

/// <summary>
/// Makes cases of the pages in a rule's tests: two of them together, what one section says said in another, words of the changed condition
/// added to a section, a section left out.
/// </summary>
internal sealed class PageVariations
{
    private readonly ImmutableArray<YamlMapping> _all;
    private readonly ImmutableArray<string> _sections;
    private readonly ImmutableArray<string> _phrases;

    /// <summary>Prepares the cases.</summary>
    /// <param name="tests">The tests.</param>
    /// <param name="vocabulary">The sections that pages have, and the words for terms.</param>
    /// <param name="named">What the changed condition names.</param>
    public PageVariations(IEnumerable<YamlMapping> tests, Vocabulary vocabulary, IEnumerable<string> named)
    {
        _all = [.. tests.SelectMany(PagesOf)];
        _sections = [.. vocabulary.Schemas.SelectMany(schema => schema.Sections).Select(section => section.Name).Prepend("title").Distinct(StringComparer.Ordinal)];
        var names = named.ToHashSet(StringComparer.Ordinal);
        _phrases =
        [
            .. vocabulary.Axes.SelectMany(axis => axis.Terms.Where(term => names.Contains(term.Name) || names.Contains(axis.Name)))
                .Select(term => term.Phrases.Concat(term.Nouns).Concat(term.Verbs).First().Replace("...", "", StringComparison.Ordinal)),
        ];
    }

    /// <summary>Whether a test is about pages.</summary>
    public static bool IsAboutPages(YamlMapping test) => test["page"] is not null || test["pages"] is not null;

    /// <summary>The cases of a test.</summary>
    public IEnumerable<YamlMapping> Of(YamlMapping test)
    {
        foreach (var page in PagesOf(test))
        {
            foreach (var other in _all.Where(other => other != page))
                yield return Together(test, page, other);
            foreach (var varied in Varied(page))
                yield return Replaced(test, page, varied);
        }
    }

    private IEnumerable<YamlMapping> Varied(YamlMapping page)
    {
        foreach (var entry in page.Entries.Where(entry => _sections.Contains(entry.Key.Text)))
        {
            foreach (var section in _sections.Where(section => section != entry.Key.Text))
            {
                var copied = With(page, section, entry.Value);
                yield return copied;
                yield return Without(copied, entry.Key.Text);
                if (entry.Value is YamlSequence)
                    yield return With(page, section, Scalar(page, "", isPlain: false));
            }

            yield return Without(page, entry.Key.Text);
        }

        foreach (var section in _sections)
        {
            foreach (var phrase in _phrases)
            {
                yield return With(page, section, Scalar(page, section == "title" ? $"{TextOf(page, section)}, {phrase}" : $"The {phrase} is used.", isPlain: true));
                if (Items(page, section) is { IsEmpty: false } items)
                    yield return With(page, section, new YamlSequence(page.Source, page.Mark, [.. items, Scalar(page, $"The {phrase} is used", isPlain: true)]));
            }

            yield return With(page, section, Scalar(page, "null", isPlain: true));
        }
    }

    private static IEnumerable<YamlMapping> PagesOf(YamlMapping test) =>
        (test["page"] is YamlMapping one ? new[] { one } : []).Concat(test["pages"] is YamlSequence list ? list.Items.OfType<YamlMapping>() : []);

    private static YamlMapping Together(YamlMapping test, YamlMapping page, YamlMapping other) => new(test.Source, test.Mark, [
        .. test.Entries.Where(entry => entry.Key.Text is not ("page" or "pages")),
        new YamlEntry(Scalar(test, "pages", isPlain: true), new YamlSequence(test.Source, test.Mark, [page, other])),
    ]);

    private static YamlMapping Replaced(YamlMapping test, YamlMapping page, YamlMapping varied) => (YamlMapping)new Change("", "", page, varied).Apply(test)!;

    private static YamlMapping With(YamlMapping page, string key, YamlNode value) =>
        new(page.Source, page.Mark, [.. Without(page, key).Entries, new YamlEntry(Scalar(page, key, isPlain: true), value)]);

    private static YamlMapping Without(YamlMapping page, string key) => new(page.Source, page.Mark, [.. page.Entries.Where(entry => entry.Key.Text != key)]);

    private static string TextOf(YamlMapping page, string section) => page[section] is YamlScalar given ? given.Text : CleanPage.Title;

    private static ImmutableArray<YamlNode> Items(YamlMapping page, string section) => page[section] switch
    {
        YamlSequence list => list.Items,
        null when CleanPage.Sections.TryGetValue(section, out var clean) => [.. clean.Select(text => Scalar(page, text, isPlain: true))],
        _ => [],
    };

    private static YamlScalar Scalar(YamlMapping page, string text, bool isPlain) => new(page.Source, page.Mark, text, isPlain);
}
