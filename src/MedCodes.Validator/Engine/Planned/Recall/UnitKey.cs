using MedCodes.Validator.Engine.Planned.Screening;

namespace MedCodes.Validator.Engine.Planned.Recall;

/// <summary>The values of a unit's rows, written one behind the other. Belongs to one worker.</summary>
internal sealed class UnitKey
{
    // Where numbers begin that stand for a value which is only held against others.
    private const ulong FirstShared = 3UL << 62;
    private const int MostValues = 64;

    private ulong[] _words = new ulong[256];
    private readonly ulong[] _shared = new ulong[MostValues];
    private readonly int[] _columns = new int[MostValues];
    private readonly List<long> _offsets = [];
    private int _sharedCount;
    private int _count;

    public ReadOnlySpan<ulong> Words => _words.AsSpan(0, _count);

    public void Begin(ulong first)
    {
        (_count, _sharedCount) = (0, 0);
        _offsets.Clear();
        Add(first);
    }

    public void Add(ulong word)
    {
        if (_count == _words.Length)
            Array.Resize(ref _words, _count * 2);
        _words[_count++] = word;
    }

    /// <summary>Adds behind how many of those before it something stands in the file, which tells the order of all.</summary>
    public void AddRank(long offset)
    {
        var rank = 0UL;
        foreach (var other in _offsets)
            rank += other <= offset ? 1UL : 0;
        _offsets.Add(offset);
        Add(rank);
    }

    /// <summary>Adds for a value which of the values of its column before it is the same; false where there are too many.</summary>
    public bool TryAddShared(int column, ulong value)
    {
        if (value is 0 or >= Columns.FirstUnreadable)
        {
            // Missing and unreadable values are equal to nothing, not even to each other.
            Add(value);
            return true;
        }

        for (var i = 0; i < _sharedCount; i++)
        {
            if (_shared[i] != value || _columns[i] != column)
                continue;
            Add(FirstShared | (uint)i);
            return true;
        }

        if (_sharedCount == MostValues)
            return false;
        (_shared[_sharedCount], _columns[_sharedCount]) = (value, column);
        Add(FirstShared | (uint)_sharedCount++);
        return true;
    }
}
