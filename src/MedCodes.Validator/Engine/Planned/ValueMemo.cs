using System.Runtime.CompilerServices;

namespace MedCodes.Validator.Engine.Planned;

/// <summary>Remembers what values lead to. Belongs to one worker.</summary>
/// <param name="width">How many values a key has.</param>
/// <param name="most">How many keys are remembered; then it begins anew.</param>
/// <typeparam name="T">What they lead to.</typeparam>
internal sealed class ValueMemo<T>(int width, int most = 1 << 12)
{
    private int _mask = 15;
    private ulong[] _keys = new ulong[16 * width];
    private T[] _results = new T[16];
    private bool[] _isKnown = new bool[16];
    private int _count;
    private int _last;

    /// <summary>Finds what a key leads to.</summary>
    public bool TryFind(ReadOnlySpan<ulong> key, out T result)
    {
        // Rows beside each other are much alike.
        if (!_isKnown[_last] || !IsAt(_last, key))
            _last = PlaceOf(key);
        result = _results[_last];
        return _isKnown[_last];
    }

    public void Add(ReadOnlySpan<ulong> key, T result)
    {
        // Keys that never come again, such as dates of birth, must not fill the memory.
        if (_count >= most)
            Clear();
        else if (_count * 2 > _mask)
            Grow();
        var place = PlaceOf(key);
        _count += _isKnown[place] ? 0 : 1;
        key.CopyTo(_keys.AsSpan(place * width));
        (_results[place], _isKnown[place]) = (result, true);
    }

    public void Clear()
    {
        Array.Clear(_results);
        Array.Clear(_isKnown);
        (_count, _last) = (0, 0);
    }

    private int PlaceOf(ReadOnlySpan<ulong> key)
    {
        var hash = 0UL;
        foreach (var part in key)
            hash = (hash ^ part) * 0x9E3779B97F4A7C15 ^ hash >> 29;
        var place = (int)(hash >> 33) & _mask;
        while (_isKnown[place] && !IsAt(place, key))
            place = place + 1 & _mask;
        return place;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private bool IsAt(int place, ReadOnlySpan<ulong> key)
    {
        var known = _keys.AsSpan(place * width, width);
        for (var i = 0; i < known.Length; i++)
        {
            if (known[i] != key[i])
                return false;
        }

        return true;
    }

    private void Grow()
    {
        var (keys, results, isKnown) = (_keys, _results, _isKnown);
        (_mask, _last) = (_mask * 2 + 1, 0);
        _keys = new ulong[(_mask + 1) * width];
        _results = new T[_mask + 1];
        _isKnown = new bool[_mask + 1];
        for (var i = 0; i < results.Length; i++)
        {
            if (!isKnown[i])
                continue;
            var key = keys.AsSpan(i * width, width);
            var place = PlaceOf(key);
            key.CopyTo(_keys.AsSpan(place * width));
            (_results[place], _isKnown[place]) = (results[i], true);
        }
    }
}
