namespace MedCodes.Validator.Rules.Catalogue;

/// <summary>A parameter that payer profiles give a value.</summary>
/// <param name="Name">Its name behind <c>$policy.</c> and in profiles.</param>
/// <param name="Type">Its type.</param>
/// <param name="Summary">What it means.</param>
internal sealed record Parameter(string Name, FieldType Type, string Summary);
