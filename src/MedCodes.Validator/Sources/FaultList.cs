using System.Collections;
using System.Runtime.CompilerServices;

namespace MedCodes.Validator.Sources;

/// <summary>The faults of a file, however many: each where a <see cref="FaultRoom"/> keeps it.</summary>
/// <remarks>
/// It does not change; several threads may read it. A fault that is not in memory is made again each time it is asked for.
/// </remarks>
[CollectionBuilder(typeof(FaultList), nameof(Create))]
internal sealed class FaultList : IReadOnlyCollection<Fault>
{
    private readonly List<FaultBlock> _blocks;

    private FaultList(List<FaultBlock> blocks) => _blocks = blocks;

    /// <summary>The number of faults.</summary>
    public int Count => _blocks.Sum(block => block.Count);

    /// <summary>A list of faults that are in memory, and stay there.</summary>
    public static FaultList Create(ReadOnlySpan<Fault> faults)
    {
        var list = new Builder(new FaultRoom(int.MaxValue));
        foreach (var fault in faults)
            list.Add(fault);
        return list.ToList();
    }

    /// <summary>The list with one more behind the last.</summary>
    public FaultList With(Fault fault) => new([.. _blocks, new FaultBlock([fault])]);

    /// <summary>The faults of some kinds, kept in another room.</summary>
    /// <exception cref="SpillException">There is no room, or the device fails.</exception>
    public FaultList OfKinds(IEnumerable<FaultKind> kinds, FaultRoom room)
    {
        var wanted = FaultBlock.SetOf(kinds);
        var some = new Builder(room);
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
    /// <param name="room">Keeps them.</param>
    public sealed class Builder(FaultRoom room)
    {
        private const int BlockLength = 1 << 10;

        private readonly List<FaultBlock> _blocks = [];
        private readonly List<Fault> _latest = [];

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
            _blocks.Add(room.Keep(_latest));
            _latest.Clear();
        }
    }
}
