namespace MedCodes.Validator.Cli.Terminal;

/// <summary>
/// Lets the collector wait until a run has used more than it takes to start. Rules and tables make large arrays, which else start a
/// collection of everything every three megabytes, while nearly nothing is garbage; a small run ends before the first one.
/// </summary>
internal static class QuietStart
{
    /// <summary>What rules, all imported tables and a small file take, with some room, in bytes.</summary>
    private const long Room = 112L << 20;

    /// <summary>Less memory than this, in bytes, is too little to be generous with.</summary>
    private const long Enough = 8 * Room;

    /// <summary>Begins; the first collection ends it, and all is as usual from there on.</summary>
    public static void Begin()
    {
        if (GC.GetGCMemoryInfo().TotalAvailableMemoryBytes >= Enough)
            GC.TryStartNoGCRegion(Room);
    }
}
