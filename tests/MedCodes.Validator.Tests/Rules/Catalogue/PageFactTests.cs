using MedCodes.Validator.Rules;
using MedCodes.Validator.Rules.Catalogue;
using MedCodes.Validator.RuleTests;
using MedCodes.Validator.Tests.Engine;
using MedCodes.Validator.Tests.Support;
using MedCodes.Validator.Yaml;

namespace MedCodes.Validator.Tests.Rules.Catalogue;

/// <summary>Each field of each kind of fact of pages, read by a rule off one page.</summary>
public sealed class PageFactTests
{
    private const string One = """
        front-matter: { reviewed: 2024-01-15, tags: [fluoroscopy, "64491"] }
        title: Injection of the neck under fluoroscopy
        summary: "The needle is guided by fluoroscopy. Ultrasound is not used with code 64491, and contrast may be given. The code is CPT 64490."
        append: "## Billing Example\n\n```claim\nlines: [ { code: 64490 } ]\n```\n"
        """;

    private const string Two = """
        - { code: "64490", title: Injection of the neck under fluoroscopy, preamble: Printed by nobody. }
        - { code: "64491", title: Injection of the neck under ultrasound, preamble: Printed by nobody. }
        - { code: "64493", title: Injection of the back, preamble: Printed by nobody. }
        """;

    public static TheoryData<string, string, string> OfOnePage => new()
    {
        { "document", "", "path: page-1.md" },
        { "document", "", "schema: procedure" },
        { "document", "", "known-sections: { at-least: 10 }" },
        { "document", "", "title: Injection of the neck under fluoroscopy" },
        { "document", "", "name: Injection of medicine beside a joint of the spine" },
        { "document", "", "code: 64490" },
        { "document", "", "codes: { every: 64490, some: 64490 }" },
        { "document", "", "code-from: label" },
        { "document", "", "qualifiers: { includes: [fluoroscopy] }" },
        { "document", "", "title-unclosed: 0" },
        { "document", "", "title-cut-word: no" },
        { "document", "", "as-of: { at-least: 2024-01-01 }" },
        { "document", "", "effective: { present: no }" },
        { "document", "", "reviewed: 2024-01-15" },
        { "document", "", "final-newline: yes" },
        { "slot", "section: summary", "needs: required" },
        { "slot", "section: summary", "holds: prose" },
        { "slot", "section: summary", "rank: 4" },
        { "slot", "section: summary", "count: 1" },
        { "slot", "section: similar-codes", "count: 0" },
        { "section", "section: summary", "heading: Summary" },
        { "section", "section: summary", "rank: 4" },
        { "section", "section: other", "rank: 0" },
        { "section", "section: summary", "previous-rank: 3" },
        { "section", "section: summary", "occurrence: 1" },
        { "section", "section: summary", "text: { mentions: fluoroscopy }" },
        { "section", "section: title", "words: 6" },
        { "section", "section: indications", "items: 2" },
        { "section", "section: procedure-description", "steps: 4" },
        { "section", "section: summary", "codes: { includes: [64490, 64491] }" },
        { "item", "section: procedure-description, number: 2", "ordered: yes" },
        { "item", "section: indications, text: { starts-with: Pain }", "ordered: no" },
        { "item", "section: procedure-description, text: { starts-with: A thin }", "number: 2" },
        { "item", "section: procedure-description, number: 2", "depth: 1" },
        { "item", "section: personnel, text: { starts-with: Nurse }", "label: Nurse" },
        { "item", "section: indications, text: { starts-with: Pain }", "label: { length: 0 }" },
        { "sentence", "section: summary, text: { starts-with: The needle }", "text: The needle is guided by fluoroscopy." },
        { "sentence", "section: summary, text: { starts-with: Ultrasound }", "codes: { every: 64491, some: 64491 }" },
        { "sentence", "section: summary, text: { starts-with: The code }", "codes: { some: 64490 }" },
        { "sentence", "section: summary, text: { starts-with: The code }", "other-codes: { none: { length: 5 } }" },
        { "sentence", "section: summary, text: { starts-with: Ultrasound }", "other-codes: { some: 64491 }" },
        { "mention", "section: summary, term: fluoroscopy", "axis: guidance" },
        { "mention", "section: summary, axis: guidance, text: { starts-with: fluoroscopy }", "term: fluoroscopy" },
        { "mention", "section: summary, term: fluoroscopy", "terms: { some: fluoroscopy }" },
        { "mention", "section: summary, term: fluoroscopy", "negated: no" },
        { "mention", "section: summary, term: ultrasound", "negated: yes" },
        { "mention", "section: summary, term: fluoroscopy", "hedged: no" },
        { "mention", "section: summary, term: fluoroscopy", "of: own" },
        { "mention", "section: summary, term: fluoroscopy", "text: fluoroscopy" },
        { "mention", "section: personnel, term: pain-specialist", "does: { some: { present: yes } }" },
        { "stated", "section: title, axis: guidance", "billing: yes" },
        { "stated", "section: title, billing: yes, said: { some: fluoroscopy }", "axis: guidance" },
        { "stated", "section: title, axis: guidance", "said: { every: fluoroscopy, some: fluoroscopy }" },
        { "stated", "section: title, axis: guidance", "terms: { includes: [fluoroscopy] }" },
        { "stated", "section: title, axis: guidance", "hedged: no" },
        { "code-mention", "section: summary, code: 64490", "system: cpt" },
        { "code-mention", "section: summary, sure: yes, own: yes", "code: 64490" },
        { "code-mention", "section: summary, code: 64490", "own: yes" },
        { "code-mention", "section: summary, code: 64491", "own: no" },
        { "code-mention", "section: summary, code: 64490", "negated: no" },
        { "code-mention", "section: summary, code: 64490", "hedged: no" },
        { "code-mention", "section: summary, code: 64490", "sure: yes" },
        { "code-mention", "section: summary, code: 64490", "in-range: no" },
        { "code-mention", "section: summary, code: 64491", "alone: no" },
        { "code-mention", "section: code", "alone: yes" },
        { "amount", "section: duration", "measure: time" },
        { "amount", "section: duration", "low: 20" },
        { "amount", "section: duration", "high: 30" },
        { "amount", "section: duration", "per: none" },
        { "amount", "section: duration", "about: whole-procedure" },
        { "amount", "section: duration", "hedged: no" },
        { "amount", "section: duration", "text: 20 to 30 minutes" },
        { "front-matter", "means: reviewed", "key: reviewed" },
        { "front-matter", "key: tags", "means: none" },
        { "front-matter", "key: reviewed", "value: 2024-01-15" },
        { "front-matter", "key: tags", "values: { includes: [fluoroscopy, \"64491\"] }" },
        { "front-matter", "key: tags", "codes: { every: 64491, some: 64491 }" },
        { "front-matter", "key: tags", "terms: { some: fluoroscopy }" },
        { "example", "", "format: claim" },
        { "example", "", "expect: clean" },
        { "example", "", "findings: { none: { present: yes } }" },
        { "example", "", "unreadable: { present: no }" },
        { "example", "", "said: { none: { present: yes } }" },
        { "sentence", "section: duration", "section: duration" },
        { "sentence", "section: indications, text: { starts-with: Pain }", "item: { more-than: 0 }" },
        { "sentence", "section: summary", "item: 0" },
        { "mention", "section: summary, term: fluoroscopy", "sentence: { more-than: 0 }" },
        { "mention", "section: summary, term: fluoroscopy", "clause: { more-than: 0 }" },
    };

