using System.Collections;

namespace MedCodes.Validator.Claims;

/// <summary>The diagnosis pointers of a service line in their order. Empty places are left out.</summary>
public readonly struct PointerList : IReadOnlyList<Pointer>
{
    private const int Places = 4;
    private readonly ServiceLine _line;

    internal PointerList(ServiceLine line) => _line = line;

    /// <summary>The number of pointers.</summary>
    public int Count
    {
        get
        {
            var count = 0;
            foreach (var _ in this)
                count++;
            return count;
        }
    }

    /// <summary>A pointer by its place among those that are there, from 0.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such place.</exception>
    public Pointer this[int index]
    {
        get
        {
            foreach (var pointer in this)
            {
                if (index-- == 0)
                    return pointer;
            }

            throw new ArgumentOutOfRangeException(nameof(index));
        }
    }

    /// <summary>Goes through the pointers in their order.</summary>
    public Enumerator GetEnumerator() => new(_line);

    IEnumerator<Pointer> IEnumerable<Pointer>.GetEnumerator() => GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    internal static byte Slot(uint pointers, int place) => (byte)(pointers >> place * 8);

    /// <summary>Goes through pointers.</summary>
    public struct Enumerator : IEnumerator<Pointer>
    {
        private readonly ServiceLine _line;
        private readonly uint _pointers;
        private int _place = -1;

        internal Enumerator(ServiceLine line)
        {
            _line = line;
            _pointers = line.Batch is null ? 0 : line.Row.Pointers;
        }

        /// <summary>The pointer reached.</summary>
        public readonly Pointer Current => new(_line, _place + 1);

        readonly object IEnumerator.Current => Current;

        /// <summary>Goes to the next pointer; false behind the last.</summary>
        public bool MoveNext()
        {
            while (++_place < Places)
            {
                if (Slot(_pointers, _place) != 0)
                    return true;
            }

            return false;
        }

        readonly void IEnumerator.Reset() => throw new NotSupportedException();

        /// <summary>There is nothing to release.</summary>
        public readonly void Dispose()
        {
        }
    }
}
