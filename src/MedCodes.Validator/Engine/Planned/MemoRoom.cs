namespace MedCodes.Validator.Engine.Planned;

/// <summary>
/// How much workers may remember: as many keys as usual, or halved as often as it takes for all workers to have room. What rules say does not
/// depend on it; what was forgotten is found out again.
/// </summary>
/// <param name="halvings">How often.</param>
internal sealed class MemoRoom(int halvings)
{
    // What a worker comes to remember of claims with some ten thousand codes.
    private const long UsualOfWorker = 32 << 20;
    private const int MostHalvings = 6;

    /// <summary>As much as usual.</summary>
    public static MemoRoom Usual { get; } = new(0);

    /// <summary>The room that so many bytes are for some workers.</summary>
    public static MemoRoom Within(long bytes, int workers)
    {
        var halvings = 0;
        while (halvings < MostHalvings && bytes / workers < UsualOfWorker >> halvings)
            halvings++;
        return new MemoRoom(halvings);
    }

    /// <summary>How many keys are remembered.</summary>
    /// <param name="usual">How many usually are.</param>
    public int Of(int usual) => usual >> halvings;
}
