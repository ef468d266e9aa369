using System.Collections.Frozen;
using System.Collections.Immutable;

namespace MedCodes.Validator.Documents;

/// <summary>The words that pages are read with: axes of terms and kinds of pages. Immutable and shared by all threads.</summary>
internal sealed class Vocabulary
{
    private readonly FrozenDictionary<string, ImmutableArray<string>> _closures;
    private readonly FrozenSet<string> _billing;

    /// <param name="axes">The axes; the names of terms and axes are unique among all of them.</param>
    /// <param name="schemas">The kinds of pages, of which a page takes the first that fits best.</param>
    /// <exception cref="ArgumentException">A name occurs twice, or a term covers one that its axis does not have.</exception>
    public Vocabulary(IEnumerable<Axis> axes, IEnumerable<PageSchema> schemas)
    {
        Axes = [.. axes];
        Schemas = [.. schemas];
        _billing = Axes.Where(axis => axis.Billing).Select(axis => axis.Name).ToFrozenSet(StringComparer.Ordinal);
        var closures = new Dictionary<string, ImmutableArray<string>>(StringComparer.Ordinal);
        foreach (var axis in Axes)
        {
            foreach (var term in axis.Terms)
                closures.Add(term.Name, Closure(axis, term));
            closures.Add(axis.Name, [.. axis.Terms.Select(term => term.Name)]);
        }

        _closures = closures.ToFrozenDictionary(StringComparer.Ordinal);
    }

    /// <summary>No words and no kinds of pages.</summary>
    public static Vocabulary Empty { get; } = new([], []);

    /// <summary>The axes.</summary>
    public ImmutableArray<Axis> Axes { get; }

    /// <summary>The kinds of pages.</summary>
    public ImmutableArray<PageSchema> Schemas { get; }

    /// <summary>Whether a name is that of a term or an axis.</summary>
    public bool Knows(string termOrAxis) => _closures.ContainsKey(termOrAxis);

    /// <summary>Whether the values of an axis tell codes apart.</summary>
    public bool IsBilling(string axis) => _billing.Contains(axis);

    /// <summary>A term and all that it covers, itself first; of an axis all its terms.</summary>
    /// <exception cref="ArgumentException">There is no such term or axis.</exception>
    public ImmutableArray<string> TermsOf(string termOrAxis) => _closures.TryGetValue(termOrAxis, out var terms)
        ? terms
        : throw new ArgumentException($"There is no term or axis '{termOrAxis}'.", nameof(termOrAxis));

    private static ImmutableArray<string> Closure(Axis axis, Term start)
    {
        var found = new List<string> { start.Name };
        for (var i = 0; i < found.Count; i++)
        {
            var term = axis.Terms.FirstOrDefault(term => term.Name == found[i])
                ?? throw new ArgumentException($"Axis '{axis.Name}' covers a term '{found[i]}' that it does not have.", nameof(axis));
            found.AddRange(term.Covers.Where(covered => !found.Contains(covered)));
        }

        return [.. found];
    }
}
