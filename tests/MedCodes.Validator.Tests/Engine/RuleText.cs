using System.Globalization;
using MedCodes.Validator.Yaml;

namespace MedCodes.Validator.Tests.Engine;

/// <summary>Fills in the head of a rule whose logic a test writes.</summary>
internal static class RuleText
{
    public static string IdOf(int number) => (2000 + number).ToString("'MC'0", CultureInfo.InvariantCulture);

    /// <summary>A rule about pages as a file of a library; its id is MC6001, MC6002 …</summary>
    /// <param name="logic">Its logic.</param>
    /// <param name="number">Which rule of the test it is, from 1.</param>
    public static YamlSource OfPages(string logic, int number)
    {
        var name = $"some-page-rule-{number.ToString(CultureInfo.InvariantCulture)}";
        return new YamlSource(
            $"documents/some/{name}.yaml",
            $$"""
            id: {{(6000 + number).ToString("'MC'0", CultureInfo.InvariantCulture)}}
            name: {{name}}
            since: 0.1.0
            status: stable
            severity: warning
            category: structure
            applies-to: [document]
            summary: Some words.
            fix: Some words.
            why: Some words.
            sources: [ { title: An invented source } ]
            message: Some words.
            {{logic.ReplaceLineEndings("\n").TrimEnd()}}

            """);
    }

    /// <summary>The rule as a file of a library.</summary>
    /// <param name="logic">Its logic; a message is filled in where it has none.</param>
    /// <param name="number">Which rule of the test it is, from 1.</param>
    public static YamlSource Source(string logic, int number)
    {
        var name = $"some-rule-{number.ToString(CultureInfo.InvariantCulture)}";
        var category = logic.Contains("\ncategory:", StringComparison.Ordinal) ? "" : "\ncategory: codes";
        var severity = logic.Contains("\nseverity:", StringComparison.Ordinal) ? "" : "\nseverity: error";
        var message = logic.Contains("\nmessage:", StringComparison.Ordinal) ? "" : "\nmessage: Some words.";
        return new YamlSource(
            $"claims/some/{name}.yaml",
            $$"""
            id: {{IdOf(number)}}
            name: {{name}}
            since: 0.1.0
            status: stable{{severity}}{{category}}
            snip: 2
            applies-to: [professional, institutional]
            summary: Some words.
            fix: Some words.
            why: Some words.
            sources: [ { title: An invented source } ]
            stage: denial
            actor: biller
            needs: none{{message}}
            {{logic.ReplaceLineEndings("\n").TrimEnd()}}

            """);
    }
}