    public static TheoryData<string, string, string> OfThreePages => new()
    {
        { "repeated-line", "text: Printed by nobody.", "place: preamble" },
        { "repeated-line", "place: preamble", "text: Printed by nobody." },
        { "repeated-line", "place: preamble", "section: preamble" },
        { "repeated-line", "place: preamble", "documents: 3" },
        { "repeated-line", "place: preamble", "share: 100" },
        { "twin", "path: page-1.md, other-code: 64491", "other-path: page-2.md" },
        { "twin", "path: page-1.md, other-path: page-2.md", "other-code: 64491" },
        { "twin", "path: page-1.md, other-path: page-2.md", "share: { at-least: 50 }" },
        { "twin", "path: page-1.md, other-path: page-2.md", "apart: { some: fluoroscopy }" },
    };

    [Theory]
    [MemberData(nameof(OfOnePage))]
    public void A_rule_reads_what_stands_on_a_page(string kind, string where, string test) => AssertHolds(kind, where, test, $"page:\n{Indented(One)}");

    [Theory]
    [MemberData(nameof(OfThreePages))]
    public void A_rule_reads_what_all_pages_tell(string kind, string where, string test) => AssertHolds(kind, where, test, $"pages:\n{Indented(Two)}");

    [Fact]
    public void Every_field_is_read_by_one_of_them()
    {
        var read = OfOnePage.Concat(OfThreePages)
            .Select(row => ((string)((object[])row)[0], ((string)((object[])row)[2]).Split(':')[0]))
            .ToHashSet();
        FactKind[] kinds = [DocumentKinds.Document, .. DocumentKinds.Parts, .. DocumentKinds.OfLibrary];

        // A fact has no value to be held against; that of the act of a person stands in the rules that are shipped.
        Assert.Equal(
            ["mention.by", "twin.other"],
            kinds.SelectMany(kind => kind.Fields.Select(field => (kind.Name, Field: field.Name)))
                .Where(field => field.Field is not ("section" or "item" or "sentence" or "clause") && !read.Contains(field) && !(field is ("item", "text")))
                .Select(field => $"{field.Name}.{field.Field}"));
    }

    private static void AssertHolds(string kind, string where, string test, string pages)
    {
        var condition = where.Length == 0 ? "" : $", where: {{ {where} }}";
        var rule = RuleText.OfPages(
            $$"""
            match: { it: { is: {{kind}}{{condition}} } }
            check: { it.{{test}} }
            tests:
              valid:
                - name: the page
            {{string.Join('\n', pages.Split('\n').Select(line => $"      {line}"))}}
            """,
            1);
        var words = Repository.Files("rules", "*.yaml")
            .Select(file => new YamlSource(Path.GetRelativePath(Repository.PathOf("rules"), file), File.ReadAllText(file)))
            .Where(source => source.Path.Split('/')[0] is "terms" or "pages");
        Assert.True(RuleSet.TryLoad(words.Append(rule), out var rules, out var diagnostics), string.Join('\n', diagnostics));
        var report = RuleTestRunner.Run(rules);

        Assert.Empty(report.Diagnostics);
        Assert.Null(Assert.Single(report.Results).Failure);
    }

    private static string Indented(string text) => string.Join('\n', text.ReplaceLineEndings("\n").Split('\n').Select(line => $"  {line}"));
}
