using System.Collections.Concurrent;
using System.Runtime.ExceptionServices;

namespace MedCodes.Validator.Engine.Cases;

/// <summary>Does the same work on each of many things, several at a time. What comes of it stands in the order of the things.</summary>
internal static class EachByItself
{
    /// <summary>What the work makes of each thing.</summary>
    /// <param name="things">The things.</param>
    /// <param name="jobs">How many at a time.</param>
    /// <param name="work">The work; it may be called from several threads. What it throws first is thrown here.</param>
    public static TResult[] Of<T, TResult>(IReadOnlyList<T> things, int jobs, Func<T, TResult> work)
    {
        var results = new TResult[things.Count];
        try
        {
            Parallel.For(0, things.Count, new ParallelOptions { MaxDegreeOfParallelism = jobs }, place => results[place] = work(things[place]));
        }
        catch (AggregateException several)
        {
            ExceptionDispatchInfo.Throw(several.InnerExceptions[0]);
        }

        return results;
    }

    /// <summary>Does the work on things that come one after the other, without waiting for all of them: no more are taken than are worked on.</summary>
    /// <param name="things">The things; they are asked for by one thread at a time.</param>
    /// <param name="jobs">How many at a time.</param>
    /// <param name="work">The work; it may be called from several threads and in any order. What it throws first is thrown here.</param>
    public static void OfSequence<T>(IEnumerable<T> things, int jobs, Action<T> work)
    {
        try
        {
            Parallel.ForEach(Partitioner.Create(things, EnumerablePartitionerOptions.NoBuffering), new ParallelOptions { MaxDegreeOfParallelism = jobs }, work);
        }
        catch (AggregateException several)
        {
            ExceptionDispatchInfo.Throw(several.InnerExceptions[0]);
        }
    }
}
