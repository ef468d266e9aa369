namespace MedCodes.Validator.Engine;

/// <summary>
/// Remembers of many keys which were seen more than once, in a few bits for each: a key that was seen twice is always known, one that
/// was seen once is rarely taken for such. Safe to use from several threads.
/// </summary>
internal sealed class KeysSeen
{
    // With so many places for each key and marks in so many of them, one of a hundred and fifty is taken for another.
    private const int PlacesOfKey = 12;
    private const int MarksOfKey = 4;
    private const int BitsOfPlace = 2;
    private const int BitsOfWord = 32;

    private readonly uint[] _words;
    private volatile bool _anyIsEqual;

    /// <param name="keys">About how many keys there are.</param>
    public KeysSeen(int keys) => _words = new uint[(long)Math.Max(keys, 64) * PlacesOfKey * BitsOfPlace / BitsOfWord];

    /// <summary>Notes that a key was seen; null for one that may be equal to any.</summary>
    public void Add(int? hash)
    {
        if (hash is not { } known)
        {
            _anyIsEqual = true;
            return;
        }

        for (var mark = 0; mark < MarksOfKey; mark++)
        {
            var (word, once, twice) = PlaceOf(known, mark);
            if ((Interlocked.Or(ref _words[word], once) & once) != 0)
                Interlocked.Or(ref _words[word], twice);
        }
    }

    /// <summary>Whether a key may have been seen more than once.</summary>
    public bool MayBeRepeated(int? hash)
    {
        if (_anyIsEqual || hash is not { } known)
            return true;
        for (var mark = 0; mark < MarksOfKey; mark++)
        {
            var (word, _, twice) = PlaceOf(known, mark);
            if ((_words[word] & twice) == 0)
                return false;
        }

        return true;
    }

    private (int Word, uint Once, uint Twice) PlaceOf(int hash, int mark)
    {
        // Hashes of numbers are near one another.
        var mixed = ((uint)hash + ((ulong)mark << 32)) * 0x9E3779B97F4A7C15UL;
        mixed = (mixed ^ (mixed >> 29)) * 0xBF58476D1CE4E5B9UL;
        var shift = (int)(mixed >> 60) * BitsOfPlace;
        return ((int)(((mixed >> 28 & uint.MaxValue) * (uint)_words.Length) >> 32), 1u << shift, 2u << shift);
    }
}
