using System.Collections.Immutable;
using MedCodes.Validator.Documents;
using MedCodes.Validator.Yaml;

namespace MedCodes.Validator.Rules.Vocabularies;

/// <summary>Reads one file of <c>rules/pages</c>.</summary>
internal sealed class PageSchemaLoader(YamlSource source, NameRegister names, Diagnostics diagnostics)
{
    private static readonly ImmutableArray<string> Needs = ["required", "expected", "optional"];
    private static readonly ImmutableArray<string> Contents = ["prose", "items", "steps", "codes"];
    private static readonly ImmutableArray<string> References = ["own", "other", "earlier"];

    private readonly Dictionary<string, string> _headings = new(StringComparer.Ordinal);

    /// <summary>The kind of page; null where the file has none.</summary>
    /// <param name="axes">The axes, for the terms that amounts are of.</param>
    public PageSchema? Load(ImmutableArray<Axis> axes)
    {
        if (MappingReader.Of(YamlTreeReader.Read(source, diagnostics), "kind of page", diagnostics) is not { } reader)
            return null;
        var name = reader.RequiredText("schema");
        if (reader.Node("schema") is { } node)
        {
            if (name == PageSchema.None)
                diagnostics.Add(node, $"'{PageSchema.None}' is the kind of the pages that have none");
            else if (name != source.Name)
                diagnostics.Add(node, $"the file of the kind of page '{name}' is named {name}.yaml");
        }

        if (reader.Node("sections") is null)
            reader.Missing("sections");
        var schema = new PageSchema
        {
            Name = name,
            Sections = [.. reader.Items("sections").Select(item => Section(item, axes)).OfType<PageSection>()],
            FrontMatter = FrontMatter(reader),
        };
        reader.Done();
        return name.Length == 0 ? null : schema;
    }

    private PageSection? Section(YamlNode item, ImmutableArray<Axis> axes)
    {
        if (MappingReader.Of(item, "section", diagnostics) is not { } reader)
            return null;
        var name = reader.RequiredText("section");
        var section = new PageSection
        {
            Name = name,
            Headings = Headings(reader, name),
            Needs = (SectionNeed)Choice(reader, "needs", Needs, (int)SectionNeed.Expected),
            Holds = (SectionContent)Choice(reader, "holds", Contents, (int)SectionContent.Prose),
            SpeaksOf = (Referent)Choice(reader, "speaks-of", References, (int)Referent.Own),
            AmountsOf = AmountsOf(reader, axes),
        };
        reader.Done();
        if (reader.Node("section") is not { } node)
            return null;
        if (name is PageSection.Preamble or PageSection.Other)
            diagnostics.Add(node, $"every page has '{name}', it is no section of a kind of page");
        else if (name != PageSection.Title && section.Headings.Length == 0)
            diagnostics.Add(node, $"the section '{name}' has no headings");
        return names.Take(node, name, "section") ? section : null;
    }

    private ImmutableArray<string> Headings(MappingReader reader, string section)
    {
        foreach (var scalar in reader.Scalars("headings"))
        {
            var form = HeadingForm.Of(scalar.Text);
            if (form.Length == 0)
                diagnostics.Add(scalar, $"the heading '{scalar.Text}' has no words");
            else if (!_headings.TryAdd(form, section))
                diagnostics.Add(scalar, $"the heading '{scalar.Text}' means the section '{_headings[form]}' already");
        }

        return reader.Texts("headings");
    }

    private string? AmountsOf(MappingReader reader, ImmutableArray<Axis> axes)
    {
        if (reader.Text("amounts-of") is not { } term)
            return null;
        var known = axes.SelectMany(axis => axis.Terms).Select(known => known.Name).ToList();
        if (!known.Contains(term) && reader.Node("amounts-of") is { } node)
            diagnostics.Unknown(node, "term", term, known);
        return term;
    }

    private static ImmutableArray<FrontMatterKey> FrontMatter(MappingReader reader)
    {
        if (reader.Map("front-matter", "front matter") is not { } map)
            return [];
        ImmutableArray<(string Key, FrontMatterMeaning Means)> meanings =
        [
            ("code", FrontMatterMeaning.Code),
            ("title", FrontMatterMeaning.Title),
            ("effective", FrontMatterMeaning.Effective),
            ("reviewed", FrontMatterMeaning.Reviewed),
        ];
        ImmutableArray<FrontMatterKey> keys = [.. meanings.SelectMany(meaning => map.Texts(meaning.Key).Select(key => new FrontMatterKey(key, meaning.Means)))];
        map.Done();
        return keys;
    }

    /// <summary>The number, from 1, of a name in its list: the value of its enum member.</summary>
    private static int Choice(MappingReader reader, string key, ImmutableArray<string> choices, int fallback) =>
        reader.Choice(key, choices) is { } chosen ? choices.IndexOf(chosen) + 1 : fallback;
}
