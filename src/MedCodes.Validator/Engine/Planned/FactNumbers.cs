using System.Collections.Immutable;
using MedCodes.Validator.Rules.Catalogue;
using MedCodes.Validator.Rules.Facts;
using MedCodes.Validator.Rules.Profiles;
using MedCodes.Validator.Rules.Values;

namespace MedCodes.Validator.Engine.Planned;

/// <summary>Numbers for the values of facts, the same for equal ones, so that facts are told apart fast. Belongs to one unit.</summary>
internal sealed class FactNumbers
{
    private readonly Dictionary<(FactKind Kind, Field? Field), int[]> _columns = [];
    private readonly Dictionary<(FactKind Kind, string Fields, bool ByPolicy), AlikeFacts> _alike = [];

    /// <summary>Tells all facts of a kind apart by fields, and by the profile of their claim where that counts.</summary>
    public AlikeFacts Tell(List<Fact> facts, FactKind kind, ImmutableArray<Field> fields, bool byPolicy)
    {
        var name = (kind, string.Join(' ', fields.Select(field => $"{field.Kind.Name}.{field.Name}").Order(StringComparer.Ordinal)), byPolicy);
        if (!_alike.TryGetValue(name, out var alike))
        {
            var columns = fields.Select(field => ColumnOf(facts, kind, field));
            _alike[name] = alike = new AlikeFacts(facts.Count, byPolicy ? columns.Append(PoliciesOf(facts, kind)) : columns);
        }

        return alike;
    }

    /// <summary>Forgets what was found out of what is denied.</summary>
    public void ForgetDenied()
    {
        _alike.Clear();
        foreach (var column in _columns.Keys.Where(column => column.Field == LineKinds.Denied).ToList())
            _columns.Remove(column);
    }

    private int[] ColumnOf(List<Fact> facts, FactKind kind, Field field)
    {
        if (_columns.TryGetValue((kind, field), out var column))
            return column;
        var known = new Dictionary<Value, int>();
        return _columns[(kind, field)] = [.. facts.Select(fact => NumberOf(known, fact[field]))];
    }

    private int[] PoliciesOf(List<Fact> facts, FactKind kind)
    {
        if (_columns.TryGetValue((kind, null), out var column))
            return column;
        var known = new Dictionary<(Profile? Profile, DateOnly? Day), int>();
        var ofClaims = new Dictionary<ClaimContent, int>(ReferenceEqualityComparer.Instance);
        return _columns[(kind, null)] =
        [
            .. facts.Select(fact =>
            {
                if (fact.Within(ClaimKinds.Claim)?.Content is not ClaimContent claim)
                    return -1;
                if (!ofClaims.TryGetValue(claim, out var number))
                    ofClaims[claim] = number = NumberOf(known, (claim.Profile, claim.ServiceDate));
                return number;
            }),
        ];
    }

    private static int NumberOf<T>(Dictionary<T, int> known, T value)
        where T : notnull
    {
        if (!known.TryGetValue(value, out var number))
            known[value] = number = known.Count;
        return number;
    }
}
