using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using MedCodes.Validator.Rules.Catalogue;
using MedCodes.Validator.Rules.Model;

namespace MedCodes.Validator.Engine;

/// <summary>The fields of a bound fact that belong to the proof of a rule: those that the rule reads, in the catalogue's order.</summary>
internal sealed class WitnessFields
{
    private static readonly ConditionalWeakTable<RuleLogic, WitnessFields> All = [];

    private readonly ILookup<string, Field> _read;
    private readonly ConcurrentDictionary<(string Name, FactKind Kind), ImmutableArray<Field>> _known = new();

    private WitnessFields(RuleLogic logic) =>
        _read = logic.Reads.ToLookup(reference => reference.Name, reference => reference.Field, StringComparer.Ordinal);

    /// <summary>Those of a rule. A rule with many findings works them out once.</summary>
    public static WitnessFields Of(RuleLogic logic) => All.GetValue(logic, of => new WitnessFields(of));

    /// <summary>Those of a name that is bound to a fact of a kind: the kind's own fields first, then those of the wholes.</summary>
    public ImmutableArray<Field> this[string name, FactKind kind] => _known.GetOrAdd((name, kind), bound =>
    {
        var order = bound.Kind.AllFields.ToList();
        return [.. _read[bound.Name].Where(field => bound.Kind.Find(field.Name) == field && field.Type.Scalar != ScalarType.Fact).OrderBy(order.IndexOf)];
    });
}
