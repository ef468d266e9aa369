namespace MedCodes.Validator.Engine.Planned;

/// <summary>Facts of one kind told apart by some of their values. Belongs to one unit.</summary>
internal sealed class AlikeFacts
{
    private readonly int[] _classOf;
    private readonly int[] _rankOf;

    /// <summary>Tells facts apart.</summary>
    /// <param name="facts">How many there are.</param>
    /// <param name="columns">For each value that counts a number for each fact, the same for equal values.</param>
    public AlikeFacts(int facts, IEnumerable<int[]> columns)
    {
        _classOf = new int[facts];
        Count = facts == 0 ? 0 : 1;
        foreach (var column in columns)
            Count = Refine(column);
        _rankOf = new int[facts];
        var sizes = new int[Count];
        for (var place = 0; place < facts; place++)
            _rankOf[place] = sizes[_classOf[place]]++;
    }

    /// <summary>How many classes there are.</summary>
    public int Count { get; }

    public int ClassOf(int place) => _classOf[place];

    /// <summary>Whether so many facts of the same class, or more, come before a fact.</summary>
    public bool IsBehind(int place, int others) => _rankOf[place] >= others;

    private int Refine(int[] column)
    {
        var known = new Dictionary<(int Class, int Value), int>();
        for (var place = 0; place < _classOf.Length; place++)
        {
            var name = (_classOf[place], column[place]);
            if (!known.TryGetValue(name, out var of))
                known[name] = of = known.Count;
            _classOf[place] = of;
        }

        return known.Count;
    }
}

/// <summary>The values by which a rule tells facts of one kind apart: with equal ones each can stand for another in any binding.</summary>
/// <param name="Fields">The fields.</param>
/// <param name="ByPolicy">Whether the profile of their claim counts too.</param>
/// <param name="Most">How many of a class bindings can need, because names stand for different facts.</param>
internal sealed record Alike(System.Collections.Immutable.ImmutableArray<Rules.Catalogue.Field> Fields, bool ByPolicy, int Most);
