using System.Collections;
using System.Runtime.CompilerServices;

namespace MedCodes.Validator.Sources;

/// <summary>The faults of a file, however many: a few in memory, more in a private temporary file that goes with the list.</summary>
/// <remarks>
/// It does not change; several threads may read it. A fault that went into the file is made again each time it is asked for.
/// </remarks>
[CollectionBuilder(typeof(FaultList), nameof(Create))]
internal sealed class FaultList : IReadOnlyCollection<Fault>
{
    private readonly List<FaultBlock> _blocks;

    private FaultList(List<FaultBlock> blocks) => _blocks = blocks;

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
    public FaultList With(Fault fault) => new([.. _blocks, new FaultBlock([fault])]);

    /// <summary>The faults that somebody asks for; the list itself where all are.</summary>
    /// <exception cref="SpillException">There is no room.</exception>
    public FaultList Where(Func<Fault, bool> areAskedFor)
    {
        var asked = new Builder();
        foreach (var fault in this)
        {
            if (areAskedFor(fault))
                asked.Add(fault);
        }

        return asked.Count == Count ? this : asked.ToList();
    }

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
            return new FaultList(_blocks);
        }

        private void Close()
        {
            _blocks.Add(_blocks.Count < mostInMemory ? new FaultBlock([.. _latest]) : FaultBlock.Spilled(_latest, _file ??= new SpillFile()));
            _latest.Clear();
        }
    }
}
