using System.Runtime.InteropServices;
using MedCodes.Validator.Reference.Importing;

namespace MedCodes.Validator.Reference.Ncci;

/// <summary>The answers to pairs: each a list of rows, which pairs share.</summary>
internal sealed class AnswerList(IReadOnlyList<PairRow> kinds)
{
    private readonly List<ushort> _ofPairs = [];
    private readonly List<int> _starts = [0];
    private readonly List<PairRow> _rows = [];
    private readonly Dictionary<int, ushort> _ofOneRow = [];
    private readonly Dictionary<string, ushort> _ofSeveral = new(StringComparer.Ordinal);

    public ReadOnlySpan<ushort> OfPairs => CollectionsMarshal.AsSpan(_ofPairs);

    public ReadOnlySpan<int> Starts => CollectionsMarshal.AsSpan(_starts);

    public ReadOnlySpan<PairRow> Rows => CollectionsMarshal.AsSpan(_rows);

    /// <summary>Adds the answer to the next pair.</summary>
    /// <param name="rows">Its rows; the lower half of each is the kind of row.</param>
    public void Add(ReadOnlySpan<ulong> rows)
    {
        if (rows.Length == 1)
        {
            ref var single = ref CollectionsMarshal.GetValueRefOrAddDefault(_ofOneRow, (int)rows[0], out var known);
            if (!known)
                single = Answer(rows);
            _ofPairs.Add(single);
            return;
        }

        var name = string.Join(' ', rows.ToArray().Select(row => (uint)row));
        if (!_ofSeveral.TryGetValue(name, out var answer))
            _ofSeveral.Add(name, answer = Answer(rows));
        _ofPairs.Add(answer);
    }

    // Combinations of dates and indicators: a set with the edits of thirty years has some thousand.
    private ushort Answer(ReadOnlySpan<ulong> rows)
    {
        if (_starts.Count > ushort.MaxValue)
            throw new RefusedException($"the edits have more than {ushort.MaxValue} combinations of dates and indicators");
        foreach (var row in rows)
            _rows.Add(kinds[(int)row]);
        _starts.Add(_rows.Count);
        return (ushort)(_starts.Count - 2);
    }
}
