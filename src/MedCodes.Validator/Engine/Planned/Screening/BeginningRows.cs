using System.Runtime.CompilerServices;

namespace MedCodes.Validator.Engine.Planned.Screening;

/// <summary>Which rules may begin with which rows of a patient. Belongs to one worker.</summary>
/// <param name="kinds">How many kinds of row are screened.</param>
/// <param name="words">How many words a set of rules has.</param>
internal sealed class BeginningRows(int kinds, int words)
{
    private int[] _starts = new int[kinds];
    private ulong[] _sets = new ulong[words * 16];
    private int _rows;

    /// <summary>Begins a patient.</summary>
    public void Clear() => _rows = 0;

    /// <summary>Begins the rows of a kind in a claim; they follow one by one.</summary>
    public void Begin(int claim, int kind)
    {
        var at = claim * kinds + kind;
        if (at >= _starts.Length)
            Array.Resize(ref _starts, Math.Max(at + 1, _starts.Length * 2));
        _starts[at] = _rows;
    }

    /// <summary>Adds a row with which no rule may begin yet.</summary>
    public void AddRow()
    {
        if (++_rows * words > _sets.Length)
            Array.Resize(ref _sets, _sets.Length * 2);
        Array.Clear(_sets, (_rows - 1) * words, words);
    }

    /// <summary>Adds rules that may begin with the row that was added last.</summary>
    public void Add(ReadOnlySpan<ulong> begin)
    {
        var set = _sets.AsSpan((_rows - 1) * words, words);
        for (var i = 0; i < set.Length; i++)
            set[i] |= begin[i];
    }

    /// <summary>Whether a rule may begin with a row.</summary>
    /// <param name="claim">The place of the claim.</param>
    /// <param name="kind">The kind.</param>
    /// <param name="row">The place of the row among those of the kind in the claim.</param>
    /// <param name="rule">The rule.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool MayBegin(int claim, int kind, int row, int rule) =>
        (_sets[(_starts[claim * kinds + kind] + row) * words + (rule >> 6)] >> rule & 1) != 0;
}
