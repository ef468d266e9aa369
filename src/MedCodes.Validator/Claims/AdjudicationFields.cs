using MedCodes.Validator.Sources;

namespace MedCodes.Validator.Claims;

/// <summary>Where each <see cref="AdjudicationField"/> is written and how far it may travel.</summary>
internal static class AdjudicationFields
{
    private static readonly FieldTraits[] Traits = All();

    public static FieldTraits Of(AdjudicationField field) => Traits[(int)field];

    private static FieldTraits[] All()
    {
        var traits = new FieldTraits[6];
        traits[(int)AdjudicationField.PayerId] = new(FieldOwner.Adjudication, "2430", "SVD01", null, Privacy.Open);
        traits[(int)AdjudicationField.Paid] = new(FieldOwner.Adjudication, "2430", "SVD02", null, Privacy.Open);
        traits[(int)AdjudicationField.Code] = new(FieldOwner.Adjudication, "2430", "SVD03-2", null, Privacy.Open);
        traits[(int)AdjudicationField.Units] = new(FieldOwner.Adjudication, "2430", "SVD05", null, Privacy.Open);
        traits[(int)AdjudicationField.Date] = new(FieldOwner.Adjudication, "2430", "DTP03", "573", Privacy.Account);
        return traits;
    }
}
