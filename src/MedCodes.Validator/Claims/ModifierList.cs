using System.Collections;

namespace MedCodes.Validator.Claims;

/// <summary>The modifiers of a service line in their order. Empty places are left out.</summary>
public readonly struct ModifierList : IReadOnlyList<Modifier>
{
    private const int Places = 4;
    private readonly ServiceLine _line;

    internal ModifierList(ServiceLine line) => _line = line;

    /// <summary>The number of modifiers.</summary>
    public int Count
    {
        get
        {
            var count = 0;
            for (var modifiers = Packed; modifiers != 0; modifiers >>= 16)
                count += (ushort)modifiers == 0 ? 0 : 1;
            return count;
        }
    }

    /// <summary>A modifier by its place among those that are there, from 0.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such place.</exception>
    public Modifier this[int index]
    {
        get
        {
            foreach (var modifier in this)
            {
                if (index-- == 0)
                    return modifier;
            }

            throw new ArgumentOutOfRangeException(nameof(index));
        }
    }

    internal ulong Packed => _line.Batch is null ? 0 : _line.Row.Modifiers;

    /// <summary>Goes through the modifiers in their order.</summary>
    public Enumerator GetEnumerator() => new(_line, Packed);

    IEnumerator<Modifier> IEnumerable<Modifier>.GetEnumerator() => GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    internal static ushort Slot(ulong modifiers, int place) => (ushort)(modifiers >> place * 16);

    /// <summary>Goes through modifiers.</summary>
    public struct Enumerator : IEnumerator<Modifier>
    {
        private readonly ServiceLine _line;
        private readonly ulong _modifiers;
        private int _place = -1;

        internal Enumerator(ServiceLine line, ulong modifiers)
        {
            _line = line;
            _modifiers = modifiers;
        }

        /// <summary>The modifier reached.</summary>
        public readonly Modifier Current => new(_line, _place + 1);

        readonly object IEnumerator.Current => Current;

        /// <summary>Goes to the next modifier; false behind the last.</summary>
        public bool MoveNext()
        {
            while (++_place < Places)
            {
                if (Slot(_modifiers, _place) != 0)
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
