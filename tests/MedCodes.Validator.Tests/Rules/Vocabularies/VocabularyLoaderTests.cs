using MedCodes.Validator.Documents;
using MedCodes.Validator.Rules.Vocabularies;
using MedCodes.Validator.Yaml;

namespace MedCodes.Validator.Tests.Rules.Vocabularies;

public sealed class VocabularyLoaderTests
{
    private const string Guidance = """
        axis: guidance
        billing: yes
        terms:
          fluoroscopy: { nouns: [fluoroscopy, c-arm] }
          ct: { phrases: [ct, computed tomography], verbs: scan }
          image-guidance: { covers: [fluoroscopy, ct], phrases: [image guidance] }
        ignore: [ct scan]
        """;

    private const string Procedure = """
        schema: procedure
        sections:
          - { section: title, needs: required }
          - { section: steps, headings: [Steps, The Steps], needs: required, holds: steps, speaks-of: other, amounts-of: ct }
          - { section: notes, headings: Notes }
        front-matter: { code: [code, cpt], effective: effective }
        """;

    [Fact]
    public void Axes_and_kinds_of_pages_are_read_as_written()
    {
        var diagnostics = new Diagnostics();
        var vocabulary = Load(diagnostics, ("terms/guidance.yaml", Guidance), ("pages/procedure.yaml", Procedure));
        Assert.Empty(diagnostics.ToSorted());
        var axis = Assert.Single(vocabulary.Axes);
        Assert.True(axis.Billing);
        Assert.Equal(["fluoroscopy", "ct", "image-guidance"], axis.Terms.Select(term => term.Name));
        Assert.Equal<string>(["fluoroscopy", "c-arm"], axis.Terms[0].Nouns);
        Assert.Equal<string>(["scan"], axis.Terms[1].Verbs);
        Assert.Equal<string>(["fluoroscopy", "ct"], axis.Terms[2].Covers);
        Assert.Equal<string>(["ct scan"], axis.Ignore);
        var schema = Assert.Single(vocabulary.Schemas);
        Assert.Equal(["title", "steps", "notes"], schema.Sections.Select(section => section.Name));
        Assert.Equal(
            (SectionNeed.Required, SectionContent.Steps, Referent.Other, "ct"),
            (schema.Sections[1].Needs, schema.Sections[1].Holds, schema.Sections[1].SpeaksOf, schema.Sections[1].AmountsOf));
        Assert.Equal(
            (SectionNeed.Expected, SectionContent.Prose, Referent.Own, null),
            (schema.Sections[2].Needs, schema.Sections[2].Holds, schema.Sections[2].SpeaksOf, schema.Sections[2].AmountsOf));
        Assert.Equal(FrontMatterMeaning.Code, schema.MeaningOf("CPT"));
        Assert.Equal(FrontMatterMeaning.None, schema.MeaningOf("author"));
    }

    [Theory]
    [InlineData("billing: yes", "billing: perhaps", "terms/guidance.yaml:2:10: billing is yes or no, not 'perhaps'")]
    [InlineData("billing: yes", "biling: yes", "terms/guidance.yaml:2:1: unknown key 'biling' in the axis; did you mean 'billing'?")]
    [InlineData("axis: guidance", "axis: guide", "terms/guidance.yaml:1:7: the file of axis 'guide' is named guide.yaml")]
    [InlineData("axis: guidance", "axis: fluoroscopy", "terms/guidance.yaml:4:3: the term 'fluoroscopy' has the name of the axis in terms/guidance.yaml, line 1")]
    [InlineData("nouns: [fluoroscopy", "noun: [fluoroscopy", "terms/guidance.yaml:4:18: unknown key 'noun' in the term; did you mean 'nouns'?")]
    [InlineData("covers: [fluoroscopy,", "covers: [fluoroscpy,", "terms/guidance.yaml:6:30: unknown term of this axis 'fluoroscpy'; did you mean 'fluoroscopy'?")]
    [InlineData("covers: [fluoroscopy,", "covers: [image-guidance,", "terms/guidance.yaml:6:30: the term 'image-guidance' covers itself")]
    [InlineData("[ct scan]", "[c-arm]", "terms/guidance.yaml:7:10: the wording 'c-arm' stands for fluoroscopy already")]
    [InlineData("[ct scan]", "[ct ...]", "terms/guidance.yaml:7:10: the wording 'ct ...' begins or ends with '...'")]
    [InlineData("{ nouns: [fluoroscopy, c-arm] }", "{}", "terms/guidance.yaml:4:3: the term 'fluoroscopy' has no words and covers nothing")]
    [InlineData("  fluoroscopy: {", "  Fluoroscopy: {", "terms/guidance.yaml:4:3: a name has lower-case letters, digits and hyphens, not 'Fluoroscopy'")]
    public void A_fault_of_an_axis_is_told_with_its_place(string from, string to, string expected) =>
        Assert.Contains(expected, Faults(("terms/guidance.yaml", Guidance.Replace(from, to, StringComparison.Ordinal)), ("pages/procedure.yaml", Procedure)));

