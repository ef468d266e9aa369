namespace MedCodes.Validator.Reading;

/// <summary>So many threads, however many things are done ahead at a time: what they do waits until one of them is free.</summary>
/// <remarks>Several may give work to them. A piece of work that waits for another may wait for ever.</remarks>
internal sealed class Workers
{
    private readonly SemaphoreSlim _free;

    /// <param name="jobs">How many there are.</param>
    /// <exception cref="ArgumentOutOfRangeException">There are fewer than 1.</exception>
    public Workers(int jobs)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(jobs, 1);
        (Jobs, _free) = (jobs, new SemaphoreSlim(jobs));
    }

    /// <summary>Nobody but the thread that wants the results.</summary>
    public static Workers None { get; } = new(1);

    /// <summary>How many there are. With one, the thread that takes the results does the work.</summary>
    public int Jobs { get; }

    /// <summary>Does a piece of work when one of them is free for it, unless all is ended before.</summary>
    public Task<T> Begin<T>(Func<T> piece, CancellationToken ended) => Task.Run(() => InTurn(piece, ended), CancellationToken.None);

    private async Task<T> InTurn<T>(Func<T> piece, CancellationToken ended)
    {
        await _free.WaitAsync(ended).ConfigureAwait(false);
        try
        {
            return piece();
        }
        finally
        {
            _free.Release();
        }
    }
}
