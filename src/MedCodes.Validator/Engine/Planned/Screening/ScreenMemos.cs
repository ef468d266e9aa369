using System.Collections.Immutable;

namespace MedCodes.Validator.Engine.Planned.Screening;

/// <summary>What rows of one kind led to. Belongs to one worker.</summary>
/// <param name="kind">The kind of row.</param>
/// <param name="room">How much is remembered.</param>
internal sealed class ScreenMemos(ScreenKind kind, MemoRoom room)
{
    // Codes with their modifiers are many, what they lead to is not.
    private const int UsualValues = 1 << 14;

    // A key holds most values of a row, so that fewer are kept.
    private const int UsualRows = 1 << 13;

    // Groups of many columns, whose values hardly ever meet again.
    private const int UsualWide = 1 << 12;

    private readonly HashSet<ScreenResult> _results = [];

    /// <summary>Under all common groups.</summary>
    public ValueMemo<ScreenResult> Rows { get; } = new(kind.Key.Width, room.Of(UsualRows));

    /// <summary>Under each common group.</summary>
    public ImmutableArray<ValueMemo<ScreenResult>> Common { get; } = [.. kind.Common.Select(group => new ValueMemo<ScreenResult>(group.Key.Width, room.Of(UsualValues)))];

    /// <summary>Under each wide group.</summary>
    public ImmutableArray<ValueMemo<ScreenResult>> Wide { get; } = [.. kind.Wide.Select(group => new ValueMemo<ScreenResult>(group.Key.Width, room.Of(UsualWide)))];

    /// <summary>Which rules the values of each column leave.</summary>
    public ImmutableArray<ValueMemo<ulong[]>> Allowed { get; } = [.. Enumerable.Range(0, kind.Exclusions.Count).Select(_ => new ValueMemo<ulong[]>(1, room.Of(UsualValues)))];

    /// <summary>The result that is kept of equal ones, so that few are and stay near.</summary>
    public ScreenResult Share(ScreenResult result)
    {
        if (_results.TryGetValue(result, out var kept))
            return kept;
        if (_results.Count >= room.Of(UsualValues))
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
