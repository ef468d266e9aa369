using System.Collections.Immutable;

namespace MedCodes.Validator.Reference;

/// <summary>Chooses the release that answers for a key and a date.</summary>
internal static class ReleaseChoice
{
    /// <summary>How well a release can answer; a higher one is better.</summary>
    private enum Fitness
    {
        Useless,

        /// <summary>It begins after the date and is the oldest.</summary>
        Earlier,

        /// <summary>It began before the date and ended.</summary>
        Beyond,

        /// <summary>It covers the date and is curated.</summary>
        Curated,

        /// <summary>It covers the date and was imported.</summary>
        Imported,
    }

    /// <summary>
    /// The release: an imported one before a curated one, both before one that covers another time, if that extrapolates; of equally good
    /// ones the newest.
    /// </summary>
    /// <param name="releases">The releases, oldest first, of equally old ones the imported one last.</param>
    /// <param name="choice">How the table chooses.</param>
    /// <param name="way">The way in, to ask whether a release covers the key.</param>
    /// <param name="key">The key.</param>
    /// <param name="date">The day that the row must be in force on; null where the table has no dates.</param>
    /// <param name="asOf">The day that stands for today.</param>
    /// <param name="extrapolated">Whether the release covers another time.</param>
    /// <param name="uncovered">The part of the key that no release of the date covers; -1 where there is none of the date at all.</param>
    public static TableRelease? Of(
        ImmutableArray<TableRelease> releases,
        RowChoice choice,
        int way,
        ReadOnlySpan<ulong> key,
        DateOnly? date,
        DateOnly asOf,
        out bool extrapolated,
        out int uncovered)
    {
        TableRelease? best = null;
        var fitness = Fitness.Useless;
        uncovered = -1;
        var newestImported = true;
        for (var i = releases.Length - 1; i >= 0; i--)
        {
            var release = releases[i];
            var column = release.Uncovered(way, key);
            var fit = FitnessOf(release, choice, date, asOf, newestImported);
            if (column >= 0)
            {
                if (fit != Fitness.Useless)
                    uncovered = column;
                continue;
            }

            // A newer release of a dated table stands for all older ones.
            if (release.IsImported && choice == RowChoice.Dated && release.From <= asOf)
                newestImported = false;
            if (fit > fitness || (fit == fitness && fit == Fitness.Earlier))
                (best, fitness) = (release, fit);
        }

        extrapolated = fitness is Fitness.Earlier or Fitness.Beyond;
        return best;
    }

    private static Fitness FitnessOf(TableRelease release, RowChoice choice, DateOnly? date, DateOnly asOf, bool newestImported)
    {
        var snapshot = choice == RowChoice.Snapshot && date is not null;
        var day = snapshot ? date!.Value : asOf;
        var current = release.From <= day
            && (!snapshot || day <= release.Through)
            && (snapshot || newestImported || !release.IsImported)
            && (date is not { } known || release.Coverage.Holds(known));
        if (current)
            return release.IsImported ? Fitness.Imported : Fitness.Curated;
        if (!release.Extrapolates)
            return Fitness.Useless;
        return release.From <= day ? Fitness.Beyond : Fitness.Earlier;
    }
}
