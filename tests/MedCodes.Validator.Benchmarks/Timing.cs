using System.Diagnostics;

namespace MedCodes.Validator.Benchmarks;

/// <summary>The best of some rounds of the same work in this process.</summary>
/// <param name="Taken">The shortest time.</param>
/// <param name="OfCores">The least time of all cores together.</param>
/// <param name="Allocated">The bytes that the last round allocated.</param>
internal readonly record struct Timing(TimeSpan Taken, TimeSpan OfCores, long Allocated)
{
    // Slower work is timed once.
    private static readonly TimeSpan Long = TimeSpan.FromSeconds(20);

    /// <summary>Times work.</summary>
    /// <param name="rounds">How often it is done at the most.</param>
    /// <param name="work">The work.</param>
    public static Timing Of(int rounds, Action work) => Of(rounds, () => true, _ => work());

    /// <summary>Times work on what is made for each round, which does not count.</summary>
    /// <param name="rounds">How often it is done at the most.</param>
    /// <param name="prepare">Makes what it needs.</param>
    /// <param name="work">The work.</param>
    public static Timing Of<T>(int rounds, Func<T> prepare, Action<T> work)
    {
        var best = new Timing(TimeSpan.MaxValue, TimeSpan.MaxValue, 0);
        for (var round = 0; round < rounds && (round == 0 || best.Taken < Long); round++)
        {
            var prepared = prepare();
            GC.Collect();
            var before = GC.GetTotalAllocatedBytes(precise: true);
            var cores = Environment.CpuUsage.TotalTime;
            var start = Stopwatch.GetTimestamp();
            work(prepared);
            var taken = Stopwatch.GetElapsedTime(start);
            var allocated = GC.GetTotalAllocatedBytes(precise: true) - before;
            var ofCores = Environment.CpuUsage.TotalTime - cores;
            best = new Timing(taken < best.Taken ? taken : best.Taken, ofCores < best.OfCores ? ofCores : best.OfCores, allocated);
        }

        return best;
    }
}
