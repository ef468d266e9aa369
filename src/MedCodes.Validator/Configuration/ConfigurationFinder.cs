using System.Collections.Immutable;
using MedCodes.Validator.Yaml;

namespace MedCodes.Validator.Configuration;

/// <summary>Finds the configuration of each file: the nearest medcodes.yaml above it, up to one that says that it is the root, or to the root of the repository.</summary>
/// <remarks>Files above the nearest one do not count unless it extends them.</remarks>
public sealed class ConfigurationFinder
{
    /// <summary>The names that a configuration may have; of two in a folder the first counts.</summary>
    public static ImmutableArray<string> Names { get; } = ["medcodes.yaml", ".medcodes.yaml"];

    private readonly Dictionary<string, ProjectConfiguration> _byFolder = new(StringComparer.Ordinal);
    private readonly ConfigurationReader _reader;
    private readonly string? _only;

    /// <summary>Makes a finder.</summary>
    /// <param name="known">The ids, names and categories of rules that may be named.</param>
    /// <param name="profiles">The payer profiles that may be named.</param>
    /// <param name="only">A file that counts for everything, in place of the nearest ones; null to find them.</param>
    public ConfigurationFinder(IEnumerable<string> known, IEnumerable<string> profiles, string? only = null)
    {
        _reader = new ConfigurationReader(path => File.Exists(path) ? File.ReadAllText(path) : null, known, profiles);
        _only = only is null ? null : Path.GetFullPath(only);
    }

    /// <summary>Everything that is wrong with the files found so far.</summary>
    public ImmutableArray<Diagnostic> Diagnostics => _reader.Diagnostics;

    /// <summary>The configuration of a folder and the files in it.</summary>
    /// <exception cref="IOException">A configuration file cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">Likewise.</exception>
    public ProjectConfiguration Of(string folder)
    {
        ArgumentNullException.ThrowIfNull(folder);
        var at = Path.GetFullPath(folder);
        if (_byFolder.TryGetValue(at, out var known))
            return known;
        return _byFolder[at] = Find(at);
    }

    /// <summary>Whether a file of this name is a configuration.</summary>
    public static bool IsName(string name) => Names.Contains(name);

    /// <summary>What holds for a file's path relative to the folder of its configuration.</summary>
    public static string Relative(string path, ProjectConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        return configuration.File is null
            ? path
            : Path.GetRelativePath(Path.GetDirectoryName(configuration.File)!, Path.GetFullPath(path)).Replace('\\', '/');
    }

    private ProjectConfiguration Find(string folder)
    {
        if (_only is not null)
            return Read(_only);
        foreach (var name in Names)
        {
            if (File.Exists(Path.Join(folder, name)))
                return Read(Path.Join(folder, name));
        }

        return Path.Exists(Path.Join(folder, ".git")) || Path.GetDirectoryName(folder) is not { } above ? ProjectConfiguration.Empty : Of(above);
    }

    private ProjectConfiguration Read(string path)
    {
        if (_byFolder.TryGetValue(path, out var known))
            return known;
        var shown = Path.GetRelativePath(Environment.CurrentDirectory, path).Replace('\\', '/');
        return _byFolder[path] = _reader.Read(path, shown) ?? ProjectConfiguration.Empty;
    }
}
