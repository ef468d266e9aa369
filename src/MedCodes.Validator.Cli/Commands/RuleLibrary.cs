using System.Collections.Immutable;
using System.CommandLine;
using MedCodes.Validator.Cli.Terminal;
using MedCodes.Validator.Rules;
using MedCodes.Validator.Rules.Packing;
using MedCodes.Validator.Yaml;

namespace MedCodes.Validator.Cli.Commands;

/// <summary>The rules of a run: those that travel inside the command, and a user's own beside or instead of them.</summary>
internal static class RuleLibrary
{
    /// <summary>What the paths of built-in files begin with where they are shown.</summary>
    public const string Embedded = "rules/";

    private static readonly Lazy<RuleSet> BuiltInRules = new(() => RuleSet.TryLoad(BuiltIn(), out var rules, out var diagnostics) ? rules : throw new RuleSetException(diagnostics));

    /// <summary>The option that names such a directory.</summary>
    public static Option<string> CreateOption() => new("--rules")
    {
        Description = "A directory of rules to add to the built-in ones.",
        HelpName = "DIR",
    };

    /// <summary>Loads the built-in rules with those of a directory; a file at the same place in it replaces the built-in one.</summary>
    /// <param name="directory">The user's directory; null where there is none.</param>
    /// <param name="terminal">Where to say what is wrong with them.</param>
    /// <exception cref="FailureException">The directory cannot be read, or a file is malformed.</exception>
    public static RuleSet Load(string? directory, ITerminal terminal) => Load(directory is null ? [] : FilesIn(directory), terminal);

    /// <summary>Loads the built-in rules with further files.</summary>
    /// <exception cref="FailureException">A file is malformed.</exception>
    public static RuleSet Load(IReadOnlyList<RuleFile> own, ITerminal terminal)
    {
        if (own.Count == 0)
            return BuiltInRules.Value;
        var shown = own.ToDictionary(file => file.Source.Path, file => file.Shown, StringComparer.Ordinal);
        var all = BuiltIn().Where(source => !shown.ContainsKey(source.Path)).Concat(own.Select(file => file.Source));
        if (RuleSet.TryLoad(all, out var rules, out var diagnostics))
            return rules;
        DiagnosticFrames.Write(terminal.Error, diagnostics.Select(one => one with { File = shown.GetValueOrDefault(one.File, Embedded + one.File) }));
        throw new FailureException($"{diagnostics.Length} {(diagnostics.Length == 1 ? "fault" : "faults")} in rule files; nothing was done");
    }

    /// <summary>The rule files at a path: the file itself, or all below a directory.</summary>
    /// <exception cref="FailureException">The path cannot be read, or does not say what its files are.</exception>
    public static IReadOnlyList<RuleFile> FilesAt(string path)
    {
        if (Directory.Exists(path))
            return FilesIn(path);
        return File.Exists(path) ? [Read(path, PlaceOf(path))] : throw new FailureException($"cannot read '{path}': there is no such file");
    }

    private static IReadOnlyList<RuleFile> FilesIn(string directory)
    {
        if (!Directory.Exists(directory))
            throw new FailureException($"cannot read rules from '{directory}': there is no such directory");
        var files = Directory.EnumerateFiles(directory, "*", SearchOption.AllDirectories)
            .Where(path => Path.GetExtension(path) is ".yaml" or ".yml")
            .Order(StringComparer.Ordinal)
            .ToList();
        if (files.Count == 0)
            throw new FailureException($"there are no rules in '{directory}'");
        var isLibrary = RuleSet.Folders.Any(folder => Directory.Exists(Path.Join(directory, folder)));
        return [.. files.Select(path => Read(path, isLibrary ? Path.GetRelativePath(directory, path) : PlaceOf(path)))];
    }

    /// <summary>The place that a file would have in a library, from the folder that says what it is.</summary>
    private static string PlaceOf(string path)
    {
        var parts = Path.GetFullPath(path).Split(Path.DirectorySeparatorChar);
        var start = Array.FindLastIndex(parts, parts.Length - 2, part => RuleSet.Folders.Contains(part));
        return start >= 0
            ? string.Join('/', parts[start..])
            : throw new FailureException($"'{path}' stands in none of the folders {string.Join(", ", RuleSet.Folders)}, which say what a file is");
    }

    private static RuleFile Read(string path, string place)
    {
        try
        {
            return new RuleFile(new YamlSource(place, File.ReadAllText(path)), path.Replace('\\', '/'));
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new FailureException($"cannot read '{path}': {Reason.OfReading(error, path)}");
        }
    }

    /// <summary>The rules that travel inside the command, parsed when it was built.</summary>
    internal static ImmutableArray<YamlSource> BuiltIn()
    {
        using var pack = typeof(RuleLibrary).Assembly.GetManifestResourceStream("rules.pack")!;
        return RulePack.Read(pack);
    }
}

/// <summary>A rule file of the user.</summary>
/// <param name="Source">Its text, with its place in a library.</param>
/// <param name="Shown">Its path as the user gave it.</param>
internal sealed record RuleFile(YamlSource Source, string Shown);
