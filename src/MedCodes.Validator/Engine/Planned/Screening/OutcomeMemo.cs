namespace MedCodes.Validator.Engine.Planned.Screening;

/// <summary>Remembers what a row's values lead to. Belongs to one worker.</summary>
/// <param name="width">How many values a key has.</param>
internal sealed class OutcomeMemo(int width)
{
    // Keys that never come again, such as dates of birth, must not fill the memory.
    private const int Most = 1 << 15;

    private int _mask = 255;
    private ulong[] _keys = new ulong[256 * width];
    private ScreenResult?[] _results = new ScreenResult?[256];
    private int _count;

    public ScreenResult? Find(ReadOnlySpan<ulong> key) => _results[PlaceOf(key)];

    public void Add(ReadOnlySpan<ulong> key, ScreenResult result)
    {
        if (_count >= Most)
            Clear();
        else if (_count * 2 > _mask)
            Grow();
        var place = PlaceOf(key);
        _count += _results[place] is null ? 1 : 0;
        key.CopyTo(_keys.AsSpan(place * width));
        _results[place] = result;
    }

    public void Clear()
    {
        Array.Clear(_results);
        _count = 0;
    }

    private int PlaceOf(ReadOnlySpan<ulong> key)
    {
        var hash = 0UL;
        foreach (var part in key)
            hash = (hash ^ part) * 0x9E3779B97F4A7C15 ^ hash >> 29;
        var place = (int)(hash >> 33) & _mask;
        while (_results[place] is not null && !key.SequenceEqual(_keys.AsSpan(place * width, width)))
            place = place + 1 & _mask;
        return place;
    }

    private void Grow()
    {
        var (keys, results) = (_keys, _results);
        _mask = _mask * 2 + 1;
        _keys = new ulong[(_mask + 1) * width];
        _results = new ScreenResult?[_mask + 1];
        for (var i = 0; i < results.Length; i++)
        {
            if (results[i] is not { } result)
                continue;
            var key = keys.AsSpan(i * width, width);
            var place = PlaceOf(key);
            key.CopyTo(_keys.AsSpan(place * width));
            _results[place] = result;
        }
    }
}
