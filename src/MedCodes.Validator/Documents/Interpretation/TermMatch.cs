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
    public static Dictionary<Axis, IReadOnlySet<int>> OwnWordsByAxis(IEnumerable<TermMatch> matches) => matches.GroupBy(match => match.Axis)
        .ToDictionary(group => group.Key, IReadOnlySet<int> (group) => group.SelectMany(match => match.OwnWords()).ToHashSet());

    private IEnumerable<int> OwnWords() => Enumerable.Range(Range.First, Range.Length).Except(Skipped);
}
