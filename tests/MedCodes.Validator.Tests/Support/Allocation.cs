namespace MedCodes.Validator.Tests.Support;

/// <summary>Measures what a piece of work allocates.</summary>
internal static class Allocation
{
    private const int Times = 5;

    /// <summary>
    /// The bytes that a piece of work allocates on this thread, the least of several times: a collection that another test sets off while
    /// this one runs makes the runtime count the rest of the thread's allocation buffer, up to 8 kB, as allocated.
    /// </summary>
    /// <param name="work">The work; it can be done again and again.</param>
    public static long LeastOf(Action work)
    {
        var least = long.MaxValue;
        for (var i = 0; i < Times && least > 0; i++)
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            work();
            least = Math.Min(least, GC.GetAllocatedBytesForCurrentThread() - before);
        }

        return least;
    }
}
