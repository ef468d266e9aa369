using System.Globalization;
using System.Text;
using MedCodes.Validator.Findings;

namespace MedCodes.Validator.Tests.Findings;

/// <summary>All that a finding holds as text, so that two of them can be compared.</summary>
internal static class FindingText
{
    public static string Of(Finding finding)
    {
        var text = new StringBuilder();
        Add(text, finding.Rule.Id, finding.Severity, finding.ChargeAtRisk?.ToString(CultureInfo.InvariantCulture), finding.Deadline?.DayNumber, finding.Fingerprint);
        Add(text, finding.Place);
        foreach (var part in finding.Message.Parts)
            Add(text, "part", part.Text, part.Privacy);
        foreach (var witness in finding.Witnesses)
        {
            Add(text, "witness", witness.Name, witness.Kind);
            Add(text, witness.Place);
            Add(text, witness.Row?.Table, witness.Row?.Release, witness.Row?.Extrapolated, witness.Absence?.Sought, witness.Absence?.Failed);
            Add(text, witness.Absence?.Nearest);
            foreach (var field in (witness.Row?.Key ?? []).Concat(witness.Fields))
                Add(text, ["field", field.Name, field.IsList, field.IsNumber, field.Privacy, .. field.Values]);
            foreach (var member in witness.Members)
                Add(text, member);
        }

        foreach (var edit in finding.Edits)
            Add(text, "edit", edit.Span, edit.Replacement);
        return text.ToString();
    }

    private static void Add(StringBuilder text, Place? place) =>
        Add(text, "place", place?.File.Path, place?.Span, place?.Claim, place?.ClaimId, place?.Line, place?.Section, place?.Path);

    private static void Add(StringBuilder text, params object?[] parts) =>
        text.AppendJoin('|', parts.Select(part => part is null ? "none" : $"<{part}>")).Append('\n');
}
