namespace MedCodes.Validator.Reading;

/// <summary>Does pieces of work on several threads and hands out their results in their order.</summary>
internal static class InOrder
{
    /// <summary>
    /// Does the work while results are taken: up to twice as many pieces as threads are done ahead or under way. Those that are not taken in the
    /// end are disposed of.
    /// </summary>
    /// <param name="work">The pieces.</param>
    /// <param name="jobs">How many threads work at once; with one the thread that takes the results does the work.</param>
    public static IEnumerable<T> Of<T>(IEnumerable<Func<T>> work, int jobs) => jobs == 1 ? work.Select(piece => piece()) : Ahead(work, jobs);

    private static IEnumerable<T> Ahead<T>(IEnumerable<Func<T>> work, int jobs)
    {
        using var ended = new CancellationTokenSource();
        using var free = new SemaphoreSlim(jobs);
        var begun = new Queue<Task<T>>();
        try
        {
            foreach (var piece in work)
            {
                begun.Enqueue(Task.Run(() => InTurn(piece, free, ended.Token)));
                if (begun.Count == 2 * jobs)
                    yield return begun.Dequeue().GetAwaiter().GetResult();
            }

            while (begun.TryDequeue(out var next))
                yield return next.GetAwaiter().GetResult();
        }
        finally
        {
            // Nobody works on when the results are no longer taken, and nobody else gives back what they hold.
            ended.Cancel();
            foreach (var task in begun)
            {
                ((Task)task).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing).GetAwaiter().GetResult();
                if (task.IsCompletedSuccessfully && task.Result is IDisposable left)
                    left.Dispose();
            }
        }
    }

    /// <summary>Does a piece of work when a thread is free for it, unless all is ended before.</summary>
    public static async Task<T> InTurn<T>(Func<T> piece, SemaphoreSlim free, CancellationToken ended)
    {
        await free.WaitAsync(ended).ConfigureAwait(false);
        try
        {
            return piece();
        }
        finally
        {
            free.Release();
        }
    }
}
