using System.Collections.Immutable;
using System.Text;
using MedCodes.Validator.Documents;
using MedCodes.Validator.Sources;
using MedCodes.Validator.Yaml;

namespace MedCodes.Validator.RuleTests.Shorthand;

/// <summary>Writes a page of the shorthand as the Markdown file that an editor would have written.</summary>
internal static class PageShorthand
{
    /// <summary>Writes a page.</summary>
    /// <param name="page">Its sections by name over the <see cref="CleanPage"/>: null for none, empty for the heading alone.</param>
    /// <param name="schema">The sections that pages have.</param>
    /// <param name="number">Its place among the pages of the test, from 1.</param>
    public static SourceFile Write(ShorthandReader page, PageSchema schema, int number)
    {
        var text = new StringBuilder();
        WriteFrontMatter(page.Entries("front-matter", "front matter"), text);
        if (page.Text("preamble") is { Length: > 0 } preamble)
            text.Append(preamble).Append("\n\n");
        if (page.Text("title", CleanPage.Title) is { } title)
            text.Append("# ").Append(title).Append("\n\n");
        foreach (var section in schema.Sections.Where(section => !section.Headings.IsEmpty))
            WriteSection(page, section, text);
        text.Append(page.Text("append"));
        page.Done();
        return SourceFile.FromBytes($"page-{number}.md", Encoding.UTF8.GetBytes(text.ToString()));
    }

    private static void WriteFrontMatter(ImmutableArray<YamlEntry> keys, StringBuilder text)
    {
        if (keys.IsEmpty)
            return;
        text.Append("---\n");
        foreach (var entry in keys)
        {
            text.Append(entry.Key.Text).Append(": ").Append(entry.Value is YamlSequence list
                ? $"[{string.Join(", ", list.Items.OfType<YamlScalar>().Select(item => Quoted(item.Text)))}]"
                : Quoted((entry.Value as YamlScalar)?.Text ?? "")).Append('\n');
        }

        text.Append("---\n\n");
    }

    private static string Quoted(string text) => $"\"{text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"";

    private static void WriteSection(ShorthandReader page, PageSection section, StringBuilder text)
    {
        var given = page.Has(section.Name);
        if (given ? page.Node(section.Name) is null : !CleanPage.Sections.ContainsKey(section.Name))
            return;
        text.Append("## ").Append(section.Headings[0]).Append("\n\n");
        var content = given ? page.Texts(section.Name, []) : [.. CleanPage.Sections[section.Name]];
        var isList = given ? page.Node(section.Name) is YamlSequence : section.Holds is SectionContent.Items or SectionContent.Steps;
        WriteContent(content.RemoveAll(part => part.Length == 0), isList, section.Holds == SectionContent.Steps, text);
    }

    private static void WriteContent(ImmutableArray<string> content, bool isList, bool isNumbered, StringBuilder text)
    {
        for (var i = 0; i < content.Length; i++)
        {
            if (isList)
                text.Append(isNumbered ? $"{i + 1}. " : "- ");
            text.Append(content[i]).Append(isList ? "\n" : "\n\n");
        }

        if (isList)
            text.Append('\n');
    }
}
