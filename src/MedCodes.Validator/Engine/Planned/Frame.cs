using System.Collections.Immutable;
using MedCodes.Validator.Rules.Catalogue;
using MedCodes.Validator.Rules.Facts;
using MedCodes.Validator.Rules.Model;
using MedCodes.Validator.Rules.Profiles;
using MedCodes.Validator.Rules.Values;

namespace MedCodes.Validator.Engine.Planned;

/// <summary>What the names of a rule stand for while it is judged: a slot a name, bound and released like a stack.</summary>
internal sealed class Frame(ImmutableArray<string> names, Profile fallback, DateOnly asOf) : IBindings
{
    private readonly Fact?[] _facts = new Fact?[names.Length];
    private readonly int[] _order = new int[names.Length];
    private ClaimContent? _holder;
    private bool _isHeld;

    /// <summary>How many names are bound.</summary>
    public int Count { get; private set; }

    public Fact? this[int slot] => _facts[slot];

    public Fact? this[string name]
    {
        get
        {
            for (var i = 0; i < Count; i++)
            {
                if (names[_order[i]] == name)
                    return _facts[_order[i]];
            }

            return null;
        }
    }

    public void Bind(int slot, Fact fact)
    {
        _facts[slot] = fact;
        _order[Count++] = slot;
    }

    /// <summary>Releases the names bound last until so many are left.</summary>
    public void ReleaseTo(int count)
    {
        while (Count > count)
            _facts[_order[--Count]] = null;
    }

    public bool Holds(Fact fact)
    {
        for (var i = 0; i < Count; i++)
        {
            if (ReferenceEquals(_facts[_order[i]], fact))
                return true;
        }

        return false;
    }

    /// <summary>The names with their facts, in the order in which they were bound.</summary>
    public ImmutableArray<(string Name, Fact Fact)> Snapshot()
    {
        var bound = ImmutableArray.CreateBuilder<(string, Fact)>(Count);
        for (var i = 0; i < Count; i++)
            bound.Add((names[_order[i]], _facts[_order[i]]!));
        return bound.MoveToImmutable();
    }

    /// <summary>Says whose profile counts, whatever is bound; null for the default one.</summary>
    public void Hold(ClaimContent? holder) => (_holder, _isHeld) = (holder, true);

    /// <summary>Whether the profile that counts is that of what is reported.</summary>
    public bool IsUnderThatOf(Fact at)
    {
        if (!_isHeld)
            return true;
        var own = at.Within(ClaimKinds.Claim)?.Content as ClaimContent;
        return own == _holder || (own is not null && _holder is not null && own.Profile == _holder.Profile && own.ServiceDate == _holder.ServiceDate);
    }

    /// <summary>The claim whose profile counts: the one that was said, else that of the first bound fact that stands in one.</summary>
    public ClaimContent? PolicyHolder
    {
        get
        {
            if (_isHeld)
                return _holder;
            for (var i = 0; i < Count; i++)
            {
                if (_facts[_order[i]]!.Within(ClaimKinds.Claim)?.Content is ClaimContent claim)
                    return claim;
            }

            return null;
        }
    }

    public Value Policy(Parameter parameter) =>
        PolicyHolder is { } claim ? claim.Profile[parameter, claim.ServiceDate] : fallback[parameter, asOf];
}
