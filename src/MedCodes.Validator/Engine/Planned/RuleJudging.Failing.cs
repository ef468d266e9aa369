using MedCodes.Validator.Engine.Planned.Joining;
using MedCodes.Validator.Findings;

namespace MedCodes.Validator.Engine.Planned;

/// <summary>Makes of rows that fail what a finding needs.</summary>
internal sealed partial class RuleJudging
{
    /// <summary>Takes bindings that fail. Totals are added up again, because rows remember only what they come to.</summary>
    /// <param name="failing">The bindings.</param>
    /// <param name="rows">The rows.</param>
    public RuleTally Fail(IReadOnlyList<RowBinding> failing, UnitRows rows)
    {
        try
        {
            foreach (var binding in failing)
            {
                if (binding.Holder >= 0)
                    _frame.Hold(rows.ContentOf(binding.Holder));
                foreach (var (slot, kind, row, fact) in binding.Bound)
                    _frame.Bind(slot, fact is null ? rows.FactOf(kind, row) : fact.Total?.Of(_frame, unit, run) ?? fact.Fact);
                Record(Outcome.Fail, null);
                _frame.ReleaseTo(0);
            }
        }
        catch (Exception crash) when (RuleCrash.IsOurs(crash))
        {
            // Judging it on facts will say so.
            _frame.ReleaseTo(0);
            _tally.Crash([]);
        }

        return _tally;
    }
}
