using System.Runtime.InteropServices;

namespace MedCodes.Validator.Engine.Planned.Recall;

/// <summary>Remembers what the values of a unit's rows led to. Keys have any length; belongs to one worker.</summary>
internal sealed class UnitMemo
{
    // Bounds on memory: 16 MB of keys, and as many results as fit beside them. What is full begins anew.
    private const int MostKeyWords = 1 << 21;
    private const int MostResults = 1 << 17;

    private int _mask = 1023;
    private int[] _places = new int[1024];
    private Remembered[] _all = new Remembered[512];
    private ulong[] _keys = new ulong[8192];
    private int _count;
    private int _words;

    public UnitResult? Find(ReadOnlySpan<ulong> key, ulong hash)
    {
        for (var slot = (int)hash & _mask; _places[slot] != 0; slot = slot + 1 & _mask)
        {
            ref readonly var known = ref _all[_places[slot] - 1];
            if (known.Hash == hash && known.Length == key.Length && key.SequenceEqual(_keys.AsSpan(known.Start, known.Length)))
                return known.Result;
        }

        return null;
    }

    public void Add(ReadOnlySpan<ulong> key, ulong hash, UnitResult result)
    {
        if (_words + key.Length > MostKeyWords || _count == MostResults)
            Clear();
        if (_count == _all.Length)
            Grow();
        if (_words + key.Length > _keys.Length)
            Array.Resize(ref _keys, Math.Max(_keys.Length * 2, _words + key.Length));
        key.CopyTo(_keys.AsSpan(_words));
        _all[_count++] = new Remembered(hash, _words, key.Length, result);
        _words += key.Length;
        Place(hash, _count);
    }

    public void Clear()
    {
        Array.Clear(_places);
        Array.Clear(_all);
        (_count, _words) = (0, 0);
    }

    public static ulong HashOf(ReadOnlySpan<ulong> key)
    {
        var hash = (ulong)key.Length;
        foreach (var word in key)
            hash = (hash ^ word) * 0x9E3779B97F4A7C15 ^ hash >> 29;
        return hash ^ hash >> 32;
    }

    private void Grow()
    {
        Array.Resize(ref _all, _all.Length * 2);
        _mask = _mask * 2 + 1;
        _places = new int[_mask + 1];
        for (var i = 0; i < _count; i++)
            Place(_all[i].Hash, i + 1);
    }

    private void Place(ulong hash, int number)
    {
        var slot = (int)hash & _mask;
        while (_places[slot] != 0)
            slot = slot + 1 & _mask;
        _places[slot] = number;
    }

    [StructLayout(LayoutKind.Auto)]
    private readonly record struct Remembered(ulong Hash, int Start, int Length, UnitResult Result);
}
