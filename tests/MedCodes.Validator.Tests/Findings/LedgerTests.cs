using MedCodes.Validator.Findings;

namespace MedCodes.Validator.Tests.Findings;

public sealed class LedgerTests
{
    [Fact]
    public void The_total_adds_the_outcomes_of_all_rules()
    {
        var ledger = new Ledger(
            [new LedgerEntry("MC0001", new OutcomeCounts(1, 2, 3, 4, 5)), new LedgerEntry("MC0002", new OutcomeCounts(10, 20, 30, 40, 50))],
            []);

        Assert.Equal(new OutcomeCounts(11, 22, 33, 44, 55), ledger.Total);
    }

    [Fact]
    public void The_zero_outcome_is_not_a_pass() => Assert.Equal(Outcome.NotEvaluated, default);
}
