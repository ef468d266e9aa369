using MedCodes.Validator.Sources;

namespace MedCodes.Validator.Claims;

/// <summary>Where each <see cref="OtherPayerField"/> is written and how far it may travel.</summary>
internal static class OtherPayerFields
{
    private static readonly FieldTraits[] Traits = All();

    public static FieldTraits Of(OtherPayerField field) => Traits[(int)field];

    private static FieldTraits[] All()
    {
        var traits = new FieldTraits[11];
        traits[(int)OtherPayerField.PayerSequence] = new(FieldOwner.OtherPayer, "2320", "SBR01", null, Privacy.Open);
        traits[(int)OtherPayerField.FilingIndicator] = new(FieldOwner.OtherPayer, "2320", "SBR09", null, Privacy.Open);
        traits[(int)OtherPayerField.InsuranceType] = new(FieldOwner.OtherPayer, "2320", "SBR05", null, Privacy.Open);
        traits[(int)OtherPayerField.PayerId] = new(FieldOwner.OtherPayer, "2330B", "NM109", "PR", Privacy.Open);
        traits[(int)OtherPayerField.PayerName] = new(FieldOwner.OtherPayer, "2330B", "NM103", "PR", Privacy.Open);
        traits[(int)OtherPayerField.MemberId] = new(FieldOwner.OtherPayer, "2330A", "NM109", "IL", Privacy.Identifying);
        traits[(int)OtherPayerField.Paid] = new(FieldOwner.OtherPayer, "2320", "AMT02", "D", Privacy.Open);
        traits[(int)OtherPayerField.NotCovered] = new(FieldOwner.OtherPayer, "2320", "AMT02", "A8", Privacy.Open);
        traits[(int)OtherPayerField.RemainingLiability] = new(FieldOwner.OtherPayer, "2320", "AMT02", "EAF", Privacy.Open);
        traits[(int)OtherPayerField.Adjudicated] = new(FieldOwner.OtherPayer, "2330B", "DTP03", "573", Privacy.Account);
        return traits;
    }
}
