namespace MedCodes.Validator.Tests.Architecture;

/// <summary>Who may know whom in the library. Knowing is transitive.</summary>
internal static class Rooms
{
    /// <summary>The rooms that each room may know directly.</summary>
    public static readonly IReadOnlyDictionary<string, string[]> Direct = new Dictionary<string, string[]>(StringComparer.Ordinal)
    {
        ["Sources"] = [],
        ["Yaml"] = ["Sources"],
        ["Claims"] = ["Sources", "Yaml"],
        ["Documents"] = ["Sources", "Yaml"],
        ["Findings"] = ["Claims", "Documents"],
        ["Reference"] = ["Claims"],
        ["Rules"] = ["Findings", "Reference"],
        ["Engine"] = ["Rules"],
        ["Reading"] = ["Claims", "Documents"],
        ["RuleTests"] = ["Rules", "Engine", "Reading"],
        ["Waivers"] = ["Findings"],
        ["Configuration"] = ["Yaml", "Rules", "Findings", "Waivers"],
        ["Reporting"] = ["Findings"],
        ["Batches"] = ["Engine", "Reading", "RuleTests", "Configuration"],
    };

    /// <summary>Whether a room may refer to another one, or to itself.</summary>
    public static bool May(string from, string to) => from == to || Direct.GetValueOrDefault(from, []).Any(known => May(known, to));
}
