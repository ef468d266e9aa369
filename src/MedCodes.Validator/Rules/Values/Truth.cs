namespace MedCodes.Validator.Rules.Values;

/// <summary>Kleene's three values. The zero value is deliberately not a decision.</summary>
internal enum Truth
{
    Unknown,
    False,
    True,
}
