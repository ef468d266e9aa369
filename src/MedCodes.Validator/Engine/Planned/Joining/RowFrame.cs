using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using MedCodes.Validator.Engine.Planned.Screening;
using MedCodes.Validator.Rules;
using MedCodes.Validator.Rules.Facts;
using MedCodes.Validator.Rules.Profiles;
using MedCodes.Validator.Rules.Values;

namespace MedCodes.Validator.Engine.Planned.Joining;

/// <summary>What the names of a rule stand for while it is judged on rows. Belongs to one worker.</summary>
internal sealed partial class RowFrame(UnitRows unit, RowMemory memory, RuleSet rules, Profile fallback) : RowWords
{
    private const int NoRow = -1;

    private Slot[] _slots = new Slot[8];

    // Beside the slots, because to write a reference costs more than numbers.
    private KnownFact?[] _facts = new KnownFact?[8];
    private int[] _order = new int[8];
    private RowRule? _rule;
    private RunKnowledge? _run;
    private int _holder = NoRow;

    /// <summary>How many names are bound.</summary>
    public int Count { get; private set; }

    /// <summary>Begins a rule.</summary>
    public void Begin(RowRule rule, RunKnowledge run)
    {
        (_rule, _run, _holder, Count) = (rule, run, NoRow, 0);
        var names = rule.Plan.Names.Length;
        if (_slots.Length < names)
            (_slots, _facts, _order) = (new Slot[names], new KnownFact?[names], new int[names]);
        _slots.AsSpan(0, names).Fill(Slot.Empty);
        _facts.AsSpan(0, names).Clear();
    }

