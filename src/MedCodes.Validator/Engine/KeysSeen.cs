namespace MedCodes.Validator.Engine;

/// <summary>
/// Remembers of many keys which were seen more than once, in a few bits for each: a key that was seen twice is always known, one that
/// was seen once is rarely taken for such. Safe to use from several threads.
/// </summary>
internal sealed class KeysSeen
{
    // With so many places for each key and marks in so many of them, one of some eight hundred is taken for another.
    private const int PlacesOfKey = 16;
    private const int MarksOfKey = sizeof(ulong);
    private const int BitsOfPlace = 2;
    private const int BitsOfWord = 32;
    private const int PlacesOfWord = BitsOfWord / BitsOfPlace;

    // The marks of a key stand together, so that a look at it is one at memory; a byte tells the place of one.
    private const int PlacesOfBlock = 1 << 8;
    private const int WordsOfBlock = PlacesOfBlock / PlacesOfWord;

    private readonly uint[] _words;
    private readonly uint _blocks;
    private volatile bool _anyIsEqual;

    /// <param name="keys">About how many keys there are.</param>
    public KeysSeen(int keys)
    {
        _blocks = (uint)(((long)keys * PlacesOfKey / PlacesOfBlock) + 1);
        _words = new uint[_blocks * WordsOfBlock];
    }

    /// <summary>Notes that a key was seen; null for one that may be equal to any.</summary>
    public void Add(ulong? hash)
    {
        if (hash is not { } known)
        {
            _anyIsEqual = true;
            return;
        }

        var (block, marks) = PlacesOf(known);
        for (var mark = 0; mark < MarksOfKey; mark++, marks >>= 8)
        {
            var (word, once) = PlaceOf(block, (byte)marks);
            if ((Interlocked.Or(ref _words[word], once) & once) != 0)
                Interlocked.Or(ref _words[word], once << 1);
        }
    }

    /// <summary>Whether a key may have been seen more than once.</summary>
    public bool MayBeRepeated(ulong? hash)
    {
        if (_anyIsEqual || hash is not { } known)
            return true;
        var (block, marks) = PlacesOf(known);
        for (var mark = 0; mark < MarksOfKey; mark++, marks >>= 8)
        {
            var (word, once) = PlaceOf(block, (byte)marks);
            if ((_words[word] & once << 1) == 0)
                return false;
        }

        return true;
    }

    private static (uint Word, uint Once) PlaceOf(uint block, byte mark) => (block + ((uint)mark / PlacesOfWord), 1u << mark % PlacesOfWord * BitsOfPlace);

    // Hashes of numbers are near one another.
    private (uint Block, ulong Marks) PlacesOf(ulong hash)
    {
        var mixed = hash * 0x9E3779B97F4A7C15UL;
        mixed = (mixed ^ (mixed >> 29)) * 0xBF58476D1CE4E5B9UL;
        mixed ^= mixed >> 32;
        return ((uint)((ulong)(uint)mixed * _blocks >> 32) * WordsOfBlock, mixed * 0x94D049BB133111EBUL ^ mixed >> 31);
    }
}
