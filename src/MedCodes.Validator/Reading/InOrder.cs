namespace MedCodes.Validator.Reading;

/// <summary>Does pieces of work on several threads and hands out their results in their order.</summary>
internal static class InOrder
{
    /// <summary>
    /// Does the work while results are taken: up to twice as many pieces as threads are done ahead or under way. Those that are not taken in the
    /// end are disposed of.
    /// </summary>
    /// <param name="work">The pieces.</param>
    /// <param name="workers">Who does them.</param>
    public static IEnumerable<T> Of<T>(IEnumerable<Func<T>> work, Workers workers) => workers.Jobs == 1 ? work.Select(piece => piece()) : Ahead(work, workers);

    private static IEnumerable<T> Ahead<T>(IEnumerable<Func<T>> work, Workers workers)
    {
        using var ended = new CancellationTokenSource();
        var begun = new Queue<Task<T>>();
        try
        {
            foreach (var piece in work)
            {
                begun.Enqueue(workers.Begin(piece, ended.Token));
                if (begun.Count == 2 * workers.Jobs)
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
}
