using System.Collections.Immutable;

namespace MedCodes.Validator.Engine.Planned.Screening;

/// <summary>What rows of one kind led to. Belongs to one worker.</summary>
internal sealed class ScreenMemos(ScreenKind kind)
{
    // Codes with their modifiers are many, what they lead to is not.
    private const int MostValues = 1 << 14;

    // A key holds most values of a row, so that fewer are kept.
    private const int MostRows = 1 << 13;

    private readonly HashSet<ScreenResult> _results = [];

    /// <summary>Under all common groups.</summary>
    public ValueMemo<ScreenResult> Rows { get; } = new(kind.Key.Width, MostRows);

    /// <summary>Under each common group.</summary>
    public ImmutableArray<ValueMemo<ScreenResult>> Common { get; } = [.. kind.Common.Select(group => new ValueMemo<ScreenResult>(group.Key.Width, MostValues))];

    /// <summary>Under each wide group.</summary>
    public ImmutableArray<ValueMemo<ScreenResult>> Wide { get; } = [.. kind.Wide.Select(group => new ValueMemo<ScreenResult>(group.Key.Width))];

    /// <summary>Which rules the values of each column leave.</summary>
    public ImmutableArray<ValueMemo<ulong[]>> Allowed { get; } = [.. Enumerable.Range(0, kind.Exclusions.Count).Select(_ => new ValueMemo<ulong[]>(1, MostValues))];

    /// <summary>The result that is kept of equal ones, so that few are and stay near.</summary>
    public ScreenResult Share(ScreenResult result)
    {
        if (_results.TryGetValue(result, out var kept))
            return kept;
        if (_results.Count >= MostValues)
            _results.Clear();
        _results.Add(result);
        return result;
    }

    public void Clear()
    {
        _results.Clear();
        Rows.Clear();
        foreach (var memo in Common.Concat(Wide))
            memo.Clear();
        foreach (var memo in Allowed)
            memo.Clear();
    }
}
