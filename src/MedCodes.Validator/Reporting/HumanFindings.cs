using System.Globalization;
using MedCodes.Validator.Findings;

namespace MedCodes.Validator.Reporting;

/// <summary>Writes single findings for people.</summary>
internal sealed class HumanFindings(ReportLines lines)
{
    private readonly HashSet<string> _explained = new(StringComparer.Ordinal);

    public void Write(ShownFinding finding)
    {
        var rule = finding.Rule;
        lines.Write($"{Coloured(finding.Severity, $"{Words.Of(finding.Severity)}[{rule.Id}]")}{lines.Bold(": " + Printable.Of(finding.Message))}");
        lines.Write($"  {lines.Blue("-->")} {PlaceWords.Where(finding.Place)}");
        if (finding.Frame.Value is { } frame)
            Draw(finding.Place.IsPage ? finding.Place.Region.Value.StartLine.ToString(CultureInfo.InvariantCulture) : "", frame, finding.Severity);
        foreach (var witness in finding.Witnesses)
            Note(witness.Name, PlaceWords.Described(witness, finding.Place));
        Note("fix", Printable.Prose(rule.Fix) + (finding.Edits.IsEmpty ? "" : " (--fix does it)"));
        if (rule.Consequence is { } consequence)
            Note("payer", Words.Expected(consequence, finding.ChargeAtRisk));

        // The same words under each of a thousand findings would bury what differs.
        if (!_explained.Add(rule.Id))
            return;
        Note("why", Printable.Prose(rule.Why));
        foreach (var source in rule.Sources)
            Note("source", Words.Cited(source));
        Note("rule", $"medcodes rule {rule.Id} ({rule.Name})");
    }

    private string Coloured(Severity severity, string text) => severity switch
    {
        Severity.Error => lines.Red(text),
        Severity.Warning => lines.Yellow(text),
        _ => lines.Blue(text),
    };

    private void Note(string label, string text) => lines.Write($"   {lines.Blue("=")} {label}: {text}");

    private void Draw(string number, Frame frame, Severity severity)
    {
        var gutter = new string(' ', Math.Max(2, number.Length));
        lines.Write($"{gutter} {lines.Blue("|")}");
        lines.Write($"{lines.Blue(number.PadLeft(gutter.Length))} {lines.Blue("|")} {frame.Text}");
        lines.Write($"{gutter} {lines.Blue("|")} {new string(' ', frame.Start)}{Coloured(severity, new string('^', frame.Length))}");
    }
}
