using System.Collections.Frozen;
using MedCodes.Validator.Rules.Catalogue;
using MedCodes.Validator.Rules.CodeSets;

namespace MedCodes.Validator.Rules.Loading;

/// <summary>What rules may name: kinds of facts, code sets, terms, parameters of profiles.</summary>
internal sealed record Library(
    FrozenDictionary<string, FactKind> Kinds,
    FrozenDictionary<string, CodeSet> CodeSets);
