using System.Buffers.Binary;
using System.Collections.Immutable;
using System.Numerics;
using System.Runtime.InteropServices;
using MedCodes.Validator.Reference.Stores;

namespace MedCodes.Validator.Reference.Ncci;

/// <summary>Collects rows of pairs and makes the sections of a <see cref="PairStore"/>.</summary>
internal sealed class PairStoreBuilder
{
    private const int NumberBits = 16;

    private readonly Dictionary<ulong, int> _first = [];
    private readonly Dictionary<ulong, int> _second = [];
    private readonly Dictionary<PairRow, int> _kinds = [];
    private readonly List<PairRow> _kindList = [];

    // A row is the numbers of its codes in the order in which they came, and behind them the kind of row.
    private readonly List<ulong> _rows = [];

    public int RowCount => _rows.Count;

    /// <summary>The earliest first day of a row, packed; 0 where there is none.</summary>
    public int Earliest => _kindList.Where(kind => kind.Effective > 0).Select(kind => kind.Effective).DefaultIfEmpty().Min();

    /// <summary>Adds a row; false where there are more codes than the store can number.</summary>
    public bool TryAdd(ulong column1, ulong column2, PairRow row)
    {
        var first = NumberOf(_first, column1);
        var second = NumberOf(_second, column2);
        ref var kind = ref CollectionsMarshal.GetValueRefOrAddDefault(_kinds, row, out var known);
        if (!known)
        {
            kind = _kindList.Count;
            _kindList.Add(row);
        }

        _rows.Add(((ulong)first << NumberBits | (uint)second) << 32 | (uint)kind);
        return _first.Count <= CodeNumbers.Most && _second.Count <= CodeNumbers.Most;
    }

    public ImmutableArray<Section> Build()
    {
        var (firstCodes, firstNumbers) = InOrder(_first);
        var (secondCodes, secondNumbers) = InOrder(_second);
        var rows = CollectionsMarshal.AsSpan(_rows);
        for (var i = 0; i < rows.Length; i++)
        {
            var first = firstNumbers[(int)(rows[i] >> 32 + NumberBits)];
            var second = secondNumbers[(int)(rows[i] >> 32 & ushort.MaxValue)];
            rows[i] = ((ulong)first << NumberBits | (uint)second) << 32 | rows[i] & uint.MaxValue;
        }

        rows.Sort();
        var linesInRow = (secondCodes.Length + PairStore.BitsInLine - 1) / PairStore.BitsInLine;
        var lines = new ulong[firstCodes.Length * linesInRow * PairStore.WordsInLine];
        var answers = new AnswerList(_kindList);
        for (var start = 0; start < rows.Length;)
        {
            var pair = rows[start] >> 32;
            var end = start + 1;
            while (end < rows.Length && rows[end] >> 32 == pair)
                end++;
            var (line, bit) = Math.DivRem((int)(pair & ushort.MaxValue), PairStore.BitsInLine);
            bit += 32;
            lines[((((int)(pair >> NumberBits) * linesInRow) + line) * PairStore.WordsInLine) + (bit >> 6)] |= 1UL << (bit & 63);
            answers.Add(rows[start..end]);
            start = end;
        }

        var (occupied, kept) = Compact(lines);
        return
        [
            Section.Of<int>(PairStore.ShapeSection, [RowCount, linesInRow]),
            Section.Of<ulong>(PairStore.FirstCodesSection, CodeNumbers.Table(firstCodes)),
            Section.Of<ulong>(PairStore.SecondCodesSection, CodeNumbers.Table(secondCodes)),
            Section.Of<LineGroup>(PairStore.OccupiedSection, occupied),
            Section.Of<ulong>(PairStore.LinesSection, kept),
            Section.Of(PairStore.AnswersSection, answers.OfPairs),
            Section.Of(PairStore.AnswerStartsSection, answers.Starts),
            Section.Of(PairStore.AnswerRowsSection, answers.Rows),
        ];
    }

    // Leaves out the lines without a bit; each of the others starts with how many bits are set before it.
    private static (LineGroup[] Occupied, ulong[] Kept) Compact(ulong[] lines)
    {
        var kept = new List<ulong>();
        var occupied = new LineGroup[((lines.Length / PairStore.WordsInLine) + 63) / 64];
        var before = 0UL;
        for (var start = 0; start < lines.Length; start += PairStore.WordsInLine)
        {
            var line = lines.AsSpan(start, PairStore.WordsInLine);
            var number = start / PairStore.WordsInLine;
            ref var group = ref occupied[number >> 6];
            if ((number & 63) == 0)
                group = new LineGroup(0, kept.Count / PairStore.WordsInLine);
            var bits = 0;
            foreach (var word in line)
                bits += BitOperations.PopCount(word);
            if (bits == 0)
                continue;
            group = group with { Bits = group.Bits | 1UL << (number & 63) };
            line[0] |= before;
            before += (uint)bits;
            kept.AddRange(line);
        }

        return (occupied, [.. kept]);
    }

    private static int NumberOf(Dictionary<ulong, int> numbers, ulong code)
    {
        ref var number = ref CollectionsMarshal.GetValueRefOrAddDefault(numbers, code, out var known);
        if (!known)
            number = numbers.Count - 1;
        return number;
    }

    // Codes of one family stand together, so that a claim's look-ups share lines.
    private static (ulong[] Codes, int[] Numbers) InOrder(Dictionary<ulong, int> codes)
    {
        var ordered = codes.OrderBy(code => BinaryPrimitives.ReverseEndianness(code.Key)).ToList();
        var numbers = new int[ordered.Count];
        for (var i = 0; i < ordered.Count; i++)
            numbers[ordered[i].Value] = i;
        return ([.. ordered.Select(code => code.Key)], numbers);
    }
}
