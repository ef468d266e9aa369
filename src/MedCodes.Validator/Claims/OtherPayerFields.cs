using MedCodes.Validator.Sources;

namespace MedCodes.Validator.Claims;

/// <summary>Where each <see cref="OtherPayerField"/> is written and how far it may travel.</summary>
internal static class OtherPayerFields
{
    private static readonly FieldTraits[] Traits = All();

    public static FieldTraits Of(OtherPayerField field) => Traits[(int)field];

    private static FieldTraits[] All()
    {
        var traits = new FieldTraits[Enum.GetValues<OtherPayerField>().Length + 1];
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
        traits[(int)OtherPayerField.GroupNumber] = new(FieldOwner.OtherPayer, "2320", "SBR03", null, Privacy.Identifying);
        traits[(int)OtherPayerField.GroupName] = new(FieldOwner.OtherPayer, "2320", "SBR04", null, Privacy.Identifying);
        return traits;
    }
}
