using MedCodes.Validator.Yaml;

namespace MedCodes.Validator.Rules.Loading;

/// <summary>Finds the files of a library of rules.</summary>
internal static class RuleFolder
{
    /// <summary>Every YAML file below a folder, in ordinal order of the paths, each with its path relative to the folder.</summary>
    public static IEnumerable<YamlSource> Read(string folder) =>
        Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            .Where(path => Path.GetExtension(path) is ".yaml" or ".yml")
            .Select(path => (Full: path, Relative: Path.GetRelativePath(folder, path).Replace('\\', '/')))
            .OrderBy(path => path.Relative, StringComparer.Ordinal)
            .Select(path => new YamlSource(path.Relative, File.ReadAllText(path.Full)));
}
