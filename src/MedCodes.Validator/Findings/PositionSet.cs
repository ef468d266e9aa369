namespace MedCodes.Validator.Findings;

/// <summary>A set of positions in a list of findings, a bit for each.</summary>
internal sealed class PositionSet(int length)
{
    private const int Bits = 64;
    private readonly ulong[] _words = new ulong[(length / Bits) + 1];

    public bool Contains(int position) => (_words[position / Bits] & (1UL << (position % Bits))) != 0;

    /// <summary>Adds a position.</summary>
    /// <returns>Whether it was not there.</returns>
    public bool Add(int position)
    {
        if (Contains(position))
            return false;
        _words[position / Bits] |= 1UL << (position % Bits);
        return true;
    }
}
