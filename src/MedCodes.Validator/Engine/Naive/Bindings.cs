using System.Collections.Immutable;
using MedCodes.Validator.Rules.Catalogue;
using MedCodes.Validator.Rules.Facts;
using MedCodes.Validator.Rules.Model;
using MedCodes.Validator.Rules.Values;

namespace MedCodes.Validator.Engine.Naive;

/// <summary>What the names of a rule stand for, in the order in which they were bound. Immutable.</summary>
internal sealed class Bindings : IBindings
{
    private readonly ImmutableArray<(string Name, Fact Fact)> _bound;
    private readonly Policy _policy;

    private Bindings(ImmutableArray<(string Name, Fact Fact)> bound, Policy policy)
    {
        _bound = bound;
        _policy = policy;
    }

    /// <summary>No name bound.</summary>
    /// <param name="policy">What <c>$policy</c> stands for.</param>
    public static Bindings None(Policy policy) => new([], policy);

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

    public Bindings With(string name, Fact fact) => new(_bound.Add((name, fact)), _policy);

    /// <summary>Whether the fact itself is bound already; rows of tables may be bound twice.</summary>
    public bool Holds(Fact fact) => _bound.Any(pair => ReferenceEquals(pair.Fact, fact));

    public Value Policy(Parameter parameter) => _policy[parameter];
}
