using System.Buffers;
using System.Collections.Immutable;
using MedCodes.Validator.Sources;

namespace MedCodes.Validator.Findings;

/// <summary>
/// Findings as bytes in pages: in memory while they are few, else in a private temporary file, so that a run may find as much as it will.
/// </summary>
/// <remarks>It does not change; several threads may read it. The file goes with it.</remarks>
internal sealed class FindingStore
{
    /// <summary>The bytes that are held in memory before a file is used; some hundred thousand findings.</summary>
    public const int UsuallyInMemory = 24 << 20;

    /// <summary>The number of findings of a page, the last one aside.</summary>
    public const int PageLength = 64;

    private readonly FindingPalette _palette;
    private readonly ImmutableArray<byte[]> _pages;
    private readonly ImmutableArray<long> _ends;
    private readonly SpillFile? _file;

    private FindingStore(FindingPalette palette, int count, ImmutableArray<int> counts, ImmutableArray<byte[]> pages, ImmutableArray<long> ends, SpillFile? file)
    {
        _palette = palette;
        Count = count;
        CountsByKind = counts;
        _pages = pages;
        _ends = ends;
        _file = file;
    }

    public int Count { get; }

    public int PageCount => (Count + PageLength - 1) / PageLength;

    public IReadOnlyList<FindingKind> Kinds => _palette.Kinds;

    /// <summary>How many findings there are of each kind.</summary>
    public ImmutableArray<int> CountsByKind { get; }

    /// <summary>Whether a file holds them.</summary>
    public bool IsSpilled => _file is not null;

    /// <summary>The bytes of a page: of each finding its length and itself.</summary>
    /// <exception cref="SpillException">The device fails.</exception>
    public byte[] Page(int number)
    {
        if (_file is null)
            return _pages[number];
        var start = number == 0 ? 0 : _ends[number - 1];
        var bytes = new byte[_ends[number] - start];
        _file.Read(start, bytes);
        return bytes;
    }

    /// <summary>The bytes of the finding that comes next in a page.</summary>
    public static ReadOnlySpan<byte> Next(byte[] page, ref int at)
    {
        var length = (int)FindingDecoder.Number(page, ref at);
        at += length;
        return page.AsSpan(at - length, length);
    }

    /// <summary>A sorter of findings of this store, which come as bytes.</summary>
    /// <param name="order">Another order than the canonical one; null for that.</param>
    public FindingSorter Sorter(IComparer<FindingKey>? order) => new(order: order, palette: _palette);

    /// <summary>The key of a finding in bytes.</summary>
    /// <param name="bytes">The bytes.</param>
    /// <param name="numberOf">The number of a file.</param>
    /// <param name="sequence">How many come before it.</param>
    public FindingKey KeyOf(ReadOnlySpan<byte> bytes, Func<SourceFile, int> numberOf, int sequence) => new FindingDecoder(_palette, bytes).Key(numberOf, sequence);

    /// <summary>Makes a finding of its bytes.</summary>
    /// <param name="bytes">The bytes.</param>
    /// <param name="severities">The severities of the kinds; empty for their own.</param>
    public Finding Decode(ReadOnlySpan<byte> bytes, ImmutableArray<Severity> severities) => new FindingDecoder(_palette, bytes).Finding(severities);

    /// <summary>Goes over the fingerprints of all findings in order, before anybody else knows them. They are in memory.</summary>
    /// <param name="numbering">Is given each fingerprint as it is, and may write it anew.</param>
    /// <exception cref="InvalidOperationException">A file holds them.</exception>
    public void Number(Fingerprinting numbering)
    {
        if (IsSpilled)
            throw new InvalidOperationException("Findings in a file cannot be written anew.");
        foreach (var page in _pages)
        {
            for (var at = 0; at < page.Length;)
            {
                var length = Next(page, ref at).Length;
                var bytes = page.AsSpan(at - length, length);
                var (rule, place, fingerprint) = new FindingDecoder(_palette, bytes).Head();
                numbering(rule, place, FindingEncoder.OpenedFingerprint(bytes[fingerprint..]));
            }
        }
    }

