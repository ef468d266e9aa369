using System.Collections.Immutable;
using MedCodes.Validator.Documents;
using MedCodes.Validator.Yaml;

namespace MedCodes.Validator.Rules.Vocabularies;

/// <summary>Reads <c>rules/terms</c> and <c>rules/pages</c>. All faults of all files are reported at once.</summary>
internal static class VocabularyLoader
{
    /// <summary>The vocabulary of some files; what has a fault is left out of it.</summary>
    /// <param name="terms">The files of axes.</param>
    /// <param name="pages">The files of kinds of pages.</param>
    /// <param name="diagnostics">Where faults go.</param>
    public static Vocabulary Load(IEnumerable<YamlSource> terms, IEnumerable<YamlSource> pages, Diagnostics diagnostics)
    {
        var names = new NameRegister(diagnostics);
        var axes = terms.OrderBy(source => source.Path, StringComparer.Ordinal)
            .Select(source => new AxisLoader(source, names, diagnostics).Load())
            .OfType<Axis>()
            .ToImmutableArray();
        var schemas = pages.OrderBy(source => source.Path, StringComparer.Ordinal)
            .Select(source => new PageSchemaLoader(source, names, diagnostics).Load(axes))
            .OfType<PageSchema>()
            .ToImmutableArray();
        return new Vocabulary(axes, schemas);
    }
}
