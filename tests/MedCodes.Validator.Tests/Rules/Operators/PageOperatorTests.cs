using MedCodes.Validator.Rules;
using MedCodes.Validator.RuleTests;
using MedCodes.Validator.Tests.Support;
using MedCodes.Validator.Yaml;

namespace MedCodes.Validator.Tests.Rules.Operators;

/// <summary>The operators on the words of pages, in rules whose own tests say what they find.</summary>
public sealed class PageOperatorTests
{
    [Theory]
    [InlineData("opens-with: fluoroscopy", "Fluoroscopy guides the needle.", true)]
    [InlineData("opens-with: fluoroscopy", "The fluoroscopy guides the needle.", true)]
    [InlineData("opens-with: fluoroscopy", "The needle is guided by fluoroscopy.", false)]
    [InlineData("opens-with: fluoroscopy", "No fluoroscopy is used.", false)]
    [InlineData("opens-with: [ultrasound, fluoroscopy]", "Fluoroscopy guides the needle.", true)]
    [InlineData("mentions: fluoroscopy", "The needle is guided by fluoroscopy.", true)]
    [InlineData("mentions: fluoroscopy", "The needle is guided by ultrasound.", false)]
    [InlineData("mentions: fluoroscopy", "The needle is placed without fluoroscopy.", false)]
    [InlineData("mentions: guidance", "The needle is guided by ultrasound.", true)]
    [InlineData("mentions: guidance", "The needle is placed by touch.", false)]
    [InlineData("mentions: [ct, ultrasound]", "The needle is guided by ultrasound.", true)]
    [InlineData("mentions: [ct, ultrasound]", "The needle is guided by fluoroscopy.", false)]
    public void Text_is_searched_for_what_it_says(string matcher, string summary, bool holds)
    {
        var report = Run($$"""
            match: { summary: { is: section, where: { section: summary } } }
            check: { summary.text: { {{matcher}} } }
            """, summary, holds);

        Assert.Null(Assert.Single(report.Results).Failure);
        Assert.Equal(holds ? "fail, not pass" : "pass, not fail", Run($$"""
            match: { summary: { is: section, where: { section: summary } } }
            check: { summary.text: { not: { {{matcher}} } } }
            """, summary, holds).Results.Single().Failure);
    }

    [Theory]
    [InlineData("Injection of the neck under fluoroscopy", "The needle is guided by fluoroscopy.", true)]
    [InlineData("Injection of the neck under fluoroscopy", "The needle is guided by ultrasound.", false)]
    public void What_a_text_must_mention_may_be_another_facts_terms(string title, string summary, bool holds) => Assert.Null(Run("""
        match:
          title: { is: stated, where: { section: title, axis: guidance } }
          summary: { is: section, same-as: { title: [document] }, where: { section: summary } }
        check: { summary.text: { mentions: $title.said } }
        report: [summary]
        """, summary, holds, title).Results.Single().Failure);

    [Theory]
    [InlineData("Injection of the neck under fluoroscopy", true)]
    [InlineData("Injection of the neck under ultrasound", false)]
    public void List_includes_every_one_of_another(string title, bool holds) => Assert.Null(Run("""
        match:
          title: { is: stated, where: { section: title, axis: guidance } }
          summary: { is: stated, same-as: { title: [document, axis] }, where: { section: summary } }
        check: { title.terms: { includes: $summary.said } }
        report: [summary]
        """, "The needle is guided by fluoroscopy.", holds, title).Results.Single().Failure);

    private static RuleTestReport Run(string logic, string summary, bool holds, string title = "Injection of medicine")
    {
        const string path = "documents/words/words-unsaid.yaml";
        var written = $$"""
            id: MC7990
            name: words-unsaid
            since: 0.1.0
            status: preview
            severity: info
            category: content
            applies-to: [document]
            summary: For tests.
            {{logic}}
            message: For tests.
            fix: For tests.
            why: For tests.
            sources: [ { title: test } ]
            tests:
              {{(holds ? "valid" : "invalid")}}:
                - name: the page
                  page: { title: "{{title}}", summary: "{{summary}}" }
                  {{(holds ? "" : "expect: [ { section: summary } ]")}}
            """;
        var library = Repository.Files("rules", "*.yaml")
            .Select(file => new YamlSource(Path.GetRelativePath(Repository.PathOf("rules"), file), File.ReadAllText(file)))
            .Where(source => source.Path.Split('/')[0] is "terms" or "pages");
        Assert.True(RuleSet.TryLoad(library.Append(new YamlSource(path, written)), out var rules, out var diagnostics), string.Join('\n', diagnostics));
        return RuleTestRunner.Run(rules);
    }
}
