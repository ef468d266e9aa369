using System.Collections.Immutable;

namespace MedCodes.Validator.Engine.Planned.Joining;

/// <summary>Decides conditions: by numbers, else by what the same values led to before, else on facts.</summary>
internal sealed partial class RowFrame
{
    private const ulong Distance = 1UL << 40;

    /// <summary>Decides a condition.</summary>
    public RowVerdict Judge(RowTest test)
    {
        if (test.ByWords is { } byWords && byWords.Decide(this) is { } holds)
            return RowVerdict.Of(holds);
        if (!test.Parts.IsEmpty)
            return Join(test);
        if (test.OfValue >= 0 && _slots[test.Reads[0].Slot] is { Row: not NoRow } ofValue)
            return JudgeOnce(test, ref unit.TestsOf(ofValue.Kind, ofValue.Row, test.Reads[0].Column, memory)[test.OfValue]);
        if (test.OfFact >= 0 && _facts[test.Reads[0].Slot] is { } known)
            return JudgeOnce(test, ref known.Tests[test.OfFact]);
        if (test.OfRow >= 0 && _slots[test.Reads[0].Slot] is { Row: not NoRow } ofRow)
            return JudgeOnce(test, ref unit.TestOf(ofRow.Kind, ofRow.Row, test.OfRow));
        return Remember(test);
    }

    /// <summary>Decides whether two fields are equal of which one is missing, or both: the other's value makes no difference then.</summary>
    public RowVerdict JudgeMissing(RowTest test, bool own, bool other) => JudgeOnce(test, ref memory.OfMissing(test.Number, own, other));

    /// <summary>Decides whether two fields are equal that hold the same, which the value alone decides then.</summary>
    public RowVerdict JudgeAlike(RowEquality join, int slot) =>
        JudgeOnce(join.Slowly!, ref unit.TestsOf(_slots[slot].Kind, _slots[slot].Row, join.Column, memory)[join.OfAlike]);

    private RowVerdict Join(RowTest test)
    {
        switch (test.Junction)
        {
            case Junction.Not:
                return !Judge(test.Parts[0]);
            case Junction.All:
                var all = RowVerdict.True;
                for (var i = 0; i < test.Parts.Length && !all.IsFalse; i++)
                    all &= Judge(test.Parts[i]);
                return all;
            default:
                var any = RowVerdict.False;
                for (var i = 0; i < test.Parts.Length && !any.IsTrue; i++)
                    any |= Judge(test.Parts[i]);
                return any;
        }
    }

    private RowVerdict JudgeOnce(RowTest test, ref byte known)
    {
        if (known != 0)
            return new RowVerdict(known);
        var verdict = Remember(test);

        // Of reasons there are hardly ever so many.
        known = verdict.Code <= byte.MaxValue ? (byte)verdict.Code : (byte)0;
        return verdict;
    }

    private RowVerdict Remember(RowTest test)
    {
        Span<ulong> key = stackalloc ulong[test.Width];
        ReadKey(test.Reads, test.ReadsPolicy, key);
        Blur(test.Reads, key);
        var memo = memory.Tests[test.Number];
        if (!memo.TryFind(key, out var verdict))
            memo.Add(key, verdict = memory.Of(test.Judge(test.ReadsPolicy ? Facts() : FactsRead(test))));
        return verdict;
    }

    // Leaves of each value what decides: whether it is there, or of dates, how far apart they are.
    private static void Blur(ImmutableArray<RowRead> reads, Span<ulong> key)
    {
        var (first, isMovable) = (0UL, true);
        for (var i = 0; i < reads.Length; i++)
        {
            if (reads[i].As == ReadAs.Presence && Words.IsPlain(key[i]))
                key[i] = 1;
            else if (reads[i].As == ReadAs.Distance)
                (first, isMovable) = (first == 0 ? key[i] : first, isMovable && Words.IsPlainDay(key[i]));
        }

        for (var i = 0; i < reads.Length && isMovable && first != 0; i++)
        {
            if (reads[i].As == ReadAs.Distance)
                key[i] = key[i] - first + Distance;
        }
    }

    // Only what the test reads.
    private Frame FactsRead(RowTest test)
    {
        var frame = new Frame(_rule!.Plan.Names, fallback, _run!.AsOf);
        foreach (var read in test.Reads)
        {
            if (frame[read.Slot] is null && IsBound(read.Slot))
                frame.Bind(read.Slot, FactAt(read.Slot));
        }

        return frame;
    }
}
