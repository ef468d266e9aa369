using System.Globalization;
using MedCodes.Validator.Engine;
using MedCodes.Validator.Findings;
using MedCodes.Validator.Sources;

namespace MedCodes.Validator.Tests.Engine.Generation;

/// <summary>A judgement as text, so that two engines can be held against each other to the last witness.</summary>
internal static class JudgementText
{
    public static string Of(Judgement judgement) =>
        string.Join('\n', judgement.Findings.Select(finding => Of(finding.Finding))) + "\n--\n"
        + string.Join('\n', judgement.Outcomes.Select(outcome => $"{outcome.Rule.Id} {outcome.On.Order} {outcome.Outcome} {outcome.Reason}").Order(StringComparer.Ordinal));

    public static string Of(Report report) =>
        string.Join('\n', report.Findings.Select(Of)) + "\n--\n" + string.Join('\n', report.Ledger.Rules) + "\n--\n" + string.Join('\n', report.Ledger.NotEvaluated);

    private static string Of(Finding finding) => string.Create(
        CultureInfo.InvariantCulture,
        $"{finding.Rule.Id} {finding.Severity} '{finding.Message.Render(Privacy.Identifying)}' at {Of(finding.Place)} risk {finding.ChargeAtRisk}{string.Concat(finding.Witnesses.Select(Of))}");

    private static string Of(Witness witness) =>
        $"\n  {witness.Name} {witness.Kind} {Of(witness.Place)} {Of(witness.Row)} {Of(witness.Absence)} [{string.Join("; ", witness.Fields.Select(Of))}] ({string.Join(" ", witness.Members.Select(Of))})";

    private static string Of(WitnessField field) => $"{field.Name}={string.Join(',', field.Values)}";

    private static string Of(TableRow? row) =>
        row is null ? "" : $"{row.Table} {row.Release} {row.Extrapolated} {string.Join("; ", row.Key.Select(Of))}";

    private static string Of(MedCodes.Validator.Findings.Absence? absence) => absence is null ? "" : $"sought {absence.Sought}, nearest {Of(absence.Nearest)}, failed {absence.Failed}";

    private static string Of(Place? place) => place is null ? "nowhere" : $"{place.File.Path}:{place.Span.Offset}+{place.Span.Length} {place.Path} {place.Claim}/{place.Line} {place.Section}";
}
