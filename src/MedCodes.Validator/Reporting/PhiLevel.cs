using MedCodes.Validator.Sources;

namespace MedCodes.Validator.Reporting;

/// <summary>How much of a patient's data a report may show. The zero value is the most careful one.</summary>
public enum PhiLevel
{
    /// <summary>Places, codes, modifiers, units, amounts and NPIs.</summary>
    Mask,

    /// <summary>Also the claim id, line control numbers and service dates, without which a biller cannot find the account.</summary>
    Account,

    /// <summary>Everything. For files only, never for a console or a log.</summary>
    Show,
}

/// <summary>What a level means for a value.</summary>
internal static class PhiLevels
{
    /// <summary>The most private class of value that a level still shows.</summary>
    public static Privacy Least(this PhiLevel level) => level switch
    {
        PhiLevel.Show => Privacy.Identifying,
        PhiLevel.Account => Privacy.Account,
        _ => Privacy.Open,
    };

    /// <summary>Whether a level shows a value of a class.</summary>
    public static bool Shows(this PhiLevel level, Privacy privacy) => privacy >= level.Least();
}