    [Theory]
    [InlineData("schema: procedure", "schema: none", "pages/procedure.yaml:1:9: 'none' is the kind of the pages that have none")]
    [InlineData("schema: procedure", "schema: page", "pages/procedure.yaml:1:9: the file of the kind of page 'page' is named page.yaml")]
    [InlineData("needs: required }", "needs: requierd }", "pages/procedure.yaml:3:30: unknown needs 'requierd'; did you mean 'required'?")]
    [InlineData("amounts-of: ct", "amounts-of: cta", "pages/procedure.yaml:4:114: unknown term 'cta'; did you mean 'ct'?")]
    [InlineData("headings: Notes", "headings: 'steps:'", "pages/procedure.yaml:5:33: the heading 'steps:' means the section 'steps' already")]
    [InlineData("headings: Notes", "headings: '##'", "pages/procedure.yaml:5:33: the heading '##' has no words")]
    [InlineData(", headings: Notes", "", "pages/procedure.yaml:5:16: the section 'notes' has no headings")]
    [InlineData("section: notes", "section: other", "pages/procedure.yaml:5:16: every page has 'other', it is no section of a kind of page")]
    [InlineData("section: notes", "section: guidance", "pages/procedure.yaml:5:16: the section 'guidance' has the name of the axis in terms/guidance.yaml, line 1")]
    [InlineData("section: notes", "section: steps", "pages/procedure.yaml:5:16: the section 'steps' has the name of the section in pages/procedure.yaml, line 4")]
    [InlineData("effective: effective", "efective: effective", "pages/procedure.yaml:6:36: unknown key 'efective' in the front matter; did you mean 'effective'?")]
    public void A_fault_of_a_kind_of_page_is_told_with_its_place(string from, string to, string expected) =>
        Assert.Contains(expected, Faults(("terms/guidance.yaml", Guidance), ("pages/procedure.yaml", Procedure.Replace(from, to, StringComparison.Ordinal))));

    [Fact]
    public void All_faults_of_all_files_are_told_at_once()
    {
        var faults = Faults(("terms/a.yaml", "axis: a"), ("terms/b.yaml", "terms: []"), ("pages/c.yaml", "[]"), ("pages/d.yaml", "schema: d"));
        Assert.Equal(
            [
                "pages/c.yaml:1:1: kind of page is a map, not a list",
                "pages/d.yaml:1:1: the kind of page has no 'sections'",
                "terms/a.yaml:1:1: the axis has no 'terms'",
                "terms/b.yaml:1:1: the axis has no 'axis'",
                "terms/b.yaml:1:8: list of terms is a map, not a list",
            ],
            faults);
    }

    [Fact]
    public void Two_kinds_of_pages_may_have_a_section_of_one_name() =>
        Assert.Empty(Faults(
            ("pages/a.yaml", "schema: a\nsections: [{ section: s, headings: S }]"),
            ("pages/b.yaml", "schema: b\nsections: [{ section: s, headings: S }]")));

    private static IEnumerable<string> Faults(params (string Path, string Text)[] files)
    {
        var diagnostics = new Diagnostics();
        Load(diagnostics, files);
        return diagnostics.ToSorted().Select(diagnostic => diagnostic.ToString());
    }

    private static Vocabulary Load(Diagnostics diagnostics, params (string Path, string Text)[] files)
    {
        var sources = files.Select(file => new YamlSource(file.Path, file.Text)).ToLookup(source => source.Path.StartsWith("terms", StringComparison.Ordinal));
        return VocabularyLoader.Load(sources[true], sources[false], diagnostics);
    }
}
