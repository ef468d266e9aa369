namespace MedCodes.Validator.Rules.Description;

/// <summary>A key of a rule file.</summary>
/// <param name="Name">The key.</param>
/// <param name="Takes">What stands behind it, in words.</param>
/// <param name="Meaning">What it says.</param>
/// <param name="Need">Whether a rule must have it.</param>
internal sealed record RuleKey(string Name, string Takes, string Meaning, KeyNeed Need);

/// <summary>Which rules must have a key.</summary>
internal enum KeyNeed
{
    /// <summary>None.</summary>
    Optional,

    /// <summary>All.</summary>
    Always,

    /// <summary>Rules about claims; those about pages may not have it.</summary>
    Claims,

    /// <summary>One of the demands.</summary>
    Demand,
}
