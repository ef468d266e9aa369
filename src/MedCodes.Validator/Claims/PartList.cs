using System.Collections;

namespace MedCodes.Validator.Claims;

/// <summary>Parts of a batch that follow one another. Counting them and going through them allocates nothing.</summary>
/// <typeparam name="T">The kind of part.</typeparam>
public readonly struct PartList<T> : IReadOnlyList<T> where T : struct, IClaimPart<T>
{
    private readonly ClaimBatch? _batch;
    private readonly int _first;

    internal PartList(ClaimBatch batch, int first, int count)
    {
        _batch = batch;
        _first = first;
        Count = count;
    }

    /// <summary>The number of parts.</summary>
    public int Count { get; }

    /// <summary>A part by its place, from 0.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such place.</exception>
    public T this[int index]
    {
        get
        {
            ArgumentOutOfRangeException.ThrowIfNegative(index);
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(index, Count);
            return T.At(_batch!, _first + index);
        }
    }

    /// <summary>Goes through the parts in their order.</summary>
    public Enumerator GetEnumerator() => new(_batch, _first, Count);

    IEnumerator<T> IEnumerable<T>.GetEnumerator() => GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>Goes through parts.</summary>
    public struct Enumerator : IEnumerator<T>
    {
        private readonly ClaimBatch? _batch;
        private readonly int _end;
        private int _index;

        internal Enumerator(ClaimBatch? batch, int first, int count)
        {
            _batch = batch;
            _index = first - 1;
            _end = first + count;
        }

        /// <summary>The part reached.</summary>
        public readonly T Current => T.At(_batch!, _index);

        readonly object IEnumerator.Current => Current;

        /// <summary>Goes to the next part; false behind the last.</summary>
        public bool MoveNext() => ++_index < _end;

        readonly void IEnumerator.Reset() => throw new NotSupportedException();

        /// <summary>There is nothing to release.</summary>
        public readonly void Dispose()
        {
        }
    }
}
