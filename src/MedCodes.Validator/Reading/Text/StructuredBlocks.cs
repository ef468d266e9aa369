using System.Collections.Immutable;
using MedCodes.Validator.Documents;
using MedCodes.Validator.Sources;
using MedCodes.Validator.Yaml;

namespace MedCodes.Validator.Reading.Text;

/// <summary>
/// Reads pages that are YAML or JSON, one map each: the whole file, each of its YAML documents, each item of a list, or of a list under
/// the key <c>procedures</c> or <c>pages</c>, beside which front matter of all of them may stand. The keys of a page are the title,
/// headings that some kind of page knows (hyphens and underlines are blanks, and one stands before a capital), and front matter. Texts are
/// paragraphs, lists are items, numbered where the section holds steps. A map below the key <c>sections</c> has a title and headings only,
/// unknown ones too; a list there has a map for each section, with its heading under one key and what it holds under the others.
/// </summary>
internal sealed class StructuredBlocks(HeadingBook headings, PageFile file)
{
    private static readonly ImmutableArray<string> ListKeys = ["procedures", "pages"];

    private static readonly ImmutableArray<string> HeadingKeys = ["heading", "section", "title", "name"];

    private readonly YamlPlaces _places = new(file.Page, 0, file.Page.Text.Length);
    private readonly ImmutableArray<PageBlock>.Builder _blocks = ImmutableArray.CreateBuilder<PageBlock>();
    private readonly ImmutableArray<FrontMatterEntry>.Builder _frontMatter = ImmutableArray.CreateBuilder<FrontMatterEntry>();

    /// <summary>The pages.</summary>
    public PageReading Read()
    {
        var diagnostics = new Diagnostics();
        var roots = YamlTreeReader.ReadAll(new YamlSource(file.File.Path, file.Page.Text), diagnostics);
        var records = roots.SelectMany(RecordsOf).ToList();
        var pages = records.Select(record => (Record: record.Node, Page: PageOf(record.Node, record.Shared))).ToList();
        var isPages = pages.Exists(page => page.Page is not null);
        Fault[] faults =
        [
            .. diagnostics.ToSorted().Select(diagnostic => file.Fault(FaultKind.MalformedStructure, _places.Span(diagnostic), Said(diagnostic))),
            .. pages.Where(page => isPages && page.Page is null).Select(page => file.Fault(
                FaultKind.MalformedStructure, _places.Span(page.Record.Mark, page.Record.Mark), "this is no page: it has no title and no heading that a page has")),
        ];
        if (isPages)
        {
            // The only page of a file begins where the file does.
            ImmutableArray<ProcedureDocument> documents = [.. pages.Select(page => page.Page).OfType<ProcedureDocument>()];
            return file.Reading(documents is [var only] ? [only with { Start = 0 }] : documents, faults);
        }

        return faults.Length > 0 ? new PageReading([], [.. faults]) : PageReading.Refused(file.File, PageContentKind.Binary);
    }

    private static IEnumerable<(YamlNode Node, IEnumerable<YamlEntry> Shared)> RecordsOf(YamlNode root)
    {
        if (root is YamlSequence list)
            return list.Items.Select(item => (item, Enumerable.Empty<YamlEntry>()));
        if (root is YamlMapping map && map.Entries.FirstOrDefault(IsList) is { Value: YamlSequence pages })
            return pages.Items.Select(item => (item, map.Entries.Where(entry => !IsList(entry))));
        return [(root, [])];
    }

    private static bool IsList(YamlEntry entry) => ListKeys.Contains(entry.Key.Text) && entry.Value is YamlSequence;

    private ProcedureDocument? PageOf(YamlNode record, IEnumerable<YamlEntry> shared)
    {
        if (record is not YamlMapping mapping)
            return null;
        _blocks.Clear();
        _frontMatter.Clear();
        foreach (var entry in shared)
            _frontMatter.Add(FrontMatter.Entry(entry, _places));
        foreach (var entry in mapping.Entries)
            Add(entry);
        return _blocks.Count == 0 ? null : file.Document(_blocks.ToImmutable(), _frontMatter.ToImmutable(), (int)_places.Span(record.Mark, record.Mark).Offset);
    }

    private void Add(YamlEntry entry)
    {
        var heading = Heading(entry.Key);
        if (TryAddTitle(entry, heading))
            return;
        if (heading.Value.Equals("sections", StringComparison.OrdinalIgnoreCase) && entry.Value is YamlMapping sections)
            AddSections(sections);
        else if (heading.Value.Equals("sections", StringComparison.OrdinalIgnoreCase) && entry.Value is YamlSequence list)
            AddSections(list);
        else if (headings.Knows(Capitalised(heading.Value)))
            AddSection(entry, heading);
        else
            _frontMatter.Add(FrontMatter.Entry(entry, _places));
    }

    private void AddSections(YamlMapping sections)
    {
        foreach (var entry in sections.Entries)
        {
            var heading = Heading(entry.Key);
            if (!TryAddTitle(entry, heading))
                AddSection(entry, heading);
        }
    }

