using System.Collections.Concurrent;
using System.Collections.Frozen;
using MedCodes.Validator.Documents;
using MedCodes.Validator.Documents.Interpretation;
using MedCodes.Validator.Reference;
using MedCodes.Validator.Rules.Catalogue;
using MedCodes.Validator.Rules.CodeSets;

namespace MedCodes.Validator.Rules.Loading;

/// <summary>What rules may name: kinds of facts, reference tables, code sets.</summary>
internal sealed record Library(
    FrozenDictionary<string, FactKind> Kinds,
    FrozenDictionary<string, Table> Tables,
    FrozenDictionary<string, CodeSet> CodeSets,
    Interpreter Interpreter)
{
    private readonly ConcurrentDictionary<NameSpace, IReadOnlySet<string>> _names = [];

    /// <summary>Whether all of it was found sound before, when it was packed.</summary>
    public bool IsSound { get; init; }

    /// <summary>The names of a namespace that the vocabulary knows.</summary>
    public IReadOnlySet<string> NamesOf(NameSpace space) => _names.GetOrAdd(space, one => one switch
    {
        NameSpace.Term => Interpreter.Vocabulary.Axes.SelectMany(axis => axis.Terms).Select(term => term.Name).ToHashSet(StringComparer.Ordinal),
        NameSpace.Axis => Interpreter.Vocabulary.Axes.Select(axis => axis.Name).ToHashSet(StringComparer.Ordinal),
        NameSpace.Section => Interpreter.Vocabulary.Schemas.SelectMany(schema => schema.Sections).Select(section => section.Name)
            .Concat([PageSection.Title, PageSection.Preamble, PageSection.Other]).ToHashSet(StringComparer.Ordinal),
        NameSpace.PageSchema => Interpreter.Vocabulary.Schemas.Select(schema => schema.Name).Append(PageSchema.None).ToHashSet(StringComparer.Ordinal),
        _ => throw new ArgumentOutOfRangeException(nameof(space), one, null),
    });

    /// <summary>For each axis, term, section and kind of page the digests of the files that say what it means: hashes of rules cover them.</summary>
    public IReadOnlyDictionary<string, string> Words { get; init; } = FrozenDictionary<string, string>.Empty;
}
