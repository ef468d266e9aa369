using System.Collections;
using System.Collections.Immutable;
using System.Runtime.CompilerServices;

namespace MedCodes.Validator.Findings;

/// <summary>Findings that are not reported, each with the reason, however many. It holds them as <see cref="FindingList"/> does.</summary>
[CollectionBuilder(typeof(SetAsideList), nameof(Create))]
public sealed class SetAsideList : IReadOnlyList<SetAside>
{
    private readonly ImmutableArray<Group> _groups;

    private SetAsideList(ImmutableArray<Group> groups) => _groups = groups;

    /// <summary>The number of findings.</summary>
    public int Count => _groups.Sum(group => group.Findings.Count);

    /// <summary>A finding with its reason.</summary>
    /// <param name="index">Its position, from 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is none.</exception>
    public SetAside this[int index]
    {
        get
        {
            ArgumentOutOfRangeException.ThrowIfNegative(index);
            foreach (var group in _groups)
            {
                if (index < group.Findings.Count)
                    return group.Of(group.Findings[index]);
                index -= group.Findings.Count;
            }

            throw new ArgumentOutOfRangeException(nameof(index));
        }
    }

    /// <summary>A list of some.</summary>
    public static SetAsideList Create(ReadOnlySpan<SetAside> all)
    {
        var list = new SetAsideList([]);
        foreach (var one in all)
            list = list.With([one.Finding], one.Reason, one.Justification);
        return list;
    }

    /// <summary>The number of those with a reason.</summary>
    public int CountOf(SetAsideReason reason) => _groups.Where(group => group.Reason == reason).Sum(group => group.Findings.Count);

    /// <inheritdoc/>
    public IEnumerator<SetAside> GetEnumerator() => _groups.SelectMany(group => group.Findings.Select(group.Of)).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>The findings with a reason.</summary>
    internal IEnumerable<Finding> Of(SetAsideReason reason) => _groups.Where(group => group.Reason == reason).SelectMany(group => group.Findings);

    /// <summary>The list with further findings, all for one reason.</summary>
    internal SetAsideList With(FindingList findings, SetAsideReason reason, string? justification = null) =>
        findings.Count == 0 ? this : new SetAsideList(_groups.Add(new Group(findings, reason, justification)));

    private sealed record Group(FindingList Findings, SetAsideReason Reason, string? Justification)
    {
        public SetAside Of(Finding finding) => new(finding, Reason, Justification);
    }
}
