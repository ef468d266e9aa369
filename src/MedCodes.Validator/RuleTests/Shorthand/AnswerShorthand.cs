using System.Collections.Immutable;
using MedCodes.Validator.Claims.Building;

namespace MedCodes.Validator.RuleTests.Shorthand;

/// <summary>Reads other payers and their answers.</summary>
internal static class AnswerShorthand
{
    public static OtherPayerInput OtherPayer(ShorthandReader payer)
    {
        var input = new OtherPayerInput
        {
            PayerSequence = payer.Text("other-payer-sequence"),
            FilingIndicator = payer.Text("other-filing-indicator"),
            PayerId = payer.Text("other-payer-id"),
            Paid = payer.Number("other-paid"),
            Adjudicated = payer.Date("other-adjudicated"),
        };
        payer.Done();
        return input;
    }

    public static AdjudicationInput Adjudication(ShorthandReader answer)
    {
        var input = new AdjudicationInput
        {
            PayerId = answer.Text("adjudicating-payer"),
            Paid = answer.Number("paid"),
            Code = answer.Text("adjudicated-code"),
            Date = answer.Date("adjudicated"),
            Adjustments = Adjustments(answer),
        };
        answer.Done();
        return input;
    }

    private static ImmutableArray<AdjustmentInput> Adjustments(ShorthandReader answer)
    {
        var all = ImmutableArray.CreateBuilder<AdjustmentInput>();
        foreach (var adjustment in answer.Maps("adjustments", "adjustment"))
        {
            all.Add(new AdjustmentInput(
                adjustment.Text("adjustment-group"), adjustment.Text("adjustment-reason"), adjustment.Number("adjustment-amount")));
            adjustment.Done();
        }

        return all.ToImmutable();
    }
}
