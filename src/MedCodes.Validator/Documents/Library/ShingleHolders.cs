namespace MedCodes.Validator.Documents.Library;

/// <summary>Which pages have which five-word runs, in a few large arrays: a library of ten thousand pages has millions of runs.</summary>
internal sealed class ShingleHolders
{
    // Of a run that very many pages have the first of them stand for all.
    private const int MostHolders = 64;

    private readonly int[][] _ofPage;
    private readonly int[] _begins;
    private readonly int[] _holders;

    /// <param name="pages">The runs of each page, each once.</param>
    public ShingleHolders(ulong[][] pages)
    {
        var numbers = new Dictionary<ulong, int>();
        var counts = new List<int>();
        _ofPage = new int[pages.Length][];
        for (var page = 0; page < pages.Length; page++)
        {
            _ofPage[page] = new int[pages[page].Length];
            for (var i = 0; i < pages[page].Length; i++)
            {
                if (!numbers.TryGetValue(pages[page][i], out var number))
                {
                    numbers[pages[page][i]] = number = counts.Count;
                    counts.Add(0);
                }

                counts[number] = Math.Min(counts[number] + 1, MostHolders);
                _ofPage[page][i] = number;
            }
        }

        _begins = new int[counts.Count + 1];
        for (var number = 0; number < counts.Count; number++)
            _begins[number + 1] = _begins[number] + counts[number];
        _holders = new int[_begins[^1]];
        var filled = new int[counts.Count];
        for (var page = 0; page < pages.Length; page++)
        {
            foreach (var number in _ofPage[page])
            {
                if (filled[number] < counts[number])
                    _holders[_begins[number] + filled[number]++] = page;
            }
        }
    }

    /// <summary>The pages that have a run, in their order.</summary>
    public ReadOnlySpan<int> Of(int run) => _holders.AsSpan(_begins[run], _begins[run + 1] - _begins[run]);

    /// <summary>The runs of a page that the fewest pages have.</summary>
    /// <param name="page">The page.</param>
    /// <param name="count">How many of them, at most all.</param>
    public int[] RarestOf(int page, int count)
    {
        int[] runs = [.. _ofPage[page]];
        var order = new long[runs.Length];
        for (var i = 0; i < runs.Length; i++)
            order[i] = ((long)(_begins[runs[i] + 1] - _begins[runs[i]]) << 32) | (uint)i;
        Array.Sort(order, runs);
        return runs[..Math.Min(count, runs.Length)];
    }
}
