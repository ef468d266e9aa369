using System.Collections.Frozen;
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
    /// <summary>For each axis, term, section and kind of page the digests of the files that say what it means: hashes of rules cover them.</summary>
    public FrozenDictionary<string, string> Words { get; init; } = FrozenDictionary<string, string>.Empty;
}
