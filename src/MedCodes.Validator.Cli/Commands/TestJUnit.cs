using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Xml;
using System.Xml.Linq;
using MedCodes.Validator.Rules.Model;
using MedCodes.Validator.RuleTests;

namespace MedCodes.Validator.Cli.Commands;

/// <summary>Writes how the tests inside rules came out as JUnit XML: a suite for each rule. What a run of them does not have (host, time) is constant.</summary>
internal static class TestJUnit
{
    public static string Of(RuleTestReport report, ImmutableArray<Rule> untested, Func<string, string> shown)
    {
        var suites = report.Results.Select(result => result.Rule).Concat(untested).DistinctBy(rule => rule.Id).OrderBy(rule => rule.Id, StringComparer.Ordinal)
            .Select((rule, id) => Suite(id, rule, [.. report.Results.Where(result => result.Rule.Id == rule.Id)], untested.Contains(rule), shown(rule.Source.Path)));
        using var output = new MemoryStream();
        using (var xml = XmlWriter.Create(output, new XmlWriterSettings { Indent = true, NewLineChars = "\n", Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false) }))
            new XElement("testsuites", suites).Save(xml);
        return Encoding.UTF8.GetString(output.ToArray()) + "\n";
    }

    private static XElement Suite(int id, Rule rule, IReadOnlyList<RuleTestResult> results, bool isUntested, string file)
    {
        var cases = results.Select(result => Case(result, file)).ToList();
        if (isUntested)
            cases.Add(Case("has a valid and an invalid test", file, "The rule has no valid or no invalid test."));
        return new XElement(
            "testsuite",
            new XAttribute("id", Text(id)),
            new XAttribute("package", "medcodes"),
            new XAttribute("name", $"{rule.Id} {rule.Name}"),
            new XAttribute("timestamp", "2000-01-01T00:00:00"),
            new XAttribute("hostname", "localhost"),
            new XAttribute("tests", Text(cases.Count)),
            new XAttribute("failures", Text(cases.Count(one => one.HasElements))),
            new XAttribute("errors", "0"),
            new XAttribute("time", "0"),
            new XElement("properties"),
            cases,
            new XElement("system-out"),
            new XElement("system-err"));
    }

    private static XElement Case(RuleTestResult result, string file) => Case(
        $"{(result.IsInvalid ? "finds" : "is silent")}: {result.Name}",
        file,
        result.Failure is { } failure ? string.Create(CultureInfo.InvariantCulture, $"{file}:{result.Line}: {failure}") : null);

    private static XElement Case(string name, string file, string? failure) => new(
        "testcase",
        new XAttribute("name", Legal(name)),
        new XAttribute("classname", file),
        new XAttribute("time", "0"),
        failure is null ? null : new XElement("failure", new XAttribute("message", Legal(failure)), new XAttribute("type", "failure"), Legal(failure)));

    // What XML cannot hold is shown as a question mark; tests of rules are synthetic, so that nothing hangs on it.
    private static string Legal(string text) => string.Concat(text.Select(letter => XmlConvert.IsXmlChar(letter) || char.IsSurrogate(letter) ? letter : '?'));

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
