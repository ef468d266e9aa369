using System.Collections.Immutable;
using System.Numerics;

namespace MedCodes.Validator.Findings;

/// <summary>Which of many findings are meant, in their order: a few by number, many by a bit each.</summary>
internal sealed class Positions
{
    // Bits cost less than numbers from here on.
    private const int BitsOfNumber = 32;
    private const int Bits = 64;

    private readonly ImmutableArray<int> _few;
    private readonly ulong[] _words;
    private readonly int[] _before;

    private Positions(int count, ImmutableArray<int> few, ulong[] words)
    {
        Count = count;
        _few = few;
        _words = words;
        _before = new int[words.Length];
        for (var i = 1; i < words.Length; i++)
            _before[i] = _before[i - 1] + BitOperations.PopCount(words[i - 1]);
    }

    public int Count { get; }

    /// <summary>The position that comes so many behind the first one.</summary>
    public int this[int rank]
    {
        get
        {
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(rank, Count);
            if (_words.Length == 0)
                return _few[rank];
            var word = Array.BinarySearch(_before, rank);
            if (word < 0)
                word = ~word - 1;

            // Of words that begin with the same number all but the last hold nothing.
            while (word + 1 < _before.Length && _before[word + 1] <= rank)
                word++;
            var rest = _words[word];
            for (var left = rank - _before[word]; left > 0; left--)
                rest &= rest - 1;
            return (word * Bits) + BitOperations.TrailingZeroCount(rest);
        }
    }

    /// <summary>All of them, in order.</summary>
    public IEnumerable<int> All()
    {
        foreach (var position in _few)
            yield return position;
        for (var word = 0; word < _words.Length; word++)
        {
            for (var rest = _words[word]; rest != 0; rest &= rest - 1)
                yield return (word * Bits) + BitOperations.TrailingZeroCount(rest);
        }
    }

    /// <summary>Takes positions in order.</summary>
    /// <param name="of">How many findings there are altogether.</param>
    public sealed class Builder(int of)
    {
        private readonly ImmutableArray<int>.Builder _few = ImmutableArray.CreateBuilder<int>();
        private ulong[] _words = [];

        public int Count { get; private set; }

        public void Add(int position)
        {
            Count++;
            if (_words.Length == 0 && Count > of / BitsOfNumber)
            {
                _words = new ulong[(of / Bits) + 1];
                foreach (var earlier in _few)
                    Set(earlier);
                _few.Clear();
            }

            if (_words.Length == 0)
                _few.Add(position);
            else
                Set(position);
        }

        public Positions ToPositions() => new(Count, _few.ToImmutable(), _words);

        private void Set(int position) => _words[position / Bits] |= 1UL << (position % Bits);
    }
}
