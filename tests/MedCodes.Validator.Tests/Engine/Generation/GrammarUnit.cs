namespace MedCodes.Validator.Tests.Engine.Generation;

/// <summary>What the facts of a random rule are joined by.</summary>
internal enum GrammarUnit
{
    /// <summary>A claim or its patient.</summary>
    Patient,

    /// <summary>The file, with its envelopes and faults.</summary>
    File,

    /// <summary>A value that claims of several patients share.</summary>
    Batch,
}
