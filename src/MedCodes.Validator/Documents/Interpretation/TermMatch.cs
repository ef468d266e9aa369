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

    /// <summary>Whether a word is one of the term's own.</summary>
    public bool Has(int word) => word >= Range.First && word < Range.End && !Skipped.Contains(word);
}

/// <summary>The own words of the matches of an axis; none by default.</summary>
/// <param name="Matches">All matches of a text.</param>
/// <param name="Axis">The axis.</param>
internal readonly record struct OwnWords(IReadOnlyList<TermMatch>? Matches, Axis Axis)
{
    /// <summary>Whether a word is one of them.</summary>
    public bool Contains(int word)
    {
        for (var i = 0; i < Matches?.Count; i++)
        {
            if (ReferenceEquals(Matches[i].Axis, Axis) && Matches[i].Has(word))
                return true;
        }

        return false;
    }
}
