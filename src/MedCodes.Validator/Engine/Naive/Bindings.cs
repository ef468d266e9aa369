using System.Collections.Immutable;
using MedCodes.Validator.Rules.Catalogue;
using MedCodes.Validator.Rules.Facts;
using MedCodes.Validator.Rules.Model;
using MedCodes.Validator.Rules.Profiles;
using MedCodes.Validator.Rules.Values;

namespace MedCodes.Validator.Engine.Naive;

/// <summary>What the names of a rule stand for, in the order in which they were bound. Immutable.</summary>
internal sealed class Bindings : IBindings
{
    private readonly ImmutableArray<(string Name, Fact Fact)> _bound;
    private readonly Profile _fallback;
    private readonly DateOnly _asOf;

    private Bindings(ImmutableArray<(string Name, Fact Fact)> bound, Profile fallback, DateOnly asOf)
    {
        _bound = bound;
        _fallback = fallback;
        _asOf = asOf;
    }

    public static Bindings None(Profile fallback, DateOnly asOf) => new([], fallback, asOf);

    public ImmutableArray<(string Name, Fact Fact)> All => _bound;

    public Fact? this[string name]
    {
        get
        {
            foreach (var (bound, fact) in _bound)
            {
                if (bound == name)
                    return fact;
            }

            return null;
        }
    }

    public Bindings With(string name, Fact fact) => new(_bound.Add((name, fact)), _fallback, _asOf);

    /// <summary>Whether the fact itself is bound already; rows of tables may be bound twice.</summary>
    public bool Holds(Fact fact) => _bound.Any(pair => ReferenceEquals(pair.Fact, fact));

    /// <summary>The profile of the first bound fact that stands in a claim, else the default one.</summary>
    public Value Policy(Parameter parameter)
    {
        foreach (var (_, fact) in _bound)
        {
            if (fact.Within(ClaimKinds.Claim)?.Content is ClaimContent claim)
                return claim.Profile[parameter, claim.ServiceDate];
        }

        return _fallback[parameter, _asOf];
    }
}
