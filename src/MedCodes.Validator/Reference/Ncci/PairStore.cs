using System.Collections.Immutable;
using System.Numerics;
using MedCodes.Validator.Claims.Rows;
using MedCodes.Validator.Reference.Stores;

namespace MedCodes.Validator.Reference.Ncci;

/// <summary>
/// The edits between pairs of codes: a matrix of bits over the codes of column 1 and column 2, which answers for most pairs that there is
/// no edit, and behind it the rows.
/// </summary>
/// <remarks>
/// A line of the matrix is 64 bytes, one line of the processor's cache: in front the number of bits set before it, then 480 bits. Lines
/// without a bit are left out, and one bit for each line tells which those are, so few that they stay in the cache. So a pair without an
/// edit costs at most one access to memory, and a pair with one finds the place of its answer in the same line. Most pairs share their
/// answer (dates and indicator) with thousands of others.
/// </remarks>
internal sealed class PairStore : IRowStore
{
    public const string Column1 = "column1";
    public const string Column2 = "column2";
    public const string Indicator = "indicator";

    public const int BitsInLine = 480;
    public const int WordsInLine = 8;

    public const int ShapeSection = 1;
    public const int FirstCodesSection = 2;
    public const int SecondCodesSection = 3;
    public const int LinesSection = 4;
    public const int AnswersSection = 5;
    public const int AnswerStartsSection = 6;
    public const int AnswerRowsSection = 7;
    public const int OccupiedSection = 8;

    private const int CountBits = 32;

    private readonly int _rowCount;
    private readonly int _linesInRow;
    private readonly Block<ulong> _first;
    private readonly Block<ulong> _second;
    private readonly Block<LineGroup> _occupied;
    private readonly Block<ulong> _lines;
    private readonly Block<ushort> _answers;
    private readonly Block<int> _answerStarts;
    private readonly Block<PairRow> _answerRows;

    /// <exception cref="InvalidDataException">A part is missing.</exception>
    public PairStore(ImmutableArray<Section> sections)
    {
        Section Part(int id) => sections.FirstOrDefault(section => section.Id == id) ?? throw new InvalidDataException("a release is damaged: a part of it is missing");
        var shape = Part(ShapeSection).As<int>();
        (_rowCount, _linesInRow) = (shape[0], shape[1]);
        _first = Part(FirstCodesSection).As<ulong>();
        _second = Part(SecondCodesSection).As<ulong>();
        _occupied = Part(OccupiedSection).As<LineGroup>();
        _lines = Part(LinesSection).As<ulong>();
        _answers = Part(AnswersSection).As<ushort>();
        _answerStarts = Part(AnswerStartsSection).As<int>();
        _answerRows = Part(AnswerRowsSection).As<PairRow>();
    }

    public static ImmutableArray<TableColumn> AllColumns { get; } =
    [
        new(Column1, ColumnType.Code),
        new(Column2, ColumnType.Code),
        new(TableDefinition.EffectiveColumn, ColumnType.Date),
        new(TableDefinition.DeletedColumn, ColumnType.Date),
        new(Indicator, ColumnType.Number),
    ];

    public static ImmutableArray<ImmutableArray<string>> AllWays { get; } = [[Column1, Column2]];

    public ImmutableArray<TableColumn> Columns => AllColumns;

    public ImmutableArray<ImmutableArray<string>> Ways => AllWays;

    public int RowCount => _rowCount;

    public IEnumerable<ulong> Codes => CodeNumbers.Codes(_first).Concat(CodeNumbers.Codes(_second));

    public RowRange Find(int way, ReadOnlySpan<ulong> key) => Find(key[0], key[1]);

    /// <summary>The rows of a pair of packed codes; none where the pair has no edit.</summary>
    public RowRange Find(ulong column1, ulong column2)
    {
        var first = CodeNumbers.Find(_first, column1);
        if (first < 0)
            return default;
        var second = CodeNumbers.Find(_second, column2);
        if (second < 0)
            return default;
        var (lineInRow, bit) = Math.DivRem((uint)second, BitsInLine);
        bit += CountBits;
        var number = (first * _linesInRow) + (int)lineInRow;
        ref readonly var group = ref _occupied[number >> 6];
        if ((group.Bits >> (number & 63) & 1) == 0)
            return default;
        var line = (group.Before + BitOperations.PopCount(group.Bits & (1UL << (number & 63)) - 1)) * WordsInLine;
        var word = _lines[line + (int)(bit >> 6)];
        if ((word >> (int)(bit & 63) & 1) == 0)
            return default;
        var answer = _answers[Rank(line, (int)bit)];
        var start = _answerStarts[answer];
        return new RowRange(start, _answerStarts[answer + 1] - start);
    }

    /// <summary>A row of a pair.</summary>
    public PairRow Row(int row) => _answerRows[row];

    public ulong Value(int way, ReadOnlySpan<ulong> key, int row, int column) => column switch
    {
        0 => key[0],
        1 => key[1],
        2 => (ulong)_answerRows[row].Effective,
        3 => (ulong)_answerRows[row].Deleted,
        _ => PackedNumber.TryPack(_answerRows[row].Indicator, 0, out var packed) ? packed : 0,
    };

    public string? TextOf(ulong value) => PackedText.Unpack(value);

    // How many bits are set before a bit of a line.
    private int Rank(int line, int bit)
    {
        var words = _lines.Slice(line, WordsInLine);
        var rank = (int)(words[0] & uint.MaxValue);
        var last = bit >> 6;
        var below = (1UL << (bit & 63)) - 1;
        if (last == 0)
            return rank + BitOperations.PopCount(words[0] >> CountBits << CountBits & below);
        rank += BitOperations.PopCount(words[0] >> CountBits);
        for (var i = 1; i < last; i++)
            rank += BitOperations.PopCount(words[i]);
        return rank + BitOperations.PopCount(words[last] & below);
    }
}

/// <summary>Which of 64 lines there are, and how many there are before them.</summary>
internal readonly record struct LineGroup(ulong Bits, int Before);

/// <summary>A row of a pair: packed dates, 0 for none, and the modifier indicator.</summary>
internal readonly record struct PairRow(int Effective, int Deleted, int Indicator);
