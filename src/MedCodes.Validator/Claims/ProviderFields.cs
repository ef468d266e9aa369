using MedCodes.Validator.Sources;

namespace MedCodes.Validator.Claims;

/// <summary>Where each <see cref="ProviderField"/> is written and how far it may travel.</summary>
internal static class ProviderFields
{
    private static readonly FieldTraits[] Traits = All();

    public static FieldTraits Of(ProviderField field) => Traits[(int)field];

    private static FieldTraits[] All()
    {
        var traits = new FieldTraits[7];
        // A provider's loop depends on its role, so it is not said here.
        traits[(int)ProviderField.IdQualifier] = new(FieldOwner.Provider, "", "NM108", null, Privacy.Open);
        traits[(int)ProviderField.IdText] = new(FieldOwner.Provider, "", "NM109", null, Privacy.Open);
        traits[(int)ProviderField.Name] = new(FieldOwner.Provider, "", "NM103", null, Privacy.Identifying);
        traits[(int)ProviderField.TaxId] = new(FieldOwner.Provider, "", "REF02", "EI", Privacy.Identifying);
        traits[(int)ProviderField.Taxonomy] = new(FieldOwner.Provider, "", "PRV03", null, Privacy.Open);
        traits[(int)ProviderField.SecondaryId] = new(FieldOwner.Provider, "", "REF02", "G2", Privacy.Open);
        return traits;
    }
}
