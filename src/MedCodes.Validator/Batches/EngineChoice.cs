namespace MedCodes.Validator.Batches;

/// <summary>The engine that judges.</summary>
public enum EngineChoice
{
    /// <summary>The engine for every day: rules planned once, joins by key.</summary>
    BuiltIn = 1,

    /// <summary>The definition of the rule language made executable. It gives the same report, slowly.</summary>
    Naive,
}
