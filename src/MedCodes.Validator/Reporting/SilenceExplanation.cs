using System.Globalization;
using MedCodes.Validator.Findings;

namespace MedCodes.Validator.Reporting;

/// <summary>Says for people why a rule says nothing of a claim.</summary>
public static class SilenceExplanation
{
    /// <summary>Writes how the rule ended, the nearest binding, and the condition that failed.</summary>
    /// <param name="silence">What was found.</param>
    /// <param name="phi">What may be shown of the claim.</param>
    /// <param name="output">Where to; lines end with LF.</param>
    /// <exception cref="IOException">The output cannot be written.</exception>
    public static void Write(Silence silence, PhiLevel phi, TextWriter output)
    {
        ArgumentNullException.ThrowIfNull(silence);
        ArgumentNullException.ThrowIfNull(output);
        var lines = new ReportLines(output, colour: false);
        var view = new FindingView(phi, [new CheckedFile(silence.Claim.File.Path, ContentKind.X12, 0, 0)], new SourceViews());
        var claim = view.Of(silence.Claim);
        lines.Write($"{silence.Rule.Id} {silence.Rule.Name}: {Ending(silence)}");
        lines.Write($"  --> {PlaceWords.Where(claim)}");
        foreach (var witness in silence.Bound)
            Note(lines, witness.Name, PlaceWords.Described(view.Of(witness), claim));
        if (silence.Missed is { } missed)
            Note(lines, missed.Name, PlaceWords.Described(view.Of(missed), claim));
    }

    private static string Ending(Silence silence) => silence.Outcome switch
    {
        Outcome.Fail => "it does complain of this claim; see medcodes check",
        Outcome.Pass when silence.Missed is null => "what it demands is met",
        Outcome.Pass => "what it forbids is not there; this came nearest",
        Outcome.Bypassed => "what it demands is not met, and an exception of the rule lifts that",
        Outcome.NotEvaluated => $"not evaluated: {silence.Reason}",
        _ when silence.Reason is { } reason => reason,
        _ => "it speaks of nothing in this claim; this came nearest",
    };

    private static void Note(ReportLines lines, string name, string text) =>
        lines.Write(string.Create(CultureInfo.InvariantCulture, $"   = {name}: {text}"));
}
