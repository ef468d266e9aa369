namespace MedCodes.Validator.Sources;

/// <summary>How far a value may travel. The zero value is the most careful one: what is not known to be safe is masked.</summary>
public enum Privacy
{
    /// <summary>Identifies a person (name, member id, address, birth date) or is not known to be safe.</summary>
    Identifying,

    /// <summary>Finds the account in the biller's own system: claim id, line control number, service date.</summary>
    Account,

    /// <summary>Identifies nobody: codes, modifiers, units, amounts, NPIs, and the text of procedure pages.</summary>
    Open,
}
