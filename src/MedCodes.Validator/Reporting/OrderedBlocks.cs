namespace MedCodes.Validator.Reporting;

/// <summary>Works on several blocks at a time and gives what comes of them in the order of the blocks; no more of it is held than is worked on.</summary>
internal static class OrderedBlocks
{
    public static IEnumerable<TResult> Of<T, TResult>(IEnumerable<T> blocks, int jobs, Func<T, TResult> work)
    {
        if (jobs == 1)
        {
            foreach (var block in blocks)
                yield return work(block);
            yield break;
        }

        var ahead = new Queue<Task<TResult>>(jobs);
        foreach (var block in blocks)
        {
            if (ahead.Count == jobs)
                yield return ahead.Dequeue().GetAwaiter().GetResult();
            ahead.Enqueue(Task.Run(() => work(block)));
        }

        while (ahead.TryDequeue(out var last))
            yield return last.GetAwaiter().GetResult();
    }
}
