namespace MedCodes.Validator.Tests.Support;

/// <summary>Tries inputs made from seeds, one after the other, so that a failure names the seed and shows the input.</summary>
internal static class EachSeed
{
    // Several failures tell more than one.
    private const int Most = 6;

    /// <summary>Tries some seeds.</summary>
    /// <param name="first">The first seed.</param>
    /// <param name="count">How many.</param>
    /// <param name="make">Makes an input.</param>
    /// <param name="look">What must go well with it.</param>
    /// <param name="show">The input as text.</param>
    public static void Try<T>(int first, int count, Func<Random, T> make, Action<T> look, Func<T, string> show)
    {
        var wrongs = new List<string>();
        for (var seed = first; seed < first + count && wrongs.Count < Most; seed++)
        {
            var input = make(new Random(seed));
            try
            {
                look(input);
            }
            catch (Exception wrong) when (wrong is not OutOfMemoryException)
            {
                wrongs.Add($"seed {seed}: {wrong}\n{show(input)}");
            }
        }

        Assert.True(wrongs.Count == 0, string.Join("\n\n", wrongs));
    }
}
