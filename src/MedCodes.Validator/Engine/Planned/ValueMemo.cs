using System.Runtime.CompilerServices;

namespace MedCodes.Validator.Engine.Planned;

/// <summary>Remembers what values lead to. Belongs to one worker.</summary>
/// <param name="width">How many values a key has.</param>
/// <param name="most">How many keys are remembered, or up to a half more; then a new one takes the place of another.</param>
/// <typeparam name="T">What they lead to.</typeparam>
internal sealed class ValueMemo<T>(int width, int most = 1 << 12)
{
    private const int FirstPlaces = 16;

    // Most keys lead to one of few results, such as that nothing was found: those are kept once and stay near.
    private const int MostShared = 8;

    // A key stands beside the number of its result, so that a look-up touches one place of memory; 0 where there is none.
    private readonly int _stride = width + 1;
    private ulong[] _places = new ulong[FirstPlaces * (width + 1)];
    private T[] _results = new T[FirstPlaces];
    private int _mask = FirstPlaces - 1;
    private int _keys;
    private int _found;
    private int _last;

    /// <summary>Finds what a key leads to.</summary>
    public bool TryFind(ReadOnlySpan<ulong> key, out T result)
    {
        // Rows beside each other are much alike.
        var number = _places[_last];
        if (number == 0 || !IsAt(_last, key))
            number = _places[_last = PlaceOf(key)];
        result = number == 0 ? default! : _results[number - 1];
        return number != 0;
    }

    public void Add(ReadOnlySpan<ulong> key, T result)
    {
        // Results that nothing leads to any more pile up slowly, and so do keys whose first place was empty when there were enough: without
        // empty places a search for a key that is not there would not end.
        if (_found > most * 2 || _keys > most + most / 2)
            Clear();
        else if (_keys * 2 > _mask && _keys < most)
            Grow();
        var place = PlaceOf(key);
        if (_places[place] == 0)
        {
            // Keys that never come again, such as dates of birth, must not fill the memory. Whatever lies on the way to others stays filled.
            if (_keys >= most)
                place = FirstPlaceOf(key) * _stride;
            _keys += _places[place] == 0 ? 1 : 0;
        }

        _places[place] = NumberOf(result, _places[place]);
        key.CopyTo(_places.AsSpan(place + 1));
    }

    public void Clear()
    {
        Array.Clear(_places);
        Array.Clear(_results);
        (_keys, _found, _last) = (0, 0, 0);
    }

    private ulong NumberOf(T result, ulong before)
    {
        var at = Array.IndexOf(_results, result, 0, Math.Min(_found, MostShared));
        if (at >= 0)
            return (ulong)at + 1;
        if (before > MostShared)
        {
            _results[before - 1] = result;
            return before;
        }

        if (_found == _results.Length)
            Array.Resize(ref _results, _found * 2);
        _results[_found++] = result;
        return (ulong)_found;
    }

    private int PlaceOf(ReadOnlySpan<ulong> key)
    {
        for (var at = FirstPlaceOf(key); ; at = at + 1 & _mask)
        {
            var place = at * _stride;
            if (_places[place] == 0 || IsAt(place, key))
                return place;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private int FirstPlaceOf(ReadOnlySpan<ulong> key)
    {
        var hash = 0UL;
        foreach (var part in key)
            hash = (hash ^ part) * 0x9E3779B97F4A7C15 ^ hash >> 29;
        return (int)(hash >> 33) & _mask;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private bool IsAt(int place, ReadOnlySpan<ulong> key)
    {
        var known = _places.AsSpan(place + 1, width);
        for (var i = 0; i < known.Length; i++)
        {
            if (known[i] != key[i])
                return false;
        }

        return true;
    }

    private void Grow()
    {
        var places = _places;
        (_mask, _last) = (_mask * 2 + 1, 0);
        _places = new ulong[(_mask + 1) * _stride];
        for (var i = 0; i < places.Length; i += _stride)
        {
            if (places[i] != 0)
                places.AsSpan(i, _stride).CopyTo(_places.AsSpan(PlaceOf(places.AsSpan(i + 1, width))));
        }
    }
}