    /// <summary>Takes findings one after the other.</summary>
    /// <param name="mostInMemory">Bytes up to which they are kept in memory.</param>
    /// <param name="palette">The palette of findings that come as bytes; null where they come as such.</param>
    public sealed class Builder(int mostInMemory = UsuallyInMemory, FindingPalette? palette = null) : IDisposable
    {
        private readonly FindingPalette _palette = palette ?? new FindingPalette();
        private readonly ImmutableArray<byte[]>.Builder _pages = ImmutableArray.CreateBuilder<byte[]>();
        private readonly ImmutableArray<long>.Builder _ends = ImmutableArray.CreateBuilder<long>();
        private readonly List<int> _counts = [];
        private readonly ArrayBufferWriter<byte> _page = new();
        private FindingEncoder? _encoder;
        private SpillFile? _file;
        private long _held;
        private int _count;

        /// <exception cref="SpillException">There is no room.</exception>
        public void Add(Finding finding)
        {
            Add((_encoder ??= new FindingEncoder(_palette)).Encode(finding, out _), out _);
            Close();
        }

        /// <summary>Takes a finding in bytes and gives it a fingerprint.</summary>
        /// <exception cref="SpillException">There is no room.</exception>
        public void Add(ReadOnlySpan<byte> bytes, Fingerprinting fingerprinting)
        {
            Add(bytes, out var own);
            var (rule, place, at) = new FindingDecoder(_palette, bytes).Head();
            fingerprinting(rule, place, FindingEncoder.OpenedFingerprint(own[at..]));
            Close();
        }

        /// <summary>What was taken. Nothing may be added afterwards.</summary>
        /// <exception cref="SpillException">There is no room.</exception>
        public FindingStore ToStore()
        {
            if (_page.WrittenCount > 0)
                Turn();
            var store = new FindingStore(_palette, _count, [.. _counts], _pages.ToImmutable(), _ends.ToImmutable(), _file);
            _file = null;
            return store;
        }

        /// <summary>Removes the file of findings that nobody asked for.</summary>
        public void Dispose() => _file?.Dispose();

        private void Add(ReadOnlySpan<byte> bytes, out Span<byte> own)
        {
            var kind = FindingDecoder.KindOf(bytes);
            while (_counts.Count <= kind)
                _counts.Add(0);
            _counts[kind]++;
            Span<byte> length = stackalloc byte[10];
            _page.Write(length[..FindingEncoder.Write((ulong)bytes.Length, length)]);
            own = _page.GetSpan(bytes.Length)[..bytes.Length];
            bytes.CopyTo(own);
            _page.Advance(bytes.Length);
        }

        private void Close()
        {
            if (++_count % PageLength == 0)
                Turn();
        }

        // The page is full; where it is one too many, all go into a file.
        private void Turn()
        {
            var page = _page.WrittenSpan;
            if (_file is null && _held + page.Length > mostInMemory)
            {
                _file = new SpillFile();
                foreach (var held in _pages)
                    Append(held);
                _pages.Clear();
            }

            if (_file is not null)
                Append(page);
            else
                _pages.Add(page.ToArray());
            _held += page.Length;
            _page.ResetWrittenCount();
        }

        private void Append(ReadOnlySpan<byte> page)
        {
            _file!.Append(page);
            _ends.Add(_file.Length);
        }
    }
}

/// <summary>Makes the fingerprint of the finding that comes next.</summary>
/// <param name="rule">The rule that speaks.</param>
/// <param name="place">Where it is reported.</param>
/// <param name="fingerprint">Where its bytes go.</param>
internal delegate void Fingerprinting(RuleDescription rule, Place place, Span<byte> fingerprint);
