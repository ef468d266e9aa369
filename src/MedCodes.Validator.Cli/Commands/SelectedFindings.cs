using MedCodes.Validator.Configuration;
using MedCodes.Validator.Findings;

namespace MedCodes.Validator.Cli.Commands;

/// <summary>Hands on the findings of the rules that count, at the severities that are asked for.</summary>
/// <param name="selection">Which rules count, and how much.</param>
/// <param name="to">Whom to hand them to.</param>
internal sealed class SelectedFindings(RuleSelection selection, IEarlyFindings to) : IEarlyFindings
{
    public void Begin(RunDescription run) => to.Begin(run);

    public void Take(ContentKind kind, FindingList findings)
    {
        if (selection.Apply(findings) is { Count: > 0 } selected)
            to.Take(kind, selected);
    }

    public void Close(CheckedFile file, FindingList findings) => to.Close(file, selection.Apply(findings));
}