    private void AddSections(YamlSequence sections)
    {
        foreach (var section in sections.Items.OfType<YamlMapping>())
        {
            if (section.Entries.FirstOrDefault(IsNamed) is not { Value: YamlScalar name } named)
            {
                AddSections(section);
                continue;
            }

            var heading = _places.Text(name.Text, name.Mark, name.Mark);
            _blocks.Add(new PageBlock.Heading(heading, 2) { Span = heading.Span });
            foreach (var entry in section.Entries.Where(entry => entry != named))
                AddContent(entry.Value, headings.HoldsSteps(heading.Value), 1);
        }
    }

    private static bool IsNamed(YamlEntry entry) =>
        entry.Value is YamlScalar { IsNull: false } && HeadingKeys.Contains(entry.Key.Text, StringComparer.OrdinalIgnoreCase);

    private bool TryAddTitle(YamlEntry entry, PageText heading)
    {
        if (!heading.Value.Equals("title", StringComparison.OrdinalIgnoreCase) || entry.Value is not YamlScalar { IsNull: false } title)
            return false;
        _blocks.Add(new PageBlock.Heading(_places.Text(title.Text, title.Mark, title.Mark), 1) { Span = _places.Span(entry.Key.Mark, title.Mark) });
        return true;
    }

    private void AddSection(YamlEntry entry, PageText heading)
    {
        _blocks.Add(new PageBlock.Heading(heading, 2) { Span = heading.Span });
        AddContent(entry.Value, headings.HoldsSteps(heading.Value), 1);
    }

    private void AddContent(YamlNode node, bool steps, int depth)
    {
        switch (node)
        {
            case YamlScalar { IsNull: false } scalar:
                foreach (var line in _places.Lines(scalar))
                    _blocks.Add(new PageBlock.Paragraph(line) { Span = line.Span });
                break;
            case YamlSequence list:
                var number = 0;
                foreach (var item in list.Items)
                    AddItem(item, steps, ref number, depth);
                break;
            case YamlMapping map:
                foreach (var entry in map.Entries)
                    AddLabelled(entry, false, 0, depth);
                break;
        }
    }

    private void AddItem(YamlNode item, bool steps, ref int number, int depth)
    {
        switch (item)
        {
            case YamlScalar { IsNull: false } scalar:
                AddText(_places.Text(scalar.Text, scalar.Mark, scalar.Mark), steps, ++number, depth);
                break;
            // "- Nurse: helps" is a map of one key to YAML and a labelled item to its author.
            case YamlMapping map:
                foreach (var entry in map.Entries)
                    AddLabelled(entry, steps, ++number, depth);
                break;
            case YamlSequence inner:
                AddContent(inner, steps, depth + 1);
                break;
        }
    }

    private void AddLabelled(YamlEntry entry, bool steps, int number, int depth)
    {
        if (entry.Value is YamlScalar { IsNull: false } value)
        {
            AddText(_places.Text($"{entry.Key.Text}: {value.Text}", entry.Key.Mark, value.Mark), steps, number, depth);
            return;
        }

        AddText(_places.Text(entry.Key.Text, entry.Key.Mark, entry.Key.Mark), steps, number, depth);
        AddContent(entry.Value, steps, depth + 1);
    }

    private void AddText(PageText text, bool steps, int number, int depth)
    {
        if (text.Value.Length > 0)
            _blocks.Add(new PageBlock.Item(text, steps, steps ? number : 0, depth) { Span = text.Span });
    }

    private PageText Heading(YamlScalar key)
    {
        var written = _places.Text(key.Text, key.Mark, key.Mark);
        var spaced = written.WithSameLength(written.Value.Replace('-', ' ').Replace('_', ' '));
        return PageText.Join(Words(spaced), ' ');
    }

    /// <summary>A key with a capital for each word, as programs write them, in its words; other keys in one piece.</summary>
    private static List<PageText> Words(PageText key)
    {
        var words = new List<PageText>();
        var (text, start) = (key.Value, 0);
        for (var i = 1; i < text.Length; i++)
        {
            var behindAbbreviation = char.IsUpper(text[i - 1]) && i + 1 < text.Length && char.IsLower(text[i + 1]);
            if (char.IsUpper(text[i]) && (char.IsLower(text[i - 1]) || behindAbbreviation))
            {
                words.Add(key.Slice(start, i - start));
                start = i;
            }
        }

        words.Add(key.Slice(start, text.Length - start));
        return words;
    }

    // JSON is read as the YAML that it is; its author knows nothing of that, nor of what the parser of YAML waited for.
    private string Said(Diagnostic diagnostic) =>
        diagnostic.Message.StartsWith(YamlTreeReader.NotYaml, StringComparison.Ordinal) && file.Page.Text.AsSpan().TrimStart() is ['{' or '[', ..]
            ? "this is not JSON"
            : diagnostic.Message;

    private static string Capitalised(string text) => text.Length == 0 ? text : char.ToUpperInvariant(text[0]) + text[1..];
}
