using System.Globalization;
using System.Text;
using System.Text.Json;
using MedCodes.Validator.Rules.Model;
using MedCodes.Validator.RuleTests;

namespace MedCodes.Validator.Cli.Commands;

/// <summary>Writes which changes of rules no test noticed.</summary>
internal static class MutationOutput
{
    /// <summary>The mutants that survived without a reason, then the score of each family of rules and of all.</summary>
    public static string Human(MutationReport report, Func<string, string> shown)
    {
        var text = new StringBuilder();
        foreach (var (rule, survivor) in report.Rules.SelectMany(rule => rule.Survivors.Where(one => one.Because is null).Select(one => (rule.Rule, one))))
        {
            text.Append($"survived: {rule.Id} {rule.Name}: {survivor.Name}\n");
            text.Append(CultureInfo.InvariantCulture, $"  --> {shown(rule.Source.Path)}:{survivor.Line}\n");
            foreach (var line in survivor.Text)
                text.Append("  | ").Append(line).Append('\n');
            if (survivor.Difference is { } difference)
            {
                text.Append($"  they differ on this case: the rule ends with {difference.Rule}, the mutant with {difference.Mutant}\n");
                foreach (var line in difference.Claim.Split('\n'))
                    text.Append("  | ").Append(line).Append('\n');
            }
            else if (!survivor.Text.IsEmpty)
            {
                text.Append("  no test of the rule with one value changed tells them apart\n");
            }

            text.Append('\n');
        }

        var families = report.Rules.GroupBy(rule => FamilyOf(rule.Rule)).ToList();
        var width = families.Select(family => family.Key.Length).DefaultIfEmpty().Max();
        foreach (var family in families.Count > 1 ? families : [])
            text.Append($"{family.Key.PadRight(width)}  {Score([.. family])}\n");
        text.Append($"{TestDocument.Counted(report.Rules.Length, "rule")}: {Score(report.Rules)}\n");
        return text.ToString();
    }

    /// <summary>Every rule with its survivors, as one JSON document.</summary>
    public static string Json(MutationReport report, Func<string, string> shown) => TestDocument.Json(json =>
    {
        json.WriteNumber("mutants", report.Mutants);
        json.WriteNumber("killed", report.Killed);
        json.WriteNumber("justified", report.Justified);
        json.WriteStartArray("rules");
        foreach (var rule in report.Rules)
            Write(json, rule, shown);
        json.WriteEndArray();
    });

    private static void Write(Utf8JsonWriter json, RuleMutation rule, Func<string, string> shown)
    {
        json.WriteStartObject();
        json.WriteString("rule", rule.Rule.Id);
        json.WriteString("file", shown(rule.Rule.Source.Path));
        json.WriteNumber("mutants", rule.Mutants);
        json.WriteNumber("killed", rule.Killed);
        json.WriteStartArray("survivors");
        foreach (var survivor in rule.Survivors)
        {
            json.WriteStartObject();
            json.WriteString("mutant", survivor.Name);
            json.WriteNumber("line", survivor.Line);
            if (survivor.Because is { } because)
                json.WriteString("because", because);
            if (survivor.Difference is { } difference)
            {
                json.WriteStartObject("difference");
                json.WriteString("claim", difference.Claim);
                json.WriteString("rule", difference.Rule);
                json.WriteString("mutant", difference.Mutant);
                json.WriteEndObject();
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    /// <summary>The folder that a rule stands in, by which rules of a kind are counted together.</summary>
    private static string FamilyOf(Rule rule) => Path.GetDirectoryName(rule.Source.Path)!.Replace('\\', '/');

    private static string Score(IReadOnlyCollection<RuleMutation> rules)
    {
        var (mutants, killed) = (rules.Sum(rule => rule.Mutants), rules.Sum(rule => rule.Killed));
        var justified = rules.Sum(rule => rule.Survivors.Count(one => one.Because is not null));
        var percent = mutants == 0 ? 100 : 100m * (killed + justified) / mutants;

        // What is not whole is never rounded to whole.
        var shown = (Math.Floor(percent * 10) / 10).ToString("0.#", CultureInfo.InvariantCulture);
        return $"{TestDocument.Counted(mutants, "mutant")}, {killed} killed, {justified} justified, {mutants - killed - justified} survived: {shown} %";
    }
}
