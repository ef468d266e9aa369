using System.Collections.Immutable;
using System.Reflection;
using MedCodes.Validator.Documents;
using MedCodes.Validator.Rules.Vocabularies;
using MedCodes.Validator.Yaml;

namespace MedCodes.Validator.Tests.Rules.Vocabularies;

/// <summary>The terms and kinds of pages in the repository's rules folder.</summary>
internal static class ShippedVocabulary
{
    private static readonly Lazy<(Vocabulary Vocabulary, ImmutableArray<Diagnostic> Faults)> Loaded = new(Load);

    public static Vocabulary Vocabulary => Loaded.Value.Vocabulary;

    public static ImmutableArray<Diagnostic> Faults => Loaded.Value.Faults;

    public static string RepositoryFolder { get; } = typeof(ShippedVocabulary).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(attribute => attribute.Key == "RepositoryFolder").Value!;

    private static (Vocabulary Vocabulary, ImmutableArray<Diagnostic> Faults) Load()
    {
        var diagnostics = new Diagnostics();
        return (VocabularyLoader.Load(Sources("terms"), Sources("pages"), diagnostics), diagnostics.ToSorted());
    }

    private static IEnumerable<YamlSource> Sources(string folder) => Directory.EnumerateFiles(Path.Combine(RepositoryFolder, "rules", folder), "*.yaml")
        .Select(file => new YamlSource(Path.GetRelativePath(RepositoryFolder, file), File.ReadAllText(file)));
}
