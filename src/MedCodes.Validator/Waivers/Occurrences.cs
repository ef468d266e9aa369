namespace MedCodes.Validator.Waivers;

/// <summary>Counts how often a place has come up among the last ones.</summary>
/// <remarks>
/// Findings come in the order of their file, so that those at one place of a claim stand close together; a run of millions of them needs no
/// memory for what lies far behind.
/// </remarks>
internal sealed class Occurrences
{
    private const int Remembered = 1 << 17;

    private readonly Dictionary<UInt128, int> _counts = [];
    private readonly Queue<UInt128> _order = new();

    /// <summary>Counts a place.</summary>
    /// <param name="place">A number that no other place has.</param>
    /// <returns>How often it has come up, this time included.</returns>
    public int Count(UInt128 place)
    {
        if (_counts.TryGetValue(place, out var count))
            return _counts[place] = count + 1;
        if (_order.Count == Remembered)
            _counts.Remove(_order.Dequeue());
        _order.Enqueue(place);
        return _counts[place] = 1;
    }
}
