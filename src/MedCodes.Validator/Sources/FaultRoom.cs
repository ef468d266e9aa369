namespace MedCodes.Validator.Sources;

/// <summary>Where faults are kept: so many in memory, whatever lists they are of, and all others in one private temporary file that goes with it.</summary>
/// <remarks>One thread at a time gives faults to it; several may read those that it keeps, as long as it is not disposed of.</remarks>
/// <param name="mostInMemory">How many are kept in memory.</param>
internal sealed class FaultRoom(int mostInMemory = FaultRoom.UsuallyInMemory) : IDisposable
{
    // Some megabytes.
    private const int UsuallyInMemory = 1 << 14;

    private int _left = mostInMemory;
    private SpillFile? _file;

    /// <summary>Keeps faults of one file, at least one.</summary>
    /// <exception cref="SpillException">There is no room.</exception>
    public FaultBlock Keep(List<Fault> faults)
    {
        if (faults.Count > _left)
            return FaultBlock.Spilled(faults, _file ??= new SpillFile());
        _left -= faults.Count;
        return new FaultBlock([.. faults]);
    }

    /// <summary>Gives up the temporary file.</summary>
    public void Dispose() => _file?.Dispose();
}
