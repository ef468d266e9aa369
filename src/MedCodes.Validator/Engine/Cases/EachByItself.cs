using System.Collections.Concurrent;
using System.Runtime.ExceptionServices;
using MedCodes.Validator.Rules;

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
        ThrowingFirst(() => Parallel.For(0, things.Count, new ParallelOptions { MaxDegreeOfParallelism = jobs }, place => results[place] = work(things[place])));
        return results;
    }

    /// <summary>The same where the work counts how rules end.</summary>
    /// <param name="things">The things.</param>
    /// <param name="jobs">How many at a time.</param>
    /// <param name="rules">The rules.</param>
    /// <param name="tally">Counts what the work counts of all things; null where nothing is counted.</param>
    /// <param name="work">The work on a thing with a tally that nobody else counts with, null likewise.</param>
    public static TResult[] Tallied<T, TResult>(IReadOnlyList<T> things, int jobs, RuleSet rules, OutcomeTally? tally, Func<T, OutcomeTally?, TResult> work)
    {
        if (tally is null)
            return Of(things, jobs, thing => work(thing, null));
        var free = new ConcurrentBag<OutcomeTally>();
        var results = Of(things, jobs, thing =>
        {
            var own = free.TryTake(out var idle) ? idle : new OutcomeTally(rules);
            var result = work(thing, own);
            free.Add(own);
            return result;
        });
        foreach (var own in free)
            tally.Add(own);
        return results;
    }

    private static void ThrowingFirst(Action work)
    {
        try
        {
            work();
        }
        catch (AggregateException several)
        {
            ExceptionDispatchInfo.Throw(several.InnerExceptions[0]);
        }
    }
}
