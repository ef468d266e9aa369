using System.Globalization;
using MedCodes.Validator.Findings;

namespace MedCodes.Validator.Reporting;

/// <summary>Says what a rule is about, for people and without a network.</summary>
public static class RuleExplanation
{
    private const int Width = 96;

    /// <summary>Writes one rule: when it fires, why, what to do, what the payer is likely to answer, and where it comes from.</summary>
    /// <param name="documented">The rule.</param>
    /// <param name="output">Where to; lines end with LF.</param>
    /// <exception cref="IOException">The output cannot be written.</exception>
    public static void Write(DocumentedRule documented, TextWriter output)
    {
        ArgumentNullException.ThrowIfNull(documented);
        ArgumentNullException.ThrowIfNull(output);
        var rule = documented.Rule;
        var lines = new ReportLines(output, colour: false);
        lines.Write($"{rule.Id} {rule.Name}");
        lines.Write();
        Paragraph(lines, rule.Summary);
        lines.Write();
        Entry(lines, "severity", Words.Of(rule.Severity));
        Entry(lines, "category", rule.Snip is { } snip ? FormattableString.Invariant($"{rule.Category}, SNIP level {snip}") : rule.Category);
        Entry(lines, "applies to", string.Join(", ", rule.AppliesTo));
        Entry(lines, "judged per", documented.Scope);
        Entry(lines, "since", $"{rule.Since}, {rule.Status}");
        if (rule.Consequence is { } consequence)
            Entry(lines, "payer", Words.Expected(consequence, charge: null) + (consequence.Compliance ? "; the fix would raise payment" : ""));
        Section(lines, "Why", rule.Why);
        Section(lines, "Fix", rule.Fix);
        lines.Write();
        lines.Write("Sources");
        foreach (var source in rule.Sources)
            Paragraph(lines, Words.Cited(source));
        List(lines, "It finds", documented.Examples.Where(example => example.Finds));
        List(lines, "It leaves alone", documented.Examples.Where(example => !example.Finds));
    }

    /// <summary>Writes one line for a rule, for a list of them.</summary>
    /// <exception cref="IOException">The output cannot be written.</exception>
    public static void WriteLine(RuleDescription rule, TextWriter output)
    {
        ArgumentNullException.ThrowIfNull(rule);
        ArgumentNullException.ThrowIfNull(output);
        output.Write($"{rule.Id}  {Words.Of(rule.Severity),-7}  {rule.Name}\n");
    }

    private static void Entry(ReportLines lines, string name, string value) =>
        lines.Write(string.Create(CultureInfo.InvariantCulture, $"  {name,-11} {value}"));

    private static void List(ReportLines lines, string title, IEnumerable<RuleExample> examples)
    {
        foreach (var (place, example) in examples.Index())
        {
            if (place == 0)
            {
                lines.Write();
                lines.Write(title);
            }

            Paragraph(lines, example.Name);
        }
    }

    private static void Section(ReportLines lines, string title, string text)
    {
        lines.Write();
        lines.Write(title);
        Paragraph(lines, text);
    }

    private static void Paragraph(ReportLines lines, string text)
    {
        var line = "";
        foreach (var word in Printable.Prose(text).Split(' '))
        {
            if (line.Length > 0 && line.Length + word.Length >= Width)
            {
                lines.Write("  " + line);
                line = "";
            }

            line += line.Length == 0 ? word : " " + word;
        }

        lines.Write("  " + line);
    }
}
