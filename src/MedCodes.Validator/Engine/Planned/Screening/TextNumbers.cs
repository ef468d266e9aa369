using System.Text;
using MedCodes.Validator.Claims;
using MedCodes.Validator.Claims.Rows;

namespace MedCodes.Validator.Engine.Planned.Screening;

/// <summary>Numbers for texts, the same for the same text in every batch. Belongs to one worker.</summary>
internal sealed class TextNumbers
{
    // Numbers of long texts begin above what seven letters can pack to.
    private const ulong FirstLong = 1UL << 56;
    private const int LongestPacked = 7;
    private const ulong NotAscii = 0x8080_8080_8080_8080;

    // Pairs have numbers that no text has.
    private const ulong FirstPair = 1UL << 58;

    private readonly Dictionary<string, ulong> _long = new(StringComparer.Ordinal);
    private readonly Dictionary<(ulong First, ulong Second), ulong> _pairs = [];

    private string? _last;
    private ulong _lastNumber;

    /// <summary>How many long texts and pairs are remembered.</summary>
    public int Count => _long.Count + _pairs.Count;

    /// <summary>The number of a text by its place in a batch's pool; 0 for none.</summary>
    public ulong Of(ClaimBatch batch, uint place)
    {
        if (place == 0)
            return 0;
        var text = TextPool.At(batch.Rows.Texts, place);
        if (text.Length <= LongestPacked && PackedText.TryPack(text, out var packed) && (packed & NotAscii) == 0)
            return packed;
        Span<char> letters = stackalloc char[Math.Min(256, text.Length)];
        if (text.Length > letters.Length)
            return Of(Encoding.UTF8.GetString(text));
        var length = Encoding.UTF8.GetChars(text, letters);
        var known = _long.GetAlternateLookup<ReadOnlySpan<char>>();
        return known.TryGetValue(letters[..length], out var number) ? number : Of(new string(letters[..length]));
    }

    /// <summary>The number of a packed text. Letters beyond ASCII may decode alike though their bytes differ, so those go by what they decode to.</summary>
    public ulong OfPacked(ulong packed) => (packed & NotAscii) == 0 ? packed : Of(PackedText.Unpack(packed)!);

    /// <summary>The number of a pair of numbers, the same for the same pair and for no other.</summary>
    public ulong OfPair(ulong first, ulong second)
    {
        if (!_pairs.TryGetValue((first, second), out var number))
            _pairs[(first, second)] = number = FirstPair + (ulong)_pairs.Count;
        return number;
    }

    public void Clear()
    {
        _last = null;
        _long.Clear();
        _pairs.Clear();
    }

    /// <summary>The number of a text that stands in no batch.</summary>
    public ulong Of(string text)
    {
        if (ReferenceEquals(text, _last))
            return _lastNumber;
        if (!_long.TryGetValue(text, out var number))
            _long[text] = number = FirstLong + (ulong)_long.Count;
        (_last, _lastNumber) = (text, number);
        return number;
    }
}
