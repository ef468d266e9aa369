using System.Collections.Immutable;

namespace MedCodes.Validator.Documents.Interpretation;

/// <summary>Words of a term at a place of a text.</summary>
internal sealed class TermMatch(Axis axis, Term? term, TokenRange range, ImmutableArray<int> skipped)
{
    /// <summary>The axis.</summary>
    public Axis Axis { get; } = axis;

    /// <summary>The term; null for a phrase that counts as nothing.</summary>
    public Term? Term { get; } = term;

    /// <summary>The words.</summary>
    public TokenRange Range { get; } = range;

    /// <summary>Those of them that "..." stands for: they are not the term's own.</summary>
    public ImmutableArray<int> Skipped { get; } = skipped;

    /// <summary>The own words of all matches of each axis.</summary>
    public static Dictionary<Axis, HashSet<int>> OwnWordsByAxis(IEnumerable<TermMatch> matches)
    {
        var words = new Dictionary<Axis, HashSet<int>>(ReferenceEqualityComparer.Instance);
        foreach (var match in matches)
        {
            if (!words.TryGetValue(match.Axis, out var own))
                words.Add(match.Axis, own = []);
            own.UnionWith(match.OwnWords());
        }

        return words;
    }

    private IEnumerable<int> OwnWords() => Enumerable.Range(Range.First, Range.Length).Except(Skipped);
}
