using System.Collections.Immutable;
using MedCodes.Validator.Rules.Catalogue;
using MedCodes.Validator.Rules.Facts;

namespace MedCodes.Validator.Engine.Planned;

/// <summary>
/// Facts told apart by the values that decide. While one entry is bound, what a fact came to holds for all of its class, so that
/// of a class that came to nothing only the first fact is tried. Belongs to one unit.
/// </summary>
internal sealed class FactClasses
{
    private readonly int[] _classOf;
    private readonly int[] _passedOver;
    private int _binding;

    public FactClasses(List<Fact> facts, ImmutableArray<Field> fields)
    {
        _classOf = new int[facts.Count];
        var known = new Dictionary<int, List<(int Class, Fact First)>>();
        var count = 0;
        for (var place = 0; place < facts.Count; place++)
        {
            var fact = facts[place];
            var alike = ValueHash.TryHash(fact, fields, out var hash) ? ListOf(known, hash) : null;
            var found = alike?.FindIndex(one => fields.All(field => one.First[field].Equals(fact[field]))) ?? -1;
            _classOf[place] = found < 0 ? count++ : alike![found].Class;
            if (found < 0)
                alike?.Add((_classOf[place], fact));
        }

        _passedOver = new int[count];
    }

    /// <summary>Begins to bind anew: nothing is known to come to nothing.</summary>
    public void Begin() => _binding++;

    /// <summary>Whether a fact of the same class came to nothing.</summary>
    public bool IsPassedOver(int place) => _passedOver[_classOf[place]] == _binding;

    /// <summary>Passes over the class of a fact from here on.</summary>
    public void PassOver(int place) => _passedOver[_classOf[place]] = _binding;

    private static List<(int Class, Fact First)> ListOf(Dictionary<int, List<(int Class, Fact First)>> known, int hash)
    {
        if (!known.TryGetValue(hash, out var list))
            known[hash] = list = [];
        return list;
    }
}
