using System.Collections.Immutable;

namespace MedCodes.Validator.Engine.Planned.Screening;

/// <summary>What rows of one kind led to. Belongs to one worker.</summary>
internal sealed class ScreenMemos(ScreenKind kind)
{
    // A key holds most values of a row, so that fewer are kept than of other memos.
    private const int MostRows = 1 << 13;

    /// <summary>Under all common groups.</summary>
    public ValueMemo<ScreenResult> Rows { get; } = new(kind.Key.Width, MostRows);

    /// <summary>Under each common group.</summary>
    public ImmutableArray<ValueMemo<ScreenResult>> Common { get; } = [.. kind.Common.Select(group => new ValueMemo<ScreenResult>(group.Key.Width))];

    /// <summary>Under each wide group.</summary>
    public ImmutableArray<ValueMemo<ScreenResult>> Wide { get; } = [.. kind.Wide.Select(group => new ValueMemo<ScreenResult>(group.Key.Width))];

    public void Clear()
    {
        Rows.Clear();
        foreach (var memo in Common.Concat(Wide))
            memo.Clear();
    }
}
