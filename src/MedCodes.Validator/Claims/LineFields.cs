using MedCodes.Validator.Sources;

namespace MedCodes.Validator.Claims;

/// <summary>Where each <see cref="LineField"/> is written and how far it may travel.</summary>
internal static class LineFields
{
    private static readonly FieldTraits[] Traits = All();
    private static readonly FieldTraits[] InstitutionalTraits = Institutional();

    public static FieldTraits Of(LineField field) => Traits[(int)field];

    /// <summary>In institutional claims SV2 has other elements than SV1.</summary>
    public static FieldTraits Of(LineField field, ClaimSetting setting) =>
        setting == ClaimSetting.Institutional ? InstitutionalTraits[(int)field] : Traits[(int)field];

    private static FieldTraits[] All()
    {
        var traits = new FieldTraits[Enum.GetValues<LineField>().Length + 1];
        traits[(int)LineField.Number] = new(FieldOwner.Line, "2400", "LX01", null, Privacy.Open);
        traits[(int)LineField.CodeQualifier] = new(FieldOwner.Line, "2400", "SV101-1", null, Privacy.Open);
        traits[(int)LineField.Code] = new(FieldOwner.Line, "2400", "SV101-2", null, Privacy.Open);
        traits[(int)LineField.Modifiers] = new(FieldOwner.Line, "2400", "SV101-3", null, Privacy.Open);
        traits[(int)LineField.Description] = new(FieldOwner.Line, "2400", "SV101-7", null, Privacy.Identifying);
        traits[(int)LineField.Charge] = new(FieldOwner.Line, "2400", "SV102", null, Privacy.Open);
        traits[(int)LineField.Unit] = new(FieldOwner.Line, "2400", "SV103", null, Privacy.Open);
        traits[(int)LineField.Units] = new(FieldOwner.Line, "2400", "SV104", null, Privacy.Open);
        traits[(int)LineField.PlaceOfService] = new(FieldOwner.Line, "2400", "SV105", null, Privacy.Open);
        traits[(int)LineField.RevenueCode] = new(FieldOwner.Line, "2400", "SV201", null, Privacy.Open);
        traits[(int)LineField.Pointers] = new(FieldOwner.Line, "2400", "SV107", null, Privacy.Open);
        traits[(int)LineField.Date] = new(FieldOwner.Line, "2400", "DTP03", "472", Privacy.Account);
        traits[(int)LineField.Through] = new(FieldOwner.Line, "2400", "DTP03", "472", Privacy.Account);
        traits[(int)LineField.ControlNumber] = new(FieldOwner.Line, "2400", "REF02", "6R", Privacy.Account);
        traits[(int)LineField.PriorAuthorization] = new(FieldOwner.Line, "2400", "REF02", "G1", Privacy.Account);
        traits[(int)LineField.CliaNumber] = new(FieldOwner.Line, "2400", "REF02", "X4", Privacy.Open);
        traits[(int)LineField.LastSeen] = new(FieldOwner.Line, "2400", "DTP03", "304", Privacy.Account);
        traits[(int)LineField.Ndc] = new(FieldOwner.Line, "2410", "LIN03", null, Privacy.Open);
        traits[(int)LineField.NdcUnits] = new(FieldOwner.Line, "2410", "CTP04", null, Privacy.Open);
        traits[(int)LineField.NdcUnit] = new(FieldOwner.Line, "2410", "CTP05", null, Privacy.Open);
        return traits;
    }

    private static FieldTraits[] Institutional()
    {
        var traits = All();
        traits[(int)LineField.CodeQualifier] = traits[(int)LineField.CodeQualifier] with { Element = "SV202-1" };
        traits[(int)LineField.Code] = traits[(int)LineField.Code] with { Element = "SV202-2" };
        traits[(int)LineField.Modifiers] = traits[(int)LineField.Modifiers] with { Element = "SV202-3" };
        traits[(int)LineField.Description] = traits[(int)LineField.Description] with { Element = "SV202-7" };
        traits[(int)LineField.Charge] = traits[(int)LineField.Charge] with { Element = "SV203" };
        traits[(int)LineField.Unit] = traits[(int)LineField.Unit] with { Element = "SV204" };
        traits[(int)LineField.Units] = traits[(int)LineField.Units] with { Element = "SV205" };
        return traits;
    }
}