    /// <summary>Says whose claim's profile counts, whatever is bound.</summary>
    public void Hold(int claim) => _holder = claim;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void BindRow(int slot, int kind, int row)
    {
        _slots[slot] = new Slot(kind, row);
        _order[Count++] = slot;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void BindFact(int slot, KnownFact fact)
    {
        _facts[slot] = fact;
        _order[Count++] = slot;
    }

    /// <summary>Releases the names bound last until so many are left.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void ReleaseTo(int count)
    {
        while (Count > count)
        {
            var slot = _order[--Count];
            if (_slots[slot].Row == NoRow)
                _facts[slot] = null;
            _slots[slot] = Slot.Empty;
        }
    }

    /// <summary>Whether a row is bound.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool Holds(int kind, int row)
    {
        for (var i = 0; i < Count; i++)
        {
            ref readonly var slot = ref _slots[_order[i]];
            if (slot.Row == row && slot.Kind == kind)
                return true;
        }

        return false;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool IsBound(int slot) => _slots[slot].Row != NoRow || _facts[slot] is not null;

    /// <summary>The row that a slot holds; -1 where it holds none.</summary>
    public int RowAt(int slot) => _slots[slot].Row;

    /// <summary>The claim of the row that a slot holds; -1 where it holds none.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int ClaimAt(int slot) => _slots[slot] is { Row: not NoRow and var row, Kind: var kind } ? unit.ClaimOf(kind, row) : NoRow;

    /// <summary>What is bound.</summary>
    public RowBinding Binding()
    {
        var bound = ImmutableArray.CreateBuilder<BoundRow>(Count);
        for (var i = 0; i < Count; i++)
            bound.Add(new BoundRow(_order[i], _slots[_order[i]].Kind, _slots[_order[i]].Row, _facts[_order[i]]));
        return new RowBinding(_holder, bound.MoveToImmutable());
    }

    /// <summary>Whether a row, or a fact that is none, stands in the same claim, line or patient as another.</summary>
    public RowVerdict IsTogether(EqualityKind kind, int slot, int other)
    {
        ref readonly var one = ref _slots[slot];
        ref readonly var two = ref _slots[other];
        if ((IsKnown(slot) & IsKnown(other)) is { IsUnknown: true } unknown)
            return unknown;
        return RowVerdict.Of(kind switch
        {
            EqualityKind.Patient => true,
            EqualityKind.File => unit.FileOf(one.Kind, one.Row) == unit.FileOf(two.Kind, two.Row),
            EqualityKind.Claim => unit.ClaimOf(one.Kind, one.Row) == unit.ClaimOf(two.Kind, two.Row),
            _ => unit.ClaimOf(one.Kind, one.Row) == unit.ClaimOf(two.Kind, two.Row) && unit.LineOf(one.Kind, one.Row) == unit.LineOf(two.Kind, two.Row),
        });
    }

    /// <summary>The values that rows of an entry must have to be the same as rows bound before, where those are known.</summary>
    /// <param name="entry">The entry.</param>
    /// <param name="isOneClaim">Whether all rows stand in one claim.</param>
    /// <param name="keys">Takes the values.</param>
    /// <returns>What a row comes to that has all of them.</returns>
    public RowMatch KeysOf(RowEntry entry, bool isOneClaim, ref Span<RowKey> keys)
    {
        var (count, match) = (0, RowMatch.Agrees);
        foreach (var join in entry.Joins)
        {
            ref readonly var other = ref _slots[join.Other];
            if (!IsBound(join.Other) || (other.Row != NoRow && (join.Kind == EqualityKind.Patient || (isOneClaim && join.Kind == EqualityKind.Claim))))
                continue;
            if (join.Kind == EqualityKind.Values && join.Own >= 0 && other.Row != NoRow && Read(join.Other, join.Others) is var word && Words.IsPlain(word))
                keys[count++] = new RowKey(join.Own, word);
            else
                match = RowMatch.Unclear;
        }

        keys = keys[..count];
        return match;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public override ulong Read(int slot, int column)
    {
        ref readonly var held = ref _slots[slot];
        if (held.Row == NoRow)
            return _facts[slot] is { } known ? known.Word : Words.NotBound;
        return column < 0 ? Words.AnyRow : unit.Value(held.Kind, held.Row, column);
    }

    /// <summary>A field of a member of a total.</summary>
    public Value ValueOf(RowMember member, int kind, int row)
    {
        var word = WordOf(member, kind, row);
        if (Columns.AmountOf(member.Field, word) is { } amount)
            return Value.Of(amount);
        Span<ulong> key = [word];
        var memo = memory.Values[member.Number];
        if (!memo.TryFind(key, out var value))
            memo.Add(key, value = unit.FactOf(kind, row)[member.Field]);
        return value;
    }

    /// <summary>The same as a number that equal values share.</summary>
    public ulong WordOf(RowMember member, int kind, int row) => unit.Value(kind, row, member.Column);

    /// <summary>Why the field is not known; null where it is.</summary>
    public string? WhyUnknown(RowMember member, int kind, int row) =>
        Words.IsPlain(WordOf(member, kind, row)) ? null : Comparison.ReasonUnknown(ValueOf(member, kind, row));

    /// <summary>What the field adds to a sum.</summary>
    public decimal AmountOf(RowMember member, int kind, int row, out string? whyUnknown)
    {
        if (Columns.AmountOf(member.Field, WordOf(member, kind, row)) is { } amount)
        {
            whyUnknown = null;
            return amount;
        }

        var value = ValueOf(member, kind, row);
        whyUnknown = Comparison.ReasonUnknown(value);
        return value is Value.Number { Low: { } low } ? low : 0;
    }

    private RowVerdict IsKnown(int slot) => _facts[slot]?.Known ?? RowVerdict.True;

    /// <summary>The same on facts, for what was never decided before.</summary>
    private Frame Facts()
    {
        var frame = new Frame(_rule!.Plan.Names, fallback, _run!.AsOf);
        for (var i = 0; i < Count; i++)
            frame.Bind(_order[i], FactAt(_order[i]));

        if (_holder != NoRow)
            frame.Hold(unit.ContentOf(_holder));
        return frame;
    }

    private Fact FactAt(int slot) => _facts[slot]?.Fact ?? unit.FactOf(_slots[slot].Kind, _slots[slot].Row);

    /// <summary>The row that a name stands for.</summary>
    private readonly record struct Slot(int Kind, int Row)
    {
        public static Slot Empty => new(NoRow, NoRow);
    }
}
