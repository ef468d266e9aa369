using MedCodes.Validator.Documents.Interpretation;

namespace MedCodes.Validator.Documents.Library;

/// <summary>Finds the pages of a library that share at least half of the five-word runs of the shorter one's body.</summary>
internal sealed class ShingleIndex
{
    /// <summary>The least share of the shorter body, in percent.</summary>
    public const decimal LeastShare = 50;

    private const int WordsOfShingle = 5;

    // Of FNV-1a.
    private const ulong Basis = 14695981039346656037UL;
    private const ulong Prime = 1099511628211UL;

    // A page that was copied a hundred times is told of by its nearest copies; the pairs of all copies would grow with their square.
    private const int MostTwinsOfPage = 8;

    // Texts of a page's own body; what all pages have alike, such as their codes and names, is left out.
    private static readonly string[] NoBody =
        [PageSection.Preamble, PageSection.Title, PageSection.Code, PageSection.NameOfProcedure, PageSection.SimilarCodes];

    private readonly ulong[][] _pages;

    // The places of the pages when they are sorted by length.
    private readonly int[] _ranks;

    /// <param name="pages">The shingles of each page, each once, in ascending order.</param>
    public ShingleIndex(ulong[][] pages)
    {
        _pages = pages;
        _ranks = new int[pages.Length];
        foreach (var (rank, page) in Enumerable.Range(0, pages.Length).OrderBy(page => pages[page].Length).Index())
            _ranks[page] = rank;
    }

    /// <summary>The five-word runs of a page's body as numbers, each once, in ascending order.</summary>
    public static ulong[] ShinglesOf(InterpretedDocument page)
    {
        var body = page.Sections.Where(section => !NoBody.Contains(section.Section)).ToList();
        var shingles = new ulong[body.Sum(section => Math.Max(0, section.Words - WordsOfShingle + 1))];
        var words = new List<ulong>();
        var count = 0;
        foreach (var section in body)
        {
            words.Clear();
            foreach (var passage in section.Passages)
            {
                foreach (var token in passage.Tokens)
                    words.Add(NumberOf(token.Word));
            }

            for (var i = 0; i + WordsOfShingle <= words.Count; i++)
                shingles[count++] = NumberOf(words, i);
        }

        Array.Sort(shingles);
        var kept = 0;
        for (var i = 0; i < shingles.Length; i++)
        {
            if (i == 0 || shingles[i] != shingles[kept - 1])
                shingles[kept++] = shingles[i];
        }

        return shingles[..kept];
    }

    /// <summary>The pairs of pages that are twins, the earlier page first, each with its share in percent.</summary>
    /// <param name="jobs">How many pages are worked on at a time; what comes of it is always the same.</param>
    public IEnumerable<(int One, int Other, decimal Share)> Twins(int jobs)
    {
        var holders = new ShingleHolders(_pages);
        var found = new List<(int Other, decimal Share)>[_pages.Length];
        Parallel.For(
            0,
            _pages.Length,
            new ParallelOptions { MaxDegreeOfParallelism = jobs },
            () => (Shared: new int[_pages.Length], Candidates: new List<int>()),
            (page, _, own) =>
            {
                found[page] = TwinsOf(page, holders, own.Shared, own.Candidates);
                return own;
            },
            _ => { });
        var pairs = new HashSet<(int, int)>();
        for (var page = 0; page < found.Length; page++)
        {
            foreach (var (other, share) in found[page])
            {
                var pair = (Math.Min(page, other), Math.Max(page, other));
                if (pairs.Add(pair))
                    yield return (pair.Item1, pair.Item2, share);
            }
        }
    }

    /// <summary>The twins of a page that are no shorter.</summary>
    /// <param name="page">The page.</param>
    /// <param name="holders">Which pages have which runs.</param>
    /// <param name="shared">For each page a 0, before and after.</param>
    /// <param name="candidates">A list to be used.</param>
    private List<(int Other, decimal Share)> TwinsOf(int page, ShingleHolders holders, int[] shared, List<int> candidates)
    {
        candidates.Clear();

        // Two pages that share half of the shorter one's runs share one of any half of them: so its rarest half finds all candidates.
        foreach (var shingle in holders.RarestOf(page, (_pages[page].Length / 2) + 1))
        {
            foreach (var other in holders.Of(shingle))
            {
                if (_ranks[other] > _ranks[page] && shared[other]++ == 0)
                    candidates.Add(other);
            }
        }

        candidates.Sort((one, other) => shared[one] != shared[other] ? shared[other].CompareTo(shared[one]) : one.CompareTo(other));
        var twins = new List<(int Other, decimal Share)>();
        foreach (var other in candidates.Take(MostTwinsOfPage))
        {
            if (ShareOf(page, other) is >= LeastShare and var share)
                twins.Add((other, share));
        }

        foreach (var other in candidates)
            shared[other] = 0;
        return twins;
    }

    private decimal ShareOf(int page, int other)
    {
        var (left, right) = (_pages[page], _pages[other]);
        var (i, j, both) = (0, 0, 0);
        while (i < left.Length && j < right.Length)
        {
            var order = left[i].CompareTo(right[j]);
            both += order == 0 ? 1 : 0;
            i += order <= 0 ? 1 : 0;
            j += order >= 0 ? 1 : 0;
        }

        return left.Length == 0 ? 0 : both * 100m / Math.Min(left.Length, right.Length);
    }

    /// <summary>FNV-1a over the numbers of the words: the same in every process.</summary>
    private static ulong NumberOf(List<ulong> words, int first)
    {
        var number = Basis;
        for (var i = first; i < first + WordsOfShingle; i++)
            number = (number ^ words[i]) * Prime;
        return number;
    }

    private static ulong NumberOf(string word)
    {
        var number = Basis;
        foreach (var letter in word)
            number = (number ^ letter) * Prime;
        // The high bits of the product know all letters, and a word's number is multiplied again: they must come low.
        return number ^ (number >> 32);
    }
}
