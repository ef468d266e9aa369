namespace MedCodes.Validator.Waivers;

/// <summary>How a baseline names files.</summary>
/// <param name="Kept">The path that it keeps for the path of a finding.</param>
/// <param name="Exists">Whether a path that it keeps still leads to a file.</param>
/// <param name="InFingerprints">What stands in fingerprints for a path that it keeps.</param>
public sealed record BaselinePaths(Func<string, string> Kept, Func<string, bool> Exists, Func<string, string> InFingerprints);
