using MedCodes.Validator.Sources;

namespace MedCodes.Validator.Findings;

/// <summary>
/// Puts findings in canonical order that come in any other. While they are few they stay in memory as bytes; more are sorted by portions,
/// which go into a private temporary file and are merged in the end.
/// </summary>
/// <remarks>Not for several threads at once.</remarks>
/// <param name="mostInMemory">Bytes up to which they are kept in memory.</param>
/// <param name="order">Another order than the canonical one; null for that.</param>
/// <param name="palette">The palette of findings that come as bytes; null where they come as such.</param>
internal sealed class FindingSorter(int mostInMemory = FindingSorter.UsuallyInMemory, IComparer<FindingKey>? order = null, FindingPalette? palette = null) : IDisposable
{
    /// <summary>The bytes that are held in memory before a file is used.</summary>
    public const int UsuallyInMemory = 16 << 20;

    // A run may have thousands of files with a few findings each, so that the first one is small.
    private const int FirstChunk = 1 << 12;
    private const int LargestChunk = 1 << 20;
    private const int EntryLength = 48;

    private readonly IComparer<FindingKey> _order = order ?? Comparer<FindingKey>.Default;
    private readonly FindingPalette _palette = palette ?? new FindingPalette();
    private readonly List<Entry> _entries = [];
    private readonly List<byte[]> _chunks = [];
    private readonly List<SortedRun> _runs = [];
    private FindingEncoder? _encoder;
    private SpillFile? _file;
    private int _filled;
    private long _held;

    /// <summary>Whether they were too many for memory.</summary>
    public bool IsSpilled => _runs.Count > 0;

    /// <summary>Takes a finding. Nothing of it is kept but its bytes.</summary>
    /// <exception cref="SpillException">There is no room.</exception>
    public void Add(FindingKey key, Finding finding) => Add(key, (_encoder ??= new FindingEncoder(_palette)).Encode(finding, out _));

    /// <summary>Takes the bytes of a finding.</summary>
    /// <exception cref="SpillException">There is no room.</exception>
    public void Add(FindingKey key, ReadOnlySpan<byte> bytes)
    {
        if (_held > 0 && _held + bytes.Length + EntryLength > mostInMemory)
            Spill();
        if (_chunks.Count == 0 || _filled + bytes.Length > _chunks[^1].Length)
        {
            _chunks.Add(new byte[Math.Max(Math.Min(LargestChunk, FirstChunk << Math.Min(_chunks.Count, 8)), bytes.Length)]);
            _filled = 0;
        }

        bytes.CopyTo(_chunks[^1].AsSpan(_filled));
        _entries.Add(new Entry(key, _chunks.Count - 1, _filled, bytes.Length));
        _filled += bytes.Length;
        _held += bytes.Length + EntryLength;
    }

    /// <summary>The findings in order with fingerprints, once. They were added without.</summary>
    /// <exception cref="SpillException">There is no room.</exception>
    public FindingList ToList(Fingerprinting fingerprinting) => new(ToStore(fingerprinting));

    /// <inheritdoc cref="ToList"/>
    public FindingStore ToStore(Fingerprinting fingerprinting)
    {
        using var builder = new FindingStore.Builder(palette: _palette);
        foreach (var bytes in InOrder())
            builder.Add(bytes.Span, fingerprinting);
        return builder.ToStore();
    }

    /// <summary>The findings in order, once. The bytes of one are there until the next is asked for.</summary>
    public IEnumerable<ReadOnlyMemory<byte>> InOrder()
    {
        Sort();
        return IsSpilled ? Merged() : _entries.Select(BytesOf);
    }

    public void Dispose() => _file?.Dispose();

    private IEnumerable<ReadOnlyMemory<byte>> Merged()
    {
        var merged = new PriorityQueue<IEnumerator<(FindingKey Key, ReadOnlyMemory<byte> Bytes)>, (FindingKey Key, int Run)>(
            Comparer<(FindingKey Key, int Run)>.Create((one, other) => _order.Compare(one.Key, other.Key) is not 0 and var byKey ? byKey : one.Run.CompareTo(other.Run)));
        foreach (var (number, run) in _runs.Select(run => run.Read(_file!, _palette)).Append(Held()).Index())
        {
            var next = run.GetEnumerator();
            if (next.MoveNext())
                merged.Enqueue(next, (next.Current.Key, number));
        }

        while (merged.TryPeek(out var first, out var place))
        {
            yield return first.Current.Bytes;
            if (first.MoveNext())
                merged.DequeueEnqueue(first, (first.Current.Key, place.Run));
            else
                merged.Dequeue();
        }
    }

    private void Sort() => _entries.Sort((one, other) => _order.Compare(one.Key, other.Key));

    private IEnumerable<(FindingKey Key, ReadOnlyMemory<byte> Bytes)> Held() => _entries.Select(entry => (entry.Key, BytesOf(entry)));

    private ReadOnlyMemory<byte> BytesOf(Entry entry) => _chunks[entry.Chunk].AsMemory(entry.Start, entry.Length);

    private void Spill()
    {
        Sort();
        _file ??= new SpillFile();
        _runs.Add(SortedRun.Write(_file, Held()));
        _entries.Clear();
        _chunks.RemoveRange(1, _chunks.Count - 1);
        _filled = 0;
        _held = 0;
    }

    private readonly record struct Entry(FindingKey Key, int Chunk, int Start, int Length);
}
