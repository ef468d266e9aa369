using MedCodes.Validator.Engine.Cases;

namespace MedCodes.Validator.Benchmarks.ByHand;

/// <summary>Some of the shipped rules, written by hand.</summary>
internal interface IHandChecks
{
    /// <summary>The ids of the rules.</summary>
    IReadOnlyList<string> Rules { get; }

    /// <summary>Checks a patient's claims.</summary>
    /// <param name="patient">The patient.</param>
    /// <param name="found">What was found of each rule, to be added to.</param>
    void Check(PatientCase patient, Span<int> found);
}
