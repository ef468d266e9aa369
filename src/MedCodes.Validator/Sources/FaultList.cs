using System.Collections;
using System.Runtime.CompilerServices;

namespace MedCodes.Validator.Sources;

/// <summary>The faults of a file, however many: a few in memory, more in a private temporary file that goes with the list.</summary>
/// <remarks>
/// It does not change; several threads may read it. A fault that went into the file is made again each time it is asked for.
/// </remarks>
[CollectionBuilder(typeof(FaultList), nameof(Create))]
internal sealed class FaultList : IReadOnlyCollection<Fault>, IDisposable
{
    private readonly List<FaultBlock> _blocks;
    private readonly SpillFile? _file;

    private FaultList(List<FaultBlock> blocks, SpillFile? file) => (_blocks, _file) = (blocks, file);

    /// <summary>The number of faults.</summary>
    public int Count => _blocks.Sum(block => block.Count);

    /// <summary>A list of some faults.</summary>
    public static FaultList Create(ReadOnlySpan<Fault> faults)
    {
        var list = new Builder();
        foreach (var fault in faults)
            list.Add(fault);
        return list.ToList();
    }

    /// <summary>The list with one more behind the last.</summary>
    public FaultList With(Fault fault) => new([.. _blocks, new FaultBlock([fault])], _file);

    /// <summary>The faults of some kinds; the list itself where there are no others.</summary>
    /// <exception cref="SpillException">There is no room, or the device fails.</exception>
    public FaultList OfKinds(IEnumerable<FaultKind> kinds)
    {
        var wanted = FaultBlock.SetOf(kinds);
        if (_blocks.TrueForAll(block => (block.Kinds & ~wanted) == 0))
            return this;
        var some = new Builder();
        foreach (var block in _blocks.Where(block => (block.Kinds & wanted) != 0))
        {
            foreach (var fault in block.Read())
            {
                if ((wanted >> (int)fault.Kind & 1) != 0)
                    some.Add(fault);
            }
        }

        return some.ToList();
    }

    /// <summary>Whether there is a fault of a kind.</summary>
    public bool HasAny(FaultKind kind) => _blocks.Exists(block => (block.Kinds >> (int)kind & 1) != 0);

    /// <summary>The faults by where they begin, each with its place in the list; those that begin at one place keep their order.</summary>
    /// <exception cref="SpillException">The device fails.</exception>
    public IEnumerable<(Fault Fault, int Number)> InOrder()
    {
        // Readers find nearly all in order, so that few blocks overlap and no more than those are in memory.
        var pending = new PriorityQueue<(Fault Fault, int Number), (long Offset, int Number)>();
        foreach (var (block, first) in Numbered().OrderBy(block => block.Block.First).ThenBy(block => block.FirstNumber))
        {
            while (pending.TryPeek(out _, out var next) && next.Offset < block.First)
                yield return pending.Dequeue();
            foreach (var (place, fault) in block.Read().Index())
                pending.Enqueue((fault, first + place), (fault.Span.Offset, first + place));
        }

        while (pending.TryDequeue(out var last, out _))
            yield return last;
    }

    /// <summary>Gives up the temporary file at once; else that happens when nobody knows the list any more.</summary>
    public void Dispose() => _file?.Dispose();

    /// <inheritdoc/>
    public IEnumerator<Fault> GetEnumerator() => _blocks.SelectMany(block => block.Read()).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private IEnumerable<(FaultBlock Block, int FirstNumber)> Numbered()
    {
        var first = 0;
        foreach (var block in _blocks)
        {
            yield return (block, first);
            first += block.Count;
        }
    }

    /// <summary>Takes faults one after the other.</summary>
    /// <param name="mostInMemory">How many blocks are kept in memory.</param>
    public sealed class Builder(int mostInMemory = Builder.UsuallyInMemory)
    {
        // Some megabytes of faults.
        private const int UsuallyInMemory = 16;
        private const int BlockLength = 1 << 10;

        private readonly List<FaultBlock> _blocks = [];
        private readonly List<Fault> _latest = [];
        private SpillFile? _file;

        /// <summary>How many were taken.</summary>
        public int Count { get; private set; }

        /// <summary>Takes a fault.</summary>
        /// <exception cref="SpillException">There is no room.</exception>
        public void Add(Fault fault)
        {
            _latest.Add(fault);
            Count++;
            if (_latest.Count == BlockLength)
                Close();
        }

        /// <summary>What was taken. Nothing may be added afterwards.</summary>
        /// <exception cref="SpillException">There is no room.</exception>
        public FaultList ToList()
        {
            if (_latest.Count > 0)
                Close();
            return new FaultList(_blocks, _file);
        }

        private void Close()
        {
            _blocks.Add(_blocks.Count < mostInMemory ? new FaultBlock([.. _latest]) : FaultBlock.Spilled(_latest, _file ??= new SpillFile()));
            _latest.Clear();
        }
    }
}
